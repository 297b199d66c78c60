"""What people fill in on the screens of the dossier, a file per subject."""
