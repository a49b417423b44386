"""Printed papers: plain content in, deterministic PDF bytes out; it decides nothing about a case."""
