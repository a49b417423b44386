-- Password hashes of the office's people: replaceable, never in acts; the newer one counts.

create or replace function clerk_api.put_credentials(p_credentials json) returns void
language plpgsql security definer
set search_path = clerk, pg_temp
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
    v_training boolean := (select training from server_state);
begin
    insert into credential as kept (office, user_id, hash, changed_at, put_by)
    select v_own.office, c."user", c.hash, c.changed_at, v_own.code
    from json_to_recordset(p_credentials) as c("user" text, hash text, changed_at timestamptz)
    where c.hash ~ '^\$argon2id\$[!-~]+$' and length(c.hash) between 30 and 400
        -- A hash from the far future would shut out every later one.
        and (v_training or c.changed_at < clock_timestamp() + interval '1 day')
        and exists (select from staff_version s where s.office = v_own.office and s.user_id = c."user")
    on conflict (office, user_id) do update
    set hash = excluded.hash, changed_at = excluded.changed_at, put_by = excluded.put_by, put_at = now()
    where kept.changed_at < excluded.changed_at;
end
$$;

create or replace function clerk_api.get_credentials() returns json
language plpgsql stable security definer
set search_path = clerk, pg_temp
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
begin
    return (
        select coalesce(json_agg(json_build_object(
            'user', user_id, 'hash', hash, 'changed_at', clerk.instant(changed_at)) order by user_id), '[]')
        from credential where office = v_own.office
    );
end
$$;
