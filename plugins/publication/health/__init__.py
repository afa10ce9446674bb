"""What staff should know of a site that is right: what grows old, where it leads, what waits for an answer."""
