"""Settings of the preview. What differs in production is in publishconf.py; every fact is in content/data/."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from sources.parallel import importing

with importing():
    from releasing.publisher import SitePublisher

# Site
PRODUCTION = False
SHARED = False  # whether others than the writer see this preview: previewconf.py
SITENAME = ""  # the name is in content/data/site.yaml
SITEURL = ""  # the path below which the site is served, such as /repo
CANONICAL = ""  # the public address of the site
HOST = ""  # where it is published: a name of releasing/finish/hosts.py, or nothing
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# Paths
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"  # results that can be made again
PAGE_PATHS: list[str] = []  # pages come from the checked sources, not from the disk
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []  # files are published under clean names, by building/templates.py

# URLs: the address of a page is its path, set by building/page_generator.py; none of a blog's own pages
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Theme and Jinja: escape by default, and let no misspelt variable print as nothing
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = [str(ROOT / "theme" / "static")]  # so that templates can include the style sheets
THEME_STATIC_PATHS: list[str] = []
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}

# Plugins
PELICAN_CLASS = SitePublisher
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["building"]
