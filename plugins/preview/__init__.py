"""Shows the site on this computer while staff edit it."""
