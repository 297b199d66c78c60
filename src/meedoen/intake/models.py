"""The tables of this app, gathered from the files that hold them."""
