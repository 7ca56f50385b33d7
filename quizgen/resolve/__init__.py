"""What the words of a sentence refer to: references, dates and quantities."""
