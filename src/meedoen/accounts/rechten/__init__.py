"""The review of rights: who may log in, in which role, since when and by whom (AUTH-07)."""
