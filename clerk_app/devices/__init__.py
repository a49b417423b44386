"""What the program touches on this machine beside its database: the clock, printers, keys and the high-water mark.

Each module is an adapter of a Protocol in `ports`; none knows the law, a screen or the database.
"""
