"""The law as pure functions: facts and dated numbers in, findings with reasons out."""
