"""How good the facts and questions are: the gate over annotated sentences, and blind rating."""
