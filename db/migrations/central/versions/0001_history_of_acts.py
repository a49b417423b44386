"""The office's shared history of acts, and what the server keeps to judge them.

`office` is in every key: it is what the tables would be distributed by. It never leads an index together with the
workstation: beside tables that were never analysed the planner thinks such a prefix as good as the whole key, and reads
all acts of a workstation to find one. The tables of rules are the same for all offices.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SERVER = """
create table server_state (
    only_row boolean primary key default true check (only_row),
    epoch text not null,
    training boolean not null,
    protocol_min integer not null,
    protocol_max integer not null,
    refused_text text not null,
    message text not null default ''
);
comment on table server_state is 'What holds for the whole server; refused_text is a pattern of characters no payload may hold.';

create table procedure_row (
    place integer primary key,
    kind text not null,
    source text not null,
    target text,
    roles text[] not null,
    guards text[] not null,
    when_field text,
    when_value text,
    ledger boolean not null
);
create index procedure_row_by_kind on procedure_row (kind, source);
comment on table procedure_row is 'The procedure, generated from the program; the server repeats only some guards.';

create table stream_rule (
    kind text primary key,
    stream_type text not null,
    legal boolean not null,
    roles text[] not null,
    own_workstation boolean not null,
    by_procedure boolean not null,
    founding boolean not null
);
comment on table stream_rule is 'What every kind of act belongs to and who may record it; empty roles ask for nobody.';
"""

OFFICES = """
create table office (
    office text primary key check (office ~ '^[A-Za-z0-9_-]{1,32}$'),
    name text not null,
    founded boolean not null default false,
    created_at timestamptz not null default now()
);
comment on column office.founded is 'True from the first act on a case, licence or licensee: then founding is over.';

create table counter (
    office text primary key references office,
    last bigint not null default 0
);
comment on table counter is 'Lock and sequence in one row: positions become visible in order. Always taken last.';

create table workstation (
    office text not null references office,
    code text not null check (code ~ '^[A-Za-z0-9_-]{1,20}$'),
    login_role text unique,
    series text not null,
    label text not null default '',
    founder boolean not null default false,
    head_seq bigint not null default 0,
    head_hash text not null default repeat('0', 64),
    acked_seq bigint not null default 0,
    program text not null default '',
    protocol integer not null default 0,
    told_now timestamptz,
    seen_at timestamptz,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    primary key (office, code),
    unique (office, series)
);
comment on column workstation.acked_seq is 'Up to here the workstation is known to have stored the answers.';
"""

HISTORY = """
create table sent_group (
    office text not null,
    workstation text not null,
    group_id text not null,
    first_seq bigint not null,
    last_seq bigint not null check (last_seq >= first_seq),
    verdict text not null check (verdict in ('taken', 'already', 'conflict', 'refused', 'waiting')),
    position bigint,
    reason text not null default '',
    against text not null default '',
    late boolean not null default false,
    retracted_by text,
    received_at timestamptz not null default clock_timestamp(),
    primary key (group_id, workstation, office),
    foreign key (office, workstation) references workstation (office, code)
);
create index sent_group_waiting on sent_group (against, office) where verdict = 'waiting';
create index sent_group_retracted on sent_group (retracted_by, office) where retracted_by is not null;
comment on table sent_group is 'Every group ever sent with its answer; late: taken only after others came.';

create table placed_group (
    office text not null,
    position bigint not null,
    workstation text not null,
    group_id text not null,
    size integer not null,
    primary key (office, position),
    foreign key (group_id, workstation, office) references sent_group
);
comment on table placed_group is
    'The order of history. Apart from sent_group, so that no index of that one begins with the office.';

create table act (
    office text not null,
    workstation text not null,
    seq bigint not null check (seq > 0),
    act_id text not null,
    stream text not null,
    group_id text not null,
    group_size integer not null check (group_size between 1 and 32),
    group_pos integer not null,
    kind text not null,
    schema integer not null,
    payload_sha256 text not null,
    legal_date date not null,
    recorded_at timestamptz not null,
    drift_ms bigint not null,
    actor text not null,
    origin text not null,
    program_version text not null,
    follows text,
    prev_hash text not null,
    hash text not null,
    legal boolean not null,
    position bigint,
    primary key (seq, workstation, office),
    foreign key (office, workstation) references workstation (office, code)
);
create unique index act_taken_once on act (act_id, office) where position is not null;
create index act_by_id on act (act_id, office);
create index act_by_stream on act (stream, office, position);
comment on table act is 'Acts of a group are found by their range of seq.';

