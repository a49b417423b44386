"""时限跟踪: every clock of every case, why it shows its date, and the load of the month."""
