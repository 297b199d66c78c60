"""What we ask of and tell to others, in our own words: one module per outside party."""
