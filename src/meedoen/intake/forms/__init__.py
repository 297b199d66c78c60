"""What people fill in about the intake."""
