"""Every test of the exchange talks to a real PostgreSQL over TLS."""

from tests.central_server import central, empty_database, postgres, prepared

__all__ = ["central", "empty_database", "postgres", "prepared"]