create table payload (
    office text not null,
    workstation text not null,
    seq bigint not null,
    body text not null,
    primary key (seq, workstation, office),
    foreign key (seq, workstation, office) references act
);
comment on table payload is 'Apart from the act, so that the archive law can have it destroyed while the chain stands.';
"""

JUDGING = """
create table stream_head (
    office text not null references office,
    stream text not null,
    state text not null default 'new',
    last_legal text,
    depth integer not null default 0,
    primary key (stream, office)
);
comment on table stream_head is 'Where a stream stands: state of a case, last taken legal act, how many there were.';

create table legal_step (
    office text not null,
    stream text not null,
    depth integer not null,
    act_id text not null,
    kind text not null,
    workstation text not null,
    group_id text not null,
    state_after text not null,
    retracted boolean not null default false,
    primary key (stream, office, depth)
);
create index legal_step_by_group on legal_step (group_id, workstation, office);

create table case_mark (
    office text not null,
    stream text not null,
    mark text not null,
    depth integer not null,
    act_id text not null,
    actor text not null,
    primary key (stream, office, depth, mark)
);
comment on table case_mark is 'What the repeated guards look at: signatures and notices, each standing as its step does.';

create table staff_version (
    office text not null,
    user_id text not null,
    depth integer not null,
    valid_from date not null,
    roles text[] not null,
    active boolean not null,
    workstations text[] not null,
    primary key (user_id, office, depth)
);

create table number_series (
    office text not null,
    series text not null,
    first_no bigint not null default 1,
    issuer text not null default '',
    primary key (office, series)
);

create table lease (
    office text not null,
    series text not null,
    year integer not null,
    first_no bigint not null,
    last_no bigint not null check (last_no >= first_no),
    lessee text not null,
    issuer text not null,
    primary key (office, series, year, first_no)
);

create table number_given (
    office text not null,
    workstation text not null,
    seq bigint not null,
    series text not null,
    year integer not null,
    serial bigint not null,
    number text not null,
    group_id text not null,
    fate text not null check (fate in ('used', 'void', 'imported')),
    primary key (seq, workstation, office)
);
create unique index number_once on number_given (number, office) where fate <> 'imported';
create unique index number_serial_once on number_given (serial, series, year, office)
    where fate <> 'imported' and serial > 0;
create index number_by_text on number_given (number, office);
create index number_by_serial on number_given (serial, series, year, office);
create index number_by_group on number_given (group_id, workstation, office);
comment on table number_given is 'A number of a retracted group is void and never given again; imported ones may repeat among themselves.';
"""

BESIDE = """
create table credential (
    office text not null references office,
    user_id text not null,
    hash text not null,
    changed_at timestamptz not null,
    put_by text not null,
    put_at timestamptz not null default now(),
    primary key (office, user_id)
);

create table verified_log (
    office text not null,
    workstation text not null,
    at timestamptz not null default clock_timestamp(),
    position bigint not null,
    streams integer not null,
    differing integer not null,
    foreign key (office, workstation) references workstation (office, code)
);
create index verified_log_newest on verified_log (office, workstation, at desc);

create table incident (
    office text not null,
    workstation text not null,
    at timestamptz not null default clock_timestamp(),
    what text not null,
    seq bigint not null,
    told_hash text not null,
    kept_hash text not null,
    foreign key (office, workstation) references workstation (office, code)
);
create index incident_newest on incident (office, at desc);
comment on table incident is 'Two machines under one name, broken chains: what an administrator must hear of.';
"""


def upgrade() -> None:
    """Create every table in the schema `clerk`, which must exist and lead the search path."""
    for part in (SERVER, OFFICES, HISTORY, JUDGING, BESIDE):
        op.execute(part)
