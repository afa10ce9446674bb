"""The editor's forms on the web: `make admin` writes a folder of files that need no server of one's own."""
