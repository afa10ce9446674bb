"""What a new site begins with of membership."""
