"""Wi 14: the summonses, the brede intake and the leerbaarheidstoets."""
