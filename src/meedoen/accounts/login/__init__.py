"""How officials with an account of Meedoen log in: password, second factor, lock-out, session."""
