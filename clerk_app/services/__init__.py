"""One module per thing that people do: functions that take a unit of work and return plain results."""
