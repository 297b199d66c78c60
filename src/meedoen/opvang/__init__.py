"""Wi 10: from the koppeling to a house: who comes, what COA told, what stands still."""
