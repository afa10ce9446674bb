"""Reads the finished site as a browser and a host would, and finds what must not be published."""

from __future__ import annotations

from .audit import RULES, TEXT_RULES, audit, page_audit
from .findings import Finding, problems_of
from .site import BuiltSite, read_site

__all__ = ["RULES", "TEXT_RULES", "BuiltSite", "Finding", "audit", "page_audit", "problems_of", "read_site"]
