"""Everything that writes in opvang: what COA told, and the way to a house."""
