"""What differs in production: no drafts, no examples, canonical links. SITEURL is the public address, HOST the host."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403

PRODUCTION = True
CANONICAL = os.environ.get("SITEURL", "").rstrip("/")
SITEURL = urlsplit(CANONICAL).path
HOST = os.environ.get("HOST", "")
OUTPUT_PATH = "public"
DELETE_OUTPUT_DIRECTORY = False
