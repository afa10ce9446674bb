"""Tiers become comparison tables, lists of requirements and application links: pure functions over frozen values."""
