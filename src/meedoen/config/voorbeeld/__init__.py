"""The municipality of the demo: invented people, who live through three years."""
