-- How an instant stands in hashes and messages: UTC, microseconds, Z.
create or replace function clerk.instant(p_at timestamptz) returns text
language sql immutable as $$
    select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
