"""The building blocks of every page; none of them knows the law, a query or a file."""
