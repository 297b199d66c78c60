"""The screens of the intake."""
