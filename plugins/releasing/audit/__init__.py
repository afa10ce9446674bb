"""Reads the finished site as a browser and a host would, and finds what must not be published."""

from __future__ import annotations

from .audit import audit
from .findings import Finding, problems_of
from .rules import RULES
from .site import BuiltSite, read_site

__all__ = ["RULES", "BuiltSite", "Finding", "audit", "problems_of", "read_site"]
