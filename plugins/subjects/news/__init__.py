"""News: pages below `pages/news` that have a day, with their lists and a feed."""
