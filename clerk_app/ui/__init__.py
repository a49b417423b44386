"""The window: the only part that imports Qt; it shows what services return and says what people want."""
