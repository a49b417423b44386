"""The exchange with the shared server: the gateway, one exchange, its time table and the server's set-up."""
