"""The tiers as files for others to use, and what comes back in them."""
