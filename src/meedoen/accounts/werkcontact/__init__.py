"""How an official, or the whole team, can be reached at work: for who works in the same chain."""
