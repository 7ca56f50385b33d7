"""What the parser says of a sentence: clauses, noun phrases and names, read in one way by all rules."""
