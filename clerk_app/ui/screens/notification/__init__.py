"""一次性告知: the checklist of each case whose notice is not out, and what comes in after it."""
