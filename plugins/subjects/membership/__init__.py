"""Membership: tiers become comparison tables, lists of requirements, application links and a guide."""
