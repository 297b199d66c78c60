"""The screens of opvang."""
