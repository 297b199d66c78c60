"""Everything that writes about the intake."""
