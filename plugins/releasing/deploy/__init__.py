"""Takes the published folder to where visitors find it: to a server or folder by rsync, to a branch by git."""
