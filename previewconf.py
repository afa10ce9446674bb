"""Settings of a preview that others open: marked on every page, and kept from search engines.

The environment says HOST, the host, and SITEURL, of which only the path counts: it is the address of no preview.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403

SHARED = True
SITEURL = urlsplit(os.environ.get("SITEURL", "")).path.rstrip("/")
HOST = os.environ.get("HOST", "")
OUTPUT_PATH = "public"
DELETE_OUTPUT_DIRECTORY = False
