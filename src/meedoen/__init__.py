"""Meedoen: the law of the inburgering as functions, and the casework around it."""

__version__ = "0.1.0"
