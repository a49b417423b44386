"""证后监管与年报: the figures of a year, each opening to its rows; licences, licensees and inspections."""
