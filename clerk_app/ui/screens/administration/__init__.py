"""系统管理: people, items, calendar, texts, numbers, printers, the exchange and the audit."""
