"""The rules of the window in pure Python: no Qt, no SQLAlchemy, no files, no clock, no network."""
