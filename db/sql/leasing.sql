-- Blocks of printed numbers. The server is a writer of its own, `central`, with its own chain: a lease is an act
-- like any other, fetched by all, and the series stream has one writer.

create or replace function clerk.central_act(p_office text, p_stream text, p_kind text, p_doc text, p_on date)
returns void
language plpgsql as $$
declare
    v_own clerk.workstation;
    a clerk.act;
    v_verdict record;
begin
    select * into strict v_own from workstation where office = p_office and code = 'central' for update;
    a.office := p_office;
    a.workstation := v_own.code;
    a.seq := v_own.head_seq + 1;
    a.act_id := gen_random_uuid();
    a.stream := p_stream;
    a.group_id := gen_random_uuid();
    a.group_size := 1;
    a.group_pos := 1;
    a.kind := p_kind;
    a.schema := 1;
    a.payload_sha256 := encode(sha256(convert_to(p_doc, 'UTF8')), 'hex');
    a.legal_date := p_on;
    a.recorded_at := clock_timestamp();
    a.drift_ms := 0;
    a.actor := v_own.code;
    a.origin := 'online';
    a.program_version := 'central';
    a.follows := (select last_legal from stream_head where office = p_office and stream = p_stream);
    a.prev_hash := v_own.head_hash;
    a.legal := true;
    a.hash := clerk.envelope_hash(a);
    insert into act select a.*;
    insert into payload values (p_office, a.workstation, a.seq, p_doc);
    perform clerk.judge_act(a, p_doc::jsonb, true, false);
    insert into sent_group (office, workstation, group_id, first_seq, last_seq, verdict)
    values (p_office, a.workstation, a.group_id, a.seq, a.seq, 'taken');
    update workstation set head_seq = a.seq, head_hash = a.hash where office = p_office and code = a.workstation;
    perform clerk.give_positions(p_office, array[a.workstation, a.group_id]);
end
$$;

create or replace function clerk_api.lease(p_series text, p_year integer, p_count integer) returns json
language plpgsql security definer
set search_path = clerk, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
    v_own clerk.workstation := clerk.own_workstation();
    v_server clerk.server_state := (select s from server_state s);
    v_series clerk.number_series;
    v_first bigint;
begin
    if p_count not between 1 and 500 or p_year not between 2000 and 2200 then
        raise exception using errcode = 'CK006', message = 'lease out of bounds';
    end if;
    perform from stream_head where office = v_own.office and stream = 'series:' || p_series for update;
    select * into v_series from number_series where office = v_own.office and series = p_series;
    if not found then
        raise exception using errcode = 'CK007', message = 'series unknown';
    elsif v_series.issuer <> 'central' then
        raise exception using errcode = 'CK008', message = 'series not taken over';
    end if;
    select greatest(
        v_series.first_no,
        (select max(last_no) + 1 from lease where office = v_own.office and series = p_series and year = p_year),
        (select max(serial) + 1 from number_given where office = v_own.office and series = p_series and year = p_year)
    ) into v_first;
    perform clerk.central_act(v_own.office, 'series:' || p_series, 'numbers_leased',
        '{"first":' || v_first || ',"issuer":"central","last":' || v_first + p_count - 1 || ',"lessee":'
        || to_json(v_own.code) || ',"series":' || to_json(p_series) || ',"year":' || p_year || '}',
        (case when v_server.training then coalesce(v_own.told_now, clock_timestamp()) else clock_timestamp() end
            at time zone 'Asia/Shanghai')::date);
    return json_build_object('first', v_first, 'last', v_first + p_count - 1);
end
$$;
