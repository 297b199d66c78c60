"""Wi 15: the leerroute and the personal plan, which bind both sides."""
