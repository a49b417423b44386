"""Keep acts, their fates, and what is derived from them.

The first schema. Written as SQL, since nothing but SQLite with FTS5 ever runs it.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE act (
        "key" INTEGER NOT NULL,
        act_id TEXT NOT NULL,
        office TEXT NOT NULL,
        stream TEXT NOT NULL,
        group_id TEXT NOT NULL,
        group_size INTEGER NOT NULL,
        group_pos INTEGER NOT NULL,
        workstation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        schema INTEGER NOT NULL,
        payload_sha256 TEXT NOT NULL,
        legal_date TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        drift_ms INTEGER NOT NULL,
        actor TEXT NOT NULL,
        origin TEXT NOT NULL,
        program_version TEXT NOT NULL,
        follows TEXT,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        legal INTEGER NOT NULL,
        CONSTRAINT pk_act PRIMARY KEY ("key"),
        CONSTRAINT uq_act_workstation_seq UNIQUE (workstation, seq),
        CONSTRAINT ck_act_seq CHECK (seq > 0),
        CONSTRAINT ck_act_group_size CHECK (group_size BETWEEN 1 AND 32),
        CONSTRAINT ck_act_group_pos CHECK (group_pos BETWEEN 1 AND group_size),
        CONSTRAINT ck_act_origin CHECK (origin IN ('live', 'paper', 'ledger', 'online')),
        CONSTRAINT ck_act_hash CHECK (length(hash) = 64),
        CONSTRAINT ck_act_prev_hash CHECK (length(prev_hash) = 64),
        CONSTRAINT ck_act_payload_sha256 CHECK (length(payload_sha256) = 64),
        CONSTRAINT ck_act_legal CHECK (legal IN (0, 1)),
        CONSTRAINT ck_act_legal_date CHECK (length(legal_date) = 10),
        CONSTRAINT ck_act_recorded_at CHECK (length(recorded_at) = 27)
    )
    STRICT""",
    "CREATE INDEX ix_act_group_id ON act (group_id)",
    "CREATE INDEX ix_act_ledger_act_id ON act (act_id) WHERE origin = 'ledger'",
    'CREATE INDEX ix_act_stream_key ON act (stream, "key")',
    """CREATE TABLE answer_log (
        n INTEGER NOT NULL,
        workstation TEXT NOT NULL,
        group_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        position INTEGER,
        reason TEXT NOT NULL,
        against TEXT NOT NULL,
        received_at TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_answer_log PRIMARY KEY (n),
        CONSTRAINT ck_answer_log_verdict CHECK (verdict IN ('pending', 'taken', 'already', 'conflict', 'refused', 'waiting')),
        CONSTRAINT ck_answer_log_hash CHECK (length(hash) = 64)
    )
    STRICT""",
    "CREATE INDEX ix_answer_log_group_id ON answer_log (group_id)",
    """CREATE TABLE case_row (
        case_id TEXT NOT NULL,
        case_no TEXT NOT NULL,
        state TEXT NOT NULL,
        item TEXT NOT NULL,
        item_kind TEXT NOT NULL,
        applicant TEXT NOT NULL,
        applicant_id TEXT NOT NULL,
        phone TEXT NOT NULL,
        channel TEXT NOT NULL,
        origin TEXT NOT NULL,
        doubtful INTEGER NOT NULL,
        received_on TEXT,
        notified_on TEXT,
        supplement_due_on TEXT,
        accepted_on TEXT,
        notice_due_on TEXT,
        due_on TEXT,
        promised_on TEXT,
        stopped_since TEXT,
        decided_on TEXT,
        result TEXT NOT NULL,
        concluded_on TEXT,
        on_time_statutory INTEGER,
        on_time_promised INTEGER,
        delivery_due_on TEXT,
        publication_due_on TEXT,
        delivery_method TEXT NOT NULL,
        stage TEXT NOT NULL,
        certificate_no TEXT NOT NULL,
        document_no TEXT NOT NULL,
        waybill TEXT NOT NULL,
        posted_on TEXT,
        delivered_on TEXT,
        closed_on TEXT,
        next_clock TEXT NOT NULL,
        next_due_on TEXT,
        open INTEGER NOT NULL,
        provisional INTEGER NOT NULL,
        CONSTRAINT pk_case_row PRIMARY KEY (case_id),
        CONSTRAINT ck_case_row_state CHECK (state IN ('new', 'received', 'awaiting_supplement', 'accepted', 'handled', 'checked', 'granted', 'refused', 'not_accepted', 'no_licence_needed', 'withdrawn', 'terminated', 'delivered', 'closed')),
        CONSTRAINT ck_case_row_stage CHECK (stage IN ('', 'to_make', 'to_seal', 'to_pick_up', 'to_post', 'in_transit', 'returned', 'delivered'))
    )
    STRICT""",
    "CREATE INDEX ix_case_row_accepted ON case_row (accepted_on DESC, case_no) WHERE accepted_on IS NOT NULL",
    "CREATE INDEX ix_case_row_case_no ON case_row (case_no)",
    """CREATE INDEX ix_case_row_concluded ON case_row (concluded_on DESC, case_no) WHERE concluded_on IS NOT NULL""",
    """CREATE INDEX ix_case_row_open_due ON case_row (next_due_on IS NULL, next_due_on, case_no) WHERE open = 1""",
    "CREATE INDEX ix_case_row_posted ON case_row (posted_on DESC, case_no) WHERE posted_on IS NOT NULL",
    "CREATE INDEX ix_case_row_received ON case_row (received_on DESC, case_no)",
    "CREATE INDEX ix_case_row_stage ON case_row (stage, delivery_due_on) WHERE stage <> ''",
    "CREATE INDEX ix_case_row_state ON case_row (state, received_on DESC)",
    """CREATE TABLE case_serial (
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        CONSTRAINT pk_case_serial PRIMARY KEY (year)
    )
    STRICT""",
    """CREATE TABLE chain_head (
        workstation TEXT NOT NULL,
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        newest_at TEXT NOT NULL,
        CONSTRAINT pk_chain_head PRIMARY KEY (workstation),
        CONSTRAINT ck_chain_head_hash CHECK (length(hash) = 64)
    )
    STRICT""",
    """CREATE TABLE credential (
        user TEXT NOT NULL,
        hash TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        CONSTRAINT pk_credential PRIMARY KEY (user)
    )
    STRICT""",
    """CREATE TABLE draft (
        draft_id TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        user TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (draft_id)
    )
    STRICT""",
    """CREATE TABLE exchange_run (
        n INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        "trigger" TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        report TEXT,
        CONSTRAINT pk_exchange_run PRIMARY KEY (n)
    )
    STRICT""",
    """CREATE TABLE inspection_row (
        act_id TEXT NOT NULL,
        stream TEXT NOT NULL,
        day TEXT NOT NULL,
        trade TEXT NOT NULL,
        holder TEXT NOT NULL,
        holder_id TEXT NOT NULL,
        inspectors TEXT NOT NULL,
        findings INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        fine_yuan INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        CONSTRAINT pk_inspection_row PRIMARY KEY (act_id)
    )
    STRICT""",
    "CREATE INDEX ix_inspection_row_day ON inspection_row (day)",
    "CREATE INDEX ix_inspection_row_stream ON inspection_row (stream)",
    """CREATE TABLE licence_row (
        stream TEXT NOT NULL,
        licence_no TEXT NOT NULL,
        item TEXT NOT NULL,
        holder TEXT NOT NULL,
        holder_id TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        granted_on TEXT,
        cancelled_on TEXT,
        case_id TEXT NOT NULL,
        CONSTRAINT pk_licence_row PRIMARY KEY (stream)
    )
    STRICT""",
    "CREATE INDEX ix_licence_row_expiry ON licence_row (valid_to DESC, licence_no)",
    "CREATE INDEX ix_licence_row_holder_id_valid_to ON licence_row (holder_id, valid_to)",
    "CREATE INDEX ix_licence_row_licence_no ON licence_row (licence_no)",
    """CREATE TABLE licensee_row (
        stream TEXT NOT NULL,
        id_number TEXT NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        id_type TEXT NOT NULL,
        legal_representative TEXT NOT NULL,
        address TEXT NOT NULL,
        contact TEXT NOT NULL,
        phone TEXT NOT NULL,
        trade TEXT NOT NULL,
        key_supervision INTEGER NOT NULL,
        CONSTRAINT pk_licensee_row PRIMARY KEY (stream)
    )
    STRICT""",
    "CREATE INDEX ix_licensee_row_id_number ON licensee_row (id_number)",
    """CREATE TABLE number_gap (
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        noticed_at TEXT NOT NULL,
        CONSTRAINT pk_number_gap PRIMARY KEY (series, year, first),
        CONSTRAINT ck_number_gap_span CHECK (first <= last)
    )
    STRICT""",
    """CREATE TABLE number_ledger (
        n INTEGER NOT NULL,
        stream TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        number TEXT NOT NULL,
        fate TEXT NOT NULL,
        document TEXT NOT NULL,
        reason TEXT NOT NULL,
        workstation TEXT NOT NULL,
        clash INTEGER NOT NULL,
        CONSTRAINT pk_number_ledger PRIMARY KEY (n),
        CONSTRAINT ck_number_ledger_fate CHECK (fate IN ('leased', 'given', 'used', 'void', 'returned', 'unknown', 'imported')),
        CONSTRAINT uq_number_ledger_stream_series_year_serial UNIQUE (stream, series, year, serial)
    )
    STRICT""",
    "CREATE INDEX ix_number_ledger_number ON number_ledger (number)",
    "CREATE INDEX ix_number_ledger_series_year_serial ON number_ledger (series, year, serial)",
    "CREATE UNIQUE INDEX uq_number_ledger_serial ON number_ledger (series, year, serial) WHERE clash = 0",
    "CREATE UNIQUE INDEX uq_number_ledger_text ON number_ledger (number) WHERE clash = 0",
    """CREATE TABLE paper (
        sheet_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        document TEXT NOT NULL,
        number TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        pdf BLOB NOT NULL,
        CONSTRAINT pk_paper PRIMARY KEY (sheet_id),
        CONSTRAINT ck_paper_sha256 CHECK (length(sha256) = 64)
    )
    STRICT""",
    "CREATE INDEX ix_paper_case_id ON paper (case_id)",
    """CREATE TABLE search_entry (
        entry INTEGER NOT NULL,
        kind TEXT NOT NULL,
        ref TEXT NOT NULL,
        body TEXT NOT NULL,
        CONSTRAINT pk_search_entry PRIMARY KEY (entry),
        CONSTRAINT uq_search_entry_kind_ref UNIQUE (kind, ref)
    )
    STRICT""",
    """CREATE TABLE setting (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY ("key")
    )
    STRICT""",
    """CREATE TABLE stream_head (
        stream TEXT NOT NULL,
        count INTEGER NOT NULL,
        last_legal TEXT,
        fold_hash TEXT NOT NULL,
        foreign_legal INTEGER NOT NULL,
        CONSTRAINT pk_stream_head PRIMARY KEY (stream),
        CONSTRAINT ck_stream_head_fold_hash CHECK (length(fold_hash) = 64)
    )
    WITHOUT ROWID,
    STRICT""",
    """CREATE TABLE touched_stream (
        stream TEXT NOT NULL,
        CONSTRAINT pk_touched_stream PRIMARY KEY (stream)
    )
    STRICT""",
    """CREATE TABLE workstation (
        id INTEGER NOT NULL,
        workstation TEXT NOT NULL,
        office TEXT NOT NULL,
        series TEXT NOT NULL,
        founder INTEGER NOT NULL,
        training INTEGER NOT NULL,
        CONSTRAINT pk_workstation PRIMARY KEY (id),
        CONSTRAINT ck_workstation_single CHECK (id = 1)
    )
    STRICT""",
    """CREATE TABLE act_fate (
        act_key INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        position INTEGER,
        reason TEXT NOT NULL,
        against TEXT NOT NULL,
        same_as TEXT NOT NULL,
        retracted_by INTEGER,
        settled_by TEXT NOT NULL,
        CONSTRAINT pk_act_fate PRIMARY KEY (act_key),
        CONSTRAINT ck_act_fate_verdict CHECK (verdict IN ('pending', 'taken', 'already', 'conflict', 'refused', 'waiting')),
        CONSTRAINT ck_act_fate_position CHECK ((verdict = 'taken') = (position IS NOT NULL)),
        CONSTRAINT fk_act_fate_act_key_act FOREIGN KEY(act_key) REFERENCES act ("key")
    )
    STRICT""",
    "CREATE INDEX ix_act_fate_not_taken ON act_fate (act_key) WHERE verdict <> 'taken'",
    "CREATE UNIQUE INDEX uq_act_fate_position ON act_fate (position) WHERE position IS NOT NULL",
    """CREATE TABLE payload (
        act_key INTEGER NOT NULL,
        body TEXT NOT NULL,
        CONSTRAINT pk_payload PRIMARY KEY (act_key),
        CONSTRAINT ck_payload_size CHECK (octet_length(body) <= 65536),
        CONSTRAINT ck_payload_json CHECK (json_valid(body)),
        CONSTRAINT fk_payload_act_key_act FOREIGN KEY(act_key) REFERENCES act ("key")
    )
    STRICT""",
    """CREATE TABLE retraction (
        act_key INTEGER NOT NULL,
        target_group TEXT NOT NULL,
        CONSTRAINT pk_retraction PRIMARY KEY (act_key),
        CONSTRAINT fk_retraction_act_key_act FOREIGN KEY(act_key) REFERENCES act ("key")
    )
    STRICT""",
    "CREATE INDEX ix_retraction_target_group ON retraction (target_group)",
)

VIEW = """CREATE VIEW standing_act AS
    SELECT act.*, act_fate.position
    FROM act JOIN act_fate ON act_fate.act_key = act."key"
    WHERE act_fate.verdict IN ('pending', 'taken') AND act_fate.retracted_by IS NULL"""

# The tokenizer that takes every character above ASCII for a letter: `unicode61` does not know the newer Han planes.
GRAMS = """CREATE VIRTUAL TABLE search_gram USING fts5(
    grams, content='', contentless_delete=1, detail=none, tokenize='ascii')"""

IMMUTABLE = ("act", "payload", "answer_log")


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
    op.execute(VIEW)
    op.execute(GRAMS)
    for table in IMMUTABLE:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER tr_{table}_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    op.execute(
        "CREATE TRIGGER tr_act_fate_delete BEFORE DELETE ON act_fate "
        "BEGIN SELECT RAISE(ABORT, 'a fate is never forgotten'); END"
    )
