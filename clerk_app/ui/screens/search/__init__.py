"""办件查询: the list of cases by any condition, and the case as a file."""
