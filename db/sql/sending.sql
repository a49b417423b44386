-- Taking what a workstation sends. Every group is kept whatever the answer, so that no chain has a hole;
-- only what cannot be the next piece of this workstation's chain is turned away.

-- Why these acts cannot stand as one group of this workstation; the empty text when they can.
create or replace function clerk.fault_of_form(p_own clerk.workstation, p_group text, p_acts clerk.act[]) returns text
language plpgsql as $$
declare
    v_count integer := coalesce(cardinality(p_acts), 0);
    a clerk.act;
    i integer;
begin
    if v_count not between 1 and 32 or coalesce(p_group, '') = '' then
        return 'group_malformed';
    end if;
    for i in 1 .. v_count loop
        a := p_acts[i];
        if a.office is distinct from p_own.office or a.workstation is distinct from p_own.code then
            return 'not_your_workstation';
        elsif a.group_id is distinct from p_group or a.group_size <> v_count
            or a.group_pos <> i or a.seq <> (p_acts[1]).seq + i - 1 or a.origin not in ('live', 'paper', 'ledger', 'online')
            or (i > 1 and a.prev_hash <> (p_acts[i - 1]).hash)
            or length(a.act_id) > 64 or length(a.stream) > 200 or length(a.group_id) > 64 or length(a.kind) > 64
            or length(a.actor) > 100 or a.payload_sha256 !~ '^[0-9a-f]{64}$' or a.hash !~ '^[0-9a-f]{64}$'
        then
            return 'group_malformed';
        end if;
    end loop;
    return '';
end
$$;

create or replace function clerk.acts_of_message(p_group json) returns clerk.act[]
language sql stable as $$
    select array_agg(row(m.office, m.workstation, m.seq, m.act_id, m.stream, m."group", m.group_size, m.group_pos,
        m.kind, m.schema, m.payload_sha256, m.legal_date, m.recorded_at, m.drift_ms, m.actor, m.origin,
        m.program_version, m.follows, m.prev_hash, m.hash, m.legal, null)::clerk.act order by m.seq)
    from json_to_recordset(p_group -> 'acts') as m(
        office text, workstation text, seq bigint, act_id text, stream text, "group" text, group_size integer,
        group_pos integer, kind text, schema integer, payload_sha256 text, legal_date date, recorded_at timestamptz,
        drift_ms bigint, actor text, origin text, program_version text, follows text, prev_hash text, hash text,
        legal boolean)
$$;

create or replace function clerk.alarm(p_own clerk.workstation, p_what text, p_seq bigint, p_told text) returns text
language plpgsql as $$
begin
    insert into incident (office, workstation, what, seq, told_hash, kept_hash)
    values (p_own.office, p_own.code, p_what, p_seq, p_told, coalesce(
        (select hash from act where office = p_own.office and workstation = p_own.code and seq = p_seq),
        p_own.head_hash));
    return p_what;
end
$$;

-- Keeps one group and judges it. Returns why it was turned away (then nothing was kept), or the empty text.
-- `p_own` holds the head of the chain as it is within this batch.
create or replace function clerk.take_group(p_own clerk.workstation, p_group text, p_acts clerk.act[], p_bodies text[])
returns text
language plpgsql as $$
declare
    v_first clerk.act := p_acts[1];
    v_last clerk.act := p_acts[cardinality(p_acts)];
    v_fault text := clerk.fault_of_form(p_own, p_group, p_acts);
    v_verdict record;
