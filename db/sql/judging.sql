-- How the server judges one stored group. Nobody but the functions of clerk_api reaches this schema.
-- Every name is found through the search path that those functions fix.

create or replace function clerk.own_workstation() returns clerk.workstation
language plpgsql stable as $$
declare
    v_found clerk.workstation;
begin
    select * into v_found from workstation where login_role = session_user and revoked_at is null;
    if not found then
        raise exception using errcode = 'CK001', message = 'no workstation of this name';
    end if;
    return v_found;
end
$$;

create or replace function clerk.refuse(p_verdict text, p_reason text, p_against text default '') returns void
language plpgsql as $$
begin
    raise exception using errcode = 'CKJDG', message = p_reason, detail = p_verdict, hint = p_against;
end
$$;

-- The hash of an envelope as the workstation made it: RFC 8785 over all fields but the hash itself.
create or replace function clerk.envelope_hash(a clerk.act) returns text
language sql stable as $$
    select encode(sha256(convert_to(
        '{"act_id":' || to_json(a.act_id) || ',"actor":' || to_json(a.actor) || ',"drift_ms":' || a.drift_ms
        || ',"follows":' || coalesce(to_json(a.follows)::text, 'null') || ',"group":' || to_json(a.group_id)
        || ',"group_pos":' || a.group_pos || ',"group_size":' || a.group_size || ',"kind":' || to_json(a.kind)
        || ',"legal_date":"' || to_char(a.legal_date, 'YYYY-MM-DD') || '","office":' || to_json(a.office)
        || ',"origin":' || to_json(a.origin) || ',"payload_sha256":' || to_json(a.payload_sha256)
        || ',"prev_hash":' || to_json(a.prev_hash) || ',"program_version":' || to_json(a.program_version)
        || ',"recorded_at":"' || clerk.instant(a.recorded_at) || '","schema":' || a.schema || ',"seq":' || a.seq
        || ',"stream":' || to_json(a.stream) || ',"workstation":' || to_json(a.workstation) || '}', 'UTF8')), 'hex')
$$;

-- Hashes, sizes and characters of a stored group; the empty text when all is well.
create or replace function clerk.fault_of_content(p_office text, p_workstation text, p_first bigint, p_last bigint)
returns text
language plpgsql stable as $$
declare
    v_refused text := (select refused_text from server_state);
    a record;
begin
    for a in
        select act, body from act join payload using (office, workstation, seq)
        where act.office = p_office and act.workstation = p_workstation and act.seq between p_first and p_last
            and payload.seq between p_first and p_last
        order by act.seq
    loop
        if octet_length(a.body) > 65536 then
            return 'payload_too_large';
        elsif encode(sha256(convert_to(a.body, 'UTF8')), 'hex') <> (a.act).payload_sha256 then
            return 'payload_hash_wrong';
        elsif clerk.envelope_hash(a.act) <> (a.act).hash then
            return 'hash_wrong';
        elsif a.body ~ v_refused or ((a.act).actor || (a.act).stream || (a.act).kind) ~ v_refused then
            return 'text_not_storable';
        end if;
    end loop;
    return '';
end
$$;

-- Ledger files may be read on several PCs: the same acts again are no news, other ones under the same id are wrong.
create or replace function clerk.judge_identity(p_office text, p_workstation text, p_first bigint, p_last bigint)
returns void
language plpgsql as $$
declare
    v record;
begin
    select max(a.group_size) as size, bool_and(a.origin = 'ledger') as ledger, count(g.group_id) as known,
        count(g.group_id) filter (
            where o.kind = a.kind and o.stream = a.stream and o.legal_date = a.legal_date
                and o.payload_sha256 = a.payload_sha256
        ) as same,
        min(g.group_id) as original
    into v
    from act a
    left join act o on o.office = a.office and o.act_id = a.act_id
        and (o.workstation, o.group_id) <> (a.workstation, a.group_id)
    left join sent_group g on g.office = o.office and g.workstation = o.workstation and g.group_id = o.group_id
        and g.verdict = 'taken'
    where a.office = p_office and a.workstation = p_workstation and a.seq between p_first and p_last;
    if v.known = 0 then
        return;
    elsif not v.ledger then
        perform clerk.refuse('refused', 'act_id_taken', v.original);
    elsif v.same = v.size then
        perform clerk.refuse('already', '', v.original);
    else
        perform clerk.refuse('refused', 'changed_since_imported', v.original);
    end if;
end
$$;

create or replace function clerk.is_taken(p_office text, p_act text) returns boolean
language sql stable as $$
    select exists (
        select from act a join sent_group g using (office, workstation, group_id)
        where a.office = p_office and a.act_id = p_act and g.verdict = 'taken'
    )
$$;

