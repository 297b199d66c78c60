"""The one app that speaks with outside parties: what came in, what was asked, what differs."""
