"""The living plan (Wi 15): what somebody works on, how a week looks, who does what."""