-- Whether this person may do something that asks for one of these roles, as of the legal date, from this workstation.
-- A day before somebody was entered is judged by the first entry: acceptance is dated back to the day of receipt.
create or replace function clerk.judge_person(a clerk.act, p_roles text[]) returns void
language plpgsql as $$
declare
    v_right clerk.staff_version;
begin
    select * into v_right from staff_version
    where office = a.office and user_id = a.actor
    order by valid_from <= a.legal_date desc,
        case when valid_from <= a.legal_date then valid_from - a.legal_date else a.legal_date - valid_from end desc,
        depth desc
    limit 1;
    if not found then
        perform clerk.refuse('refused', 'actor_unknown', a.actor);
    elsif not v_right.active then
        perform clerk.refuse('refused', 'right_ended', a.actor);
    elsif cardinality(v_right.workstations) > 0 and not a.workstation = any (v_right.workstations) then
        perform clerk.refuse('refused', 'workstation_not_allowed', a.actor);
    elsif not v_right.roles && p_roles then
        perform clerk.refuse('refused', 'role_missing', a.actor);
    end if;
end
$$;

-- The guards that the server repeats; the others are the workstation's.
create or replace function clerk.judge_guards(a clerk.act, p_doc jsonb, p_guards text[]) returns void
language plpgsql as $$
declare
    v_own text := 'step:' || coalesce(p_doc ->> 'step', 'approve');
    v_approver text;
begin
    if 'first_notice' = any (p_guards) and exists (
        select from clerk.standing_marks(a.office, a.stream) where mark = 'notified'
    ) then
        perform clerk.refuse('refused', 'second_notice');
    end if;
    if 'other_person' = any (p_guards) and exists (
        select from clerk.standing_marks(a.office, a.stream)
        where mark like 'step:%' and mark <> v_own and actor = a.actor
    ) then
        perform clerk.refuse('refused', 'same_person', a.actor);
    end if;
    if 'approved' = any (p_guards) then
        select actor into v_approver from clerk.standing_marks(a.office, a.stream)
        where mark = 'step:approve' order by depth desc limit 1;
        if not found then
            perform clerk.refuse('refused', 'not_approved');
        elsif v_approver <> a.actor then
            perform clerk.refuse('refused', 'approver_decides', a.actor);
        end if;
    end if;
end
$$;

-- Whether a case has standing marks is a matter of their steps: a retracted step takes its mark along.
create or replace function clerk.standing_marks(p_office text, p_stream text) returns setof clerk.case_mark
language sql stable as $$
    select m.* from case_mark m join legal_step s using (office, stream, depth)
    where m.office = p_office and m.stream = p_stream and not s.retracted
$$;

-- Marks a group as taken back, or as standing again; what hangs on it follows.
create or replace function clerk.set_retracted(p_office text, p_workstation text, p_group text, p_by text) returns void
language plpgsql as $$
begin
    update legal_step set retracted = p_by is not null
    where office = p_office and workstation = p_workstation and group_id = p_group;
    update number_given set fate = case when p_by is null then 'used' else 'void' end
    where office = p_office and workstation = p_workstation and group_id = p_group and fate <> 'imported';
    update sent_group set retracted_by = p_by
    where office = p_office and workstation = p_workstation and group_id = p_group;
end
$$;

-- Takes the last standing legal group of a stream back as a whole, wherever it stands; taking a retraction back makes
-- its target stand again. Returns the state of the stream thereafter.
create or replace function clerk.retract(a clerk.act, p_target text) returns text
language plpgsql as $$
declare
    v_last clerk.legal_step;
    v_streams text[];
    v_stream text;
    v_state text;
    g clerk.sent_group;
begin
    select * into v_last from legal_step
    where office = a.office and stream = a.stream and not retracted
    order by depth desc limit 1;
    if not found or v_last.group_id is distinct from p_target then
        perform clerk.refuse('refused', 'not_last_group', coalesce(v_last.group_id, ''));
    end if;
    v_streams := array(
        select distinct stream from legal_step
        where office = a.office and workstation = v_last.workstation and group_id = p_target
    );
    if exists (
        select from unnest(v_streams) as touched(stream) cross join lateral (
            select workstation, group_id from legal_step s
            where s.office = a.office and s.stream = touched.stream and not retracted
            order by depth desc limit 1
        ) as newest
        where (newest.workstation, newest.group_id) <> (v_last.workstation, p_target)
    ) then
        perform clerk.refuse('refused', 'not_last_group', p_target);
    end if;
    perform clerk.set_retracted(a.office, v_last.workstation, p_target, a.act_id);
    for g in
        select w.* from legal_step s
        join sent_group w on w.office = s.office and w.retracted_by = s.act_id
        where s.office = a.office and s.workstation = v_last.workstation and s.group_id = p_target
            and s.kind = 'act_retracted'
    loop
        perform clerk.set_retracted(a.office, g.workstation, g.group_id, null);
        v_streams := v_streams || array(
            select distinct stream from legal_step
            where office = a.office and workstation = g.workstation and group_id = g.group_id
        );
    end loop;
    foreach v_stream in array v_streams loop
        select * into v_last from legal_step
        where office = a.office and stream = v_stream and not retracted order by depth desc limit 1;
        update stream_head set state = coalesce(v_last.state_after, 'new'), last_legal = v_last.act_id
        where office = a.office and stream = v_stream;
        if v_stream = a.stream then
            v_state := coalesce(v_last.state_after, 'new');
        end if;
    end loop;
    return v_state;
