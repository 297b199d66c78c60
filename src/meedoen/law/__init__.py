"""The numbers of the law as dated data, and the loader that refuses what is wrong."""
