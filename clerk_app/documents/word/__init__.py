"""Word files that the bureau goes on editing; the templates are its own to change."""
