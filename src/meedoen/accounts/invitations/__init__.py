"""Invitations: the only way in for officials who log in with an account of Meedoen."""
