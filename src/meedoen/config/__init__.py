"""How this installation is put together: the command line, settings, the choice of adapters."""
