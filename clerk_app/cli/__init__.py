"""The headless commands: each does what the window does, through the same services; none knows how anything is stored or sent."""
