"""Wet, artikel 3: the person, the diary of what happened, the decisions and the letters."""
