"""How Alembic runs over a workstation's database: on a connection that the program opened, in one transaction."""

from alembic import context

target_metadata = context.config.attributes.get("metadata")


def run() -> None:
    """Upgrade (or compare) on the connection handed over; DDL is part of the transaction, so half a schema cannot be."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=target_metadata,
        transactional_ddl=True,
        render_as_batch=True,
        include_name=_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the full-text table and its shadow tables, which no metadata describes."""
    return not (kind == "table" and name is not None and name.startswith("search_gram"))


run()
