"""The content security policy of a page: nothing is fetched, run or sent but what the page itself holds."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from markupsafe import Markup

# https://www.w3.org/TR/CSP3/. `frame-ancestors` works as a header only: see headers.py.
FIXED = ("img-src 'self' data:", "form-action 'none'", "base-uri 'none'")


@lru_cache
def policy(style: str, *scripts: str) -> Markup:
    """Return the policy for the style and the scripts that stand in a page, byte for byte (a filter of Jinja)."""
    run = " ".join(_name(script) for script in scripts if script)
    named = [f"style-src {_name(style)}", *([f"script-src {run}"] if run else [])]
    return Markup("; ".join(["default-src 'none'", *named, *FIXED]))


def _name(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
