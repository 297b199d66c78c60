"""Our own end points for the machines of others."""
