"""The screens of the dossier, a file per subject."""