begin
    if v_fault <> '' then
        return v_fault;
    elsif v_first.seq <= p_own.head_seq then
        if not exists (
            select from sent_group g
            join act a on a.office = g.office and a.workstation = g.workstation and a.seq = g.last_seq
            where g.office = p_own.office and g.workstation = p_own.code and g.group_id = p_group
                and g.first_seq = v_first.seq and g.last_seq = v_last.seq and a.hash = v_last.hash
        ) then
            return clerk.alarm(p_own, 'fork', v_first.seq, v_first.hash);
        end if;
        return '';
    elsif v_first.seq > p_own.head_seq + 1 then
        return 'seq_gap';
    elsif v_first.prev_hash <> p_own.head_hash then
        return clerk.alarm(p_own, 'fork', v_first.seq - 1, v_first.prev_hash);
    elsif exists (
        select from sent_group where office = p_own.office and workstation = p_own.code and group_id = p_group
    ) then
        return 'group_malformed';
    end if;
    insert into act select (unnest(p_acts)).*;
    insert into payload
    select p_own.office, p_own.code, v_first.seq + at - 1, body from unnest(p_bodies) with ordinality as b(body, at);
    v_fault := clerk.fault_of_content(p_own.office, p_own.code, v_first.seq, v_last.seq);
    if v_fault = '' then
        select * into v_verdict from clerk.judge(p_own.office, p_own.code, v_first.seq, v_last.seq);
    else
        select 'refused' as verdict, v_fault as reason, '' as against into v_verdict;
    end if;
    insert into sent_group (office, workstation, group_id, first_seq, last_seq, verdict, reason, against)
    values (p_own.office, p_own.code, p_group, v_first.seq, v_last.seq, v_verdict.verdict, v_verdict.reason,
        v_verdict.against);
    return '';
end
$$;

-- A group that waited for an act the server did not have (it was restored) is judged again when that act has come.
create or replace function clerk.judge_waiting(p_office text, p_since timestamptz) returns text[]
language plpgsql as $$
declare
    v_found text[] := '{}';
    v_again boolean := true;
    v_verdict record;
    g record;
begin
    while v_again loop
        v_again := false;
        for g in
            select w.workstation, w.group_id, w.first_seq, w.last_seq from sent_group w
            where w.office = p_office and w.verdict = 'waiting' and exists (
                select from act a join sent_group t using (office, workstation, group_id)
                where a.office = w.office and a.act_id = w.against and t.verdict = 'taken' and t.received_at >= p_since
            )
            order by w.received_at, w.first_seq
        loop
            select * into v_verdict from clerk.judge(p_office, g.workstation, g.first_seq, g.last_seq);
            update sent_group
            set verdict = v_verdict.verdict, reason = v_verdict.reason, against = v_verdict.against, late = true,
                received_at = clock_timestamp()
            where office = p_office and workstation = g.workstation and group_id = g.group_id;
            if v_verdict.verdict = 'taken' then
                v_found := v_found || array[g.workstation, g.group_id];
                v_again := true;
            end if;
        end loop;
    end loop;
    return v_found;
end
$$;

-- Gives positions in the order of the pairs (workstation, group). The counter row is lock and sequence in one: last of all.
create or replace function clerk.give_positions(p_office text, p_pairs text[]) returns void
language plpgsql as $$
declare
    v_position bigint;
    v_groups clerk.sent_group[] := '{}';
    g clerk.sent_group;
begin
    if cardinality(p_pairs) = 0 then
        return;
    end if;
    for i in 1 .. cardinality(p_pairs) by 2 loop
        select * into strict g from sent_group
        where office = p_office and workstation = p_pairs[i] and group_id = p_pairs[i + 1];
        v_groups := v_groups || g;
    end loop;
    update counter set last = last + (select sum(last_seq - first_seq + 1) from unnest(v_groups))
    where office = p_office
    returning last - (select sum(last_seq - first_seq + 1) from unnest(v_groups)) + 1 into strict v_position;
    foreach g in array v_groups loop
        insert into placed_group
        values (p_office, v_position, g.workstation, g.group_id, g.last_seq - g.first_seq + 1);
        update sent_group set position = v_position
        where office = p_office and workstation = g.workstation and group_id = g.group_id;
        update act set position = v_position + seq - g.first_seq
        where office = p_office and workstation = g.workstation and seq between g.first_seq and g.last_seq;
        v_position := v_position + g.last_seq - g.first_seq + 1;
    end loop;
end
$$;

