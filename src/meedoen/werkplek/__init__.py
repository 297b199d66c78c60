"""The screens of the klantmanager: the work list first."""