end
$$;

-- No printed number twice; imported ones may repeat among themselves (a renewal keeps its number).
create or replace function clerk.note_number(
    a clerk.act, p_series text, p_year integer, p_serial bigint, p_number text, p_imported boolean
) returns void
language plpgsql as $$
declare
    v_holder text;
begin
    select group_id into v_holder from (
        select group_id from number_given
        where office = a.office and number = p_number and not (p_imported and fate = 'imported')
        union all
        select group_id from number_given
        where office = a.office and serial = p_serial and series = p_series and year = p_year and p_serial > 0
            and not (p_imported and fate = 'imported')
    ) as held limit 1;
    if found then
        perform clerk.refuse('refused', 'number_taken', v_holder);
    end if;
    insert into number_given
    values (a.office, a.workstation, a.seq, p_series, p_year, p_serial, p_number, a.group_id,
        case when p_imported then 'imported' else 'used' end)
    on conflict do nothing;
    if not found then
        perform clerk.refuse('refused', 'number_taken');
    end if;
end
$$;

-- A workstation without a server leases to itself; once the server has taken a series over, only the server leases it.
create or replace function clerk.note_lease(a clerk.act, p_doc jsonb) returns void
language plpgsql as $$
declare
    v_series clerk.number_series;
begin
    select * into v_series from number_series where office = a.office and series = p_doc ->> 'series';
    if found and v_series.issuer <> '' and a.workstation <> v_series.issuer then
        perform clerk.refuse('refused', 'series_taken_over', v_series.issuer);
    elsif p_doc ->> 'lessee' <> a.workstation and a.workstation <> coalesce(v_series.issuer, '') then
        perform clerk.refuse('refused', 'lease_for_another', p_doc ->> 'lessee');
    elsif exists (
        select from lease
        where office = a.office and series = p_doc ->> 'series' and year = (p_doc ->> 'year')::integer
            and first_no <= (p_doc ->> 'last')::bigint and last_no >= (p_doc ->> 'first')::bigint
    ) then
        perform clerk.refuse('refused', 'lease_overlaps', p_doc ->> 'series');
    end if;
    insert into lease
    values (a.office, p_doc ->> 'series', (p_doc ->> 'year')::integer, (p_doc ->> 'first')::bigint,
        (p_doc ->> 'last')::bigint, p_doc ->> 'lessee', a.workstation);
end
$$;

-- What the server itself must remember of a taken act.
create or replace function clerk.remember(a clerk.act, p_doc jsonb, p_depth integer) returns void
language plpgsql as $$
begin
    case a.kind
    when 'step_signed' then
        insert into case_mark
        values (a.office, a.stream, 'step:' || (p_doc ->> 'step'), p_depth, a.act_id, a.actor);
    when 'supplement_notified' then
        insert into case_mark
        values (a.office, a.stream, 'notified', p_depth, a.act_id, a.actor);
    when 'staff_changed' then
        if a.stream <> 'staff:' || (p_doc ->> 'user') then
            perform clerk.refuse('refused', 'stream_wrong', a.stream);
        end if;
        insert into staff_version
        select a.office, p_doc ->> 'user', p_depth, a.legal_date,
            array(select jsonb_array_elements_text(p_doc -> 'roles')), (p_doc ->> 'active')::boolean,
            array(select jsonb_array_elements_text(p_doc -> 'workstations'));
    when 'series_registered' then
        insert into number_series (office, series, first_no)
        values (a.office, p_doc ->> 'series', coalesce((p_doc ->> 'first')::bigint, 1))
        on conflict (office, series) do update set first_no = excluded.first_no;
    when 'series_taken_over' then
        update number_series set issuer = p_doc ->> 'issuer' where office = a.office and series = p_doc ->> 'series';
        if not found then
            perform clerk.refuse('refused', 'series_unknown', p_doc ->> 'series');
        end if;
    when 'numbers_leased' then
        perform clerk.note_lease(a, p_doc);
    when 'number_given' then
        perform clerk.note_number(a, p_doc ->> 'series', (p_doc ->> 'year')::integer, (p_doc ->> 'serial')::bigint,
            p_doc ->> 'number', coalesce((p_doc ->> 'imported')::boolean, false));
    when 'materials_received' then
        perform clerk.note_number(a, 'case', 0, 0, p_doc ->> 'case_no', a.origin = 'ledger');
    else
        null;
    end case;
