"""Under which number (OIN) other organisations know a municipality, from when until when."""
