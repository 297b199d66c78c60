"""All that writes in a dossier: may I, is it complete, what do the rules say, write, note."""
