"""A case driven through the real window by keyboard and mouse: the demo walks it, and the end-to-end test walks the same way."""
