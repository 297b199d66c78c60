"""The wire: one module per party and channel. Runs without the web framework."""
