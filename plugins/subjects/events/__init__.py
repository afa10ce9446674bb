"""Events: what is on, when it comes again, and calendars to subscribe to."""
