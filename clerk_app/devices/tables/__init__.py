"""Tables that people keep and send: CSV and XLSX in, XLSX out; no rule of the trade, only cells and their lines."""
