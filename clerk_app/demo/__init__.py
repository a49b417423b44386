"""The journey of the year 2020 through the real window, with a PostgreSQL of its own: pictures, papers, an exchange, the report.

Like `selftest` this may import everything; the program itself never imports it but for the command `demo`.
"""
