"""Where, when and how one applies for a tier."""
