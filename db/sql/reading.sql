-- What a workstation may ask: who it is, what is new, what it had itself, and whether both sides hold the same.

-- Clash: at a place of the chain that both know, the hashes differ. Then two machines use one name.
create or replace function clerk_api.hello(
    p_seq bigint, p_hash text, p_protocol integer, p_program text, p_training boolean, p_now timestamptz
) returns json
language plpgsql security definer
set search_path = clerk, pg_temp
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
    v_server clerk.server_state := (select s from server_state s);
    v_known text := repeat('0', 64);
    v_clash boolean := false;
begin
    select * into v_own from workstation where office = v_own.office and code = v_own.code for update;
    if p_seq between 1 and v_own.head_seq then
        select hash into v_known from act where office = v_own.office and workstation = v_own.code and seq = p_seq;
        v_clash := v_known <> p_hash;
        if v_clash then
            perform clerk.alarm(v_own, 'fork', p_seq, p_hash);
        end if;
    end if;
    -- A disk that knows less than the server was restored: its answers must come again too.
    v_own.acked_seq := least(v_own.acked_seq, p_seq);
    update workstation
    set acked_seq = v_own.acked_seq, program = left(p_program, 40), protocol = p_protocol, told_now = p_now,
        seen_at = clock_timestamp()
    where office = v_own.office and code = v_own.code;
    if p_seq >= v_own.head_seq then
        v_own.head_seq := v_own.acked_seq;
        v_own.head_hash := coalesce((
            select hash from act where office = v_own.office and workstation = v_own.code and seq = v_own.acked_seq
        ), repeat('0', 64));
    end if;
    return json_build_object(
        'epoch', v_server.epoch,
        'now', case when v_server.training then clerk.instant(p_now) else clerk.instant(clock_timestamp()) end,
        'protocol_min', v_server.protocol_min, 'protocol_max', v_server.protocol_max,
        'head_seq', v_own.head_seq, 'head_hash', v_own.head_hash,
        'position', (select last from counter where office = v_own.office),
        'training', v_server.training, 'office', v_own.office, 'workstation', v_own.code,
        'message', v_server.message, 'clash', v_clash);
end
$$;

create or replace function clerk.group_message(g clerk.sent_group) returns json
language sql stable as $$
    select json_build_object('group', g.group_id, 'acts', (
        select json_agg(json_build_object(
            'act_id', a.act_id, 'office', a.office, 'stream', a.stream, 'group', a.group_id,
            'group_size', a.group_size, 'group_pos', a.group_pos, 'workstation', a.workstation, 'seq', a.seq,
            'kind', a.kind, 'schema', a.schema, 'payload_sha256', a.payload_sha256, 'legal_date', a.legal_date,
            'recorded_at', clerk.instant(a.recorded_at), 'drift_ms', a.drift_ms, 'actor', a.actor,
            'origin', a.origin, 'program_version', a.program_version, 'follows', a.follows,
            'prev_hash', a.prev_hash, 'hash', a.hash, 'payload', p.body, 'legal', a.legal
        ) order by a.seq)
        from act a join payload p using (office, workstation, seq)
        where a.office = g.office and a.workstation = g.workstation and a.seq between g.first_seq and g.last_seq
            and p.seq between g.first_seq and g.last_seq
    ))
$$;

create or replace function clerk.note_ack(p_own clerk.workstation, p_acked bigint) returns void
language plpgsql as $$
begin
    if p_acked > p_own.acked_seq then
        update workstation set acked_seq = least(p_acked, head_seq)
        where office = p_own.office and code = p_own.code and acked_seq < p_acked;
    end if;
end
$$;

-- Taken groups after a position, whole ones only. The workstation's own acts up to `p_own_after` are left out: it has
-- them, and learns of their positions by the answers; one that was taken late it learns of here.
create or replace function clerk_api.fetch(p_after bigint, p_acts integer, p_own_after bigint, p_acked bigint default 0)
returns json
language plpgsql security definer
set search_path = clerk, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
begin
    perform clerk.note_ack(v_own, p_acked);
    return (
        with ahead as (
            select p.*, sum(size) over (order by p.position) as acts
            from placed_group p
            where p.office = v_own.office and p.position > p_after
            order by p.position limit least(greatest(p_acts, 1), 2000)
        ),
        chosen as (
            select g.* from ahead join sent_group g using (office, workstation, group_id)
            where acts <= p_acts or acts = size
        )
        select json_build_object(
            'groups', coalesce(json_agg(
                json_build_object('position', c.position, 'group', clerk.group_message(c)) order by c.position
            ) filter (where c.workstation <> v_own.code or c.last_seq > p_own_after or c.late), '[]'),
            'mark', coalesce(max(c.position + c.last_seq - c.first_seq), p_after),
            'more', coalesce(max(c.position + c.last_seq - c.first_seq), p_after) < (
                select last from counter where office = v_own.office))
        from chosen c
    );
end
$$;

-- The workstation's own groups after a place of its chain, whatever became of them, with their answers:
-- what a disk needs that was restored from a backup.
create or replace function clerk_api.fetch_own(p_after_seq bigint, p_acts integer) returns json
language plpgsql security definer
set search_path = clerk, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
    v_ids text[];
begin
    v_ids := array(
        select group_id from act
        where office = v_own.office and workstation = v_own.code and group_pos = 1
            and seq > p_after_seq and seq <= p_after_seq + least(greatest(p_acts, 1), 2000)
        order by seq
    );
    return json_build_object(
        'groups', (
            select coalesce(json_agg(clerk.group_message(g) order by g.first_seq), '[]') from sent_group g
            where g.office = v_own.office and g.workstation = v_own.code and g.group_id = any (v_ids)
        ),
        'answers', clerk.answers(v_own, v_ids, array_fill(''::text, array[cardinality(v_ids)])));
end
$$;

-- Count and hash of the standing taken acts of streams, as far as a position: what came later is not compared.
create or replace function clerk_api.verify(p_streams text[], p_upto bigint) returns json
language plpgsql security definer
set search_path = clerk, pg_temp
set plan_cache_mode = force_custom_plan
set jit = off
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
begin
    return (
        with taken_back as materialized (
            select g.workstation, g.group_id
            from sent_group g join act r on r.office = g.office and r.act_id = g.retracted_by
            where g.office = v_own.office and g.retracted_by is not null and r.position <= p_upto
        )
        select coalesce(json_agg(json_build_object('stream', d.stream, 'count', d.count, 'hash', d.hash)), '[]')
        from (
            select a.stream, count(*) as count,
                encode(sha256(convert_to(string_agg(a.hash, '' order by a.position), 'UTF8')), 'hex') as hash
            from act a
            where a.office = v_own.office and a.position <= p_upto
                and (p_streams is null or a.stream = any (p_streams))
                and (a.workstation, a.group_id) not in (select workstation, group_id from taken_back)
            group by a.stream
        ) as d
    );
end
$$;

create or replace function clerk_api.record_verified(p_position bigint, p_streams integer, p_differing integer)
returns void
language plpgsql security definer
set search_path = clerk, pg_temp
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
begin
    insert into verified_log (office, workstation, position, streams, differing)
    values (v_own.office, v_own.code, p_position, p_streams, p_differing);
end
$$;
