"""Clerk (窗口受理工作台): licence applications at the window of an emergency-management bureau, offline first.

This module holds the version and nothing else, so that asking for it costs no import.
"""

__version__ = "0.1.0"
