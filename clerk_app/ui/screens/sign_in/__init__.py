"""Signing in, and changing the person."""
