"""Absence: who takes over the caseload of a colleague, from which day until which day."""
