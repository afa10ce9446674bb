"""Pelican as it comes, but for the menu of all pages on all pages, which grows with their square."""

PATH = "content"
OUTPUT_PATH = "output"
PAGE_PATHS = ["pages/news"]
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
SITENAME = "Bench"
SITEURL = ""
TIMEZONE = "UTC"
PLUGINS: list[str] = []
DISPLAY_PAGES_ON_MENU = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None
SLUGIFY_SOURCE = "basename"
