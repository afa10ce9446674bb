"""YAML: read into nodes that know their places, explained where it is wrong, and edited in place."""
