"""Who may sign which kind of letter for the college, recorded on screen (Awb 10:3)."""
