"""Pictures: the right to show each, and no hidden notes of cameras in any."""
