"""History: who led in which years, from the front matter of the page that tells it."""
