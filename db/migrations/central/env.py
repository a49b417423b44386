"""Runs the revisions of the shared server on the connection that `central init` opened, in its transaction."""

from alembic import context

VERSION_TABLE = "alembic_version"
SCHEMA = "clerk"


def run() -> None:
    """Apply the revisions; the caller commits, so that tables, functions and rights come together or not at all."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection, version_table=VERSION_TABLE, version_table_schema=SCHEMA, transactional_ddl=False
    )
    context.run_migrations()


run()
