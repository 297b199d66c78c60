"""Who looked at whom, when and why: the log that nobody can change, after LDV 1.0."""
