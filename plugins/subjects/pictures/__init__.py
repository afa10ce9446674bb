"""Pictures: why each may be shown, and nothing hidden in any."""
