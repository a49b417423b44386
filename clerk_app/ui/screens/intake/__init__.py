"""收件受理: an application is taken in at the counter and goes on at once, or waits as a draft."""
