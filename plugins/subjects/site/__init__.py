"""The organisation itself: `content/data/site.yaml`, its menus, its statements, its exit link."""