-- The stored answers of some groups, in the order of the sequence.
create or replace function clerk.answers(p_own clerk.workstation, p_groups text[], p_faults text[]) returns json
language sql stable as $$
    select coalesce(json_agg(json_build_object(
        'group', asked.id,
        'verdict', case when asked.fault <> '' then 'refused' else g.verdict end,
        'position', case when asked.fault <> '' then null when g.verdict = 'already' then (
            select a2.position from act a join act a2 on a2.office = a.office and a2.act_id = a.act_id
                and a2.position is not null
            where a.office = g.office and a.workstation = g.workstation and a.seq = g.first_seq
        ) else g.position end,
        'reason', case when asked.fault <> '' then asked.fault else g.reason end,
        'against', case when asked.fault <> '' then '' else g.against end,
        'kept', asked.fault = ''
    ) order by asked.at), '[]')
    from unnest(p_groups, p_faults) with ordinality as asked(id, fault, at)
    left join sent_group g on asked.fault = '' and g.office = p_own.office and g.workstation = p_own.code
        and g.group_id = asked.id
$$;

-- Takes one batch of groups in one transaction and answers every one of them.
-- The plans are made once, whatever the tables hold: every key finds its rows by what is rare in it (see the tables), so
-- that a plan made beside empty tables is right beside a million acts. A test counts the rows that are read.
create or replace function clerk_api.send(p_groups json, p_acked bigint default 0) returns json
language plpgsql security definer
set search_path = clerk, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
    v_since timestamptz := clock_timestamp();
    v_ids text[] := '{}';
    v_faults text[] := '{}';
    v_taken text[] := '{}';
    v_fault text;
    v_acts clerk.act[];
    m record;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception using errcode = 'CK005', message = 'send needs read committed';
    elsif json_array_length(p_groups) > 1000 then
        raise exception using errcode = 'CK006', message = 'batch too large';
    end if;
    select * into v_own from workstation where office = v_own.office and code = v_own.code for update;
    perform clerk.lock_streams(v_own.office, p_groups);
    for m in
        select g ->> 'group' as id, g as message from json_array_elements(p_groups) as g
    loop
        begin
            v_acts := clerk.acts_of_message(m.message);
            v_fault := clerk.take_group(v_own, m.id, v_acts, array(
                select x ->> 'payload' from json_array_elements(m.message -> 'acts') as x
                order by (x ->> 'seq')::bigint
            ));
        exception when data_exception or not_null_violation or check_violation then
            v_fault := 'group_malformed';
        end;
        v_ids := v_ids || m.id;
        v_faults := v_faults || v_fault;
        if v_fault = '' and (v_acts[1]).seq > v_own.head_seq then
            v_own.head_seq := (v_acts[cardinality(v_acts)]).seq;
            v_own.head_hash := (v_acts[cardinality(v_acts)]).hash;
            if exists (
                select from sent_group
                where office = v_own.office and workstation = v_own.code and group_id = m.id and verdict = 'taken'
            ) then
                v_taken := v_taken || array[v_own.code, m.id];
            end if;
        end if;
    end loop;
    if cardinality(v_taken) > 0 then
        v_taken := v_taken || clerk.judge_waiting(v_own.office, v_since);
    end if;
    update workstation
    set head_seq = v_own.head_seq, head_hash = v_own.head_hash, acked_seq = greatest(acked_seq, least(p_acked, v_own.head_seq)),
        seen_at = clock_timestamp()
    where office = v_own.office and code = v_own.code;
    perform clerk.give_positions(v_own.office, v_taken);
    return clerk.answers(v_own, v_ids, v_faults);
end
$$;

-- Locks every stream of a batch in one order, so that two workstations judge one after the other and never deadlock.
create or replace function clerk.lock_streams(p_office text, p_groups json) returns void
language plpgsql as $$
declare
    v_streams text[];
begin
    v_streams := array(
        select distinct left(a ->> 'stream', 200) from json_array_elements(p_groups) as g,
            json_array_elements(g -> 'acts') as a
        where a ->> 'stream' is not null order by 1
    );
    insert into stream_head (office, stream) select p_office, s from unnest(v_streams) as s on conflict do nothing;
    perform from stream_head where office = p_office and stream = any (v_streams) order by stream for update;
end
$$;
