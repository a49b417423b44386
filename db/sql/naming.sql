-- How an instant stands in hashes and messages: UTC, microseconds, Z.
create or replace function clerk.instant(p_at timestamptz) returns text
language sql immutable as $$
    select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The name of a history that has one more act; the same on the workstations.
create or replace function clerk.chained(p_before text, p_hash text) returns text
language sql immutable as $$
    select encode(sha256(convert_to(p_before || p_hash, 'UTF8')), 'hex')
$$;

create or replace aggregate clerk.history_name(text) (
    sfunc = clerk.chained,
    stype = text,
    initcond = '0000000000000000000000000000000000000000000000000000000000000000'
);
