"""Acts: the one kind of thing that is written down; everything else is computed from them."""