end
$$;

-- One act of a group: is it what it says, may it follow, may this person do it; then the server's own notes.
create or replace function clerk.judge_act(a clerk.act, p_doc jsonb, p_founding boolean, p_training boolean) returns void
language plpgsql as $$
declare
    v_rule clerk.stream_rule;
    v_head clerk.stream_head;
    v_row clerk.procedure_row;
    v_state text;
begin
    select * into v_rule from stream_rule where kind = a.kind;
    if not found then
        perform clerk.refuse('refused', 'kind_unknown', a.kind);
    elsif a.stream not like v_rule.stream_type || ':_%'
        or (v_rule.own_workstation and a.stream <> 'workstation:' || a.workstation) then
        perform clerk.refuse('refused', 'stream_wrong', a.stream);
    elsif a.legal <> v_rule.legal or (a.follows is not null and not a.legal) then
        perform clerk.refuse('refused', 'legal_flag_wrong', a.kind);
    elsif p_doc ? 'training' and (p_doc ->> 'training')::boolean <> p_training then
        perform clerk.refuse('refused', 'training_mismatch');
    end if;
    if a.legal then
        select * into strict v_head from stream_head where office = a.office and stream = a.stream;
        if v_head.last_legal is distinct from a.follows then
            if a.follows is not null and not clerk.is_taken(a.office, a.follows) then
                perform clerk.refuse('waiting', 'behind', a.follows);
            end if;
            perform clerk.refuse('conflict', 'moved_on', coalesce(v_head.last_legal, ''));
        end if;
        v_state := v_head.state;
        if v_rule.by_procedure then
            select * into v_row from procedure_row
            where kind = a.kind and source = v_head.state and (not ledger or a.origin = 'ledger')
                and (when_field is null or p_doc ->> when_field = when_value)
            order by place limit 1;
            if not found then
                perform clerk.refuse('refused', 'act_not_allowed', v_head.state);
            end if;
            v_rule.roles := v_row.roles;
            v_state := coalesce(v_row.target, v_head.state);
        end if;
    end if;
    if a.origin <> 'ledger' and cardinality(v_rule.roles) > 0 and not (p_founding and v_rule.founding) then
        perform clerk.judge_person(a, v_rule.roles);
        perform clerk.judge_guards(a, p_doc, coalesce(v_row.guards, '{}'));
    end if;
    if a.kind = 'act_retracted' then
        v_state := clerk.retract(a, p_doc ->> 'target_group');
    end if;
    if a.legal then
        insert into legal_step
        values (a.office, a.stream, v_head.depth + 1, a.act_id, a.kind, a.workstation, a.group_id, v_state);
        update stream_head set state = v_state, last_legal = a.act_id, depth = v_head.depth + 1
        where office = a.office and stream = a.stream;
    end if;
    perform clerk.remember(a, p_doc, coalesce(v_head.depth, 0) + 1);
end
$$;

-- Judges a stored group; either everything that follows from it is noted, or nothing and the answer says why.
create or replace function clerk.judge(
    p_office text, p_workstation text, p_first bigint, p_last bigint,
    out verdict text, out reason text, out against text
)
language plpgsql as $$
declare
    v_training boolean := (select training from server_state);
    v_founding boolean;
    v_founds boolean := true;
    a record;
begin
    select w.founder and not o.founded into v_founding
    from workstation w join office o using (office) where w.office = p_office and w.code = p_workstation;
    perform clerk.judge_identity(p_office, p_workstation, p_first, p_last);
    for a in
        select act, body::jsonb as doc from act join payload using (office, workstation, seq)
        where act.office = p_office and act.workstation = p_workstation and act.seq between p_first and p_last
            and payload.seq between p_first and p_last
        order by act.seq
    loop
        if jsonb_typeof(a.doc) <> 'object' then
            perform clerk.refuse('refused', 'payload_malformed');
        end if;
        perform clerk.judge_act(a.act, a.doc, v_founding, v_training);
        v_founds := v_founds and split_part((a.act).stream, ':', 1) not in ('case', 'licence', 'licensee');
    end loop;
    if not v_founds then
        update office set founded = true where office = p_office and not founded;
    end if;
    verdict := 'taken';
    reason := '';
    against := '';
exception
    when sqlstate 'CKJDG' then
        get stacked diagnostics verdict = pg_exception_detail, reason = message_text, against = pg_exception_hint;
    when data_exception or not_null_violation or check_violation then
        verdict := 'refused';
        reason := 'payload_malformed';
        against := '';
end
$$;
