"""What stands around the pages: the tabs down the left side, the box above, the bar below, the lock, and signing in."""
