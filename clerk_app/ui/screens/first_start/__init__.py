"""The first start of a machine: found an office, join one, or make a practice copy."""
