"""A pretend DUO: speaks DUO's interface with invented people, for tests, demo and whoever connects.

Our own code after the public description of the interface; no Django, no real person. How to use
it stands in docs/pretend-duo.md.
"""
