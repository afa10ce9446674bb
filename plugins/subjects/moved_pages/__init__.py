"""Pages that have moved: their old addresses lead on to them."""
