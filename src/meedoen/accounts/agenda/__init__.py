"""The calendar of an official in a program of his own: its secret address."""
