"""One folder for each thing that the site knows about."""
