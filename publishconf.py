"""What differs in production: no drafts, no examples. The environment says SITEURL, the address, and HOST, the host."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403

PRODUCTION = True
CANONICAL = os.environ.get("SITEURL", "")
HOST = os.environ.get("HOST", "")
OUTPUT_PATH = "public"
DELETE_OUTPUT_DIRECTORY = False
