CREATE TABLE access_token (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    post TEXT NOT NULL,
    purpose TEXT NOT NULL,
    scope BIGINT NOT NULL CHECK (scope BETWEEN 1 AND 2),
    issued_at BIGINT NOT NULL,
    last_day TEXT NOT NULL,
    revoked_at BIGINT,
    last_used_at BIGINT,
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE INDEX access_token_by_account ON access_token (account, issued_at, id);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    sign_in_name TEXT NOT NULL UNIQUE,
    home_realm BIGINT NOT NULL,
    holder_kind TEXT NOT NULL CHECK (holder_kind IN ('officer', 'party', 'administrator')),
    holder_key TEXT NOT NULL,
    display_name TEXT NOT NULL,
    is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    created_at BIGINT NOT NULL,
    UNIQUE (home_realm, holder_kind, holder_key)
);

CREATE TABLE "account_belonging" (
    account TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'case', 'letter', 'information', 'supervisor', 'booking')),
    thing TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (account, kind, thing),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE INDEX account_belonging_by_time ON account_belonging (account, kind, added_at, thing);

CREATE TABLE account_identity (
    issuer TEXT NOT NULL,
    claim TEXT NOT NULL,
    claim_value TEXT NOT NULL,
    account TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, claim, claim_value),
    UNIQUE (account, issuer),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE account_password (
    account TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    hash TEXT NOT NULL,
    must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (account, ordinal),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE account_preference (
    account TEXT NOT NULL,
    topic TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account, topic, name),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE account_role (
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    scope BIGINT NOT NULL CHECK (scope BETWEEN 1 AND 5),
    PRIMARY KEY (account, role),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE agency (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    division TEXT NOT NULL,
    kind TEXT NOT NULL,
    phone TEXT,
    address TEXT,
    complaint_line TEXT,
    registered_on TEXT NOT NULL,
    closed_on TEXT, subject TEXT, announced_on TEXT,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, code)
);

CREATE INDEX agency_by_division ON agency (realm, division, code);

CREATE TABLE agency_management (
    realm BIGINT NOT NULL,
    agency TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    mode TEXT NOT NULL,
    superior TEXT,
    PRIMARY KEY (realm, agency, begins_on)
);

CREATE TABLE agency_succession (
    realm BIGINT NOT NULL,
    agency TEXT NOT NULL,
    position BIGINT NOT NULL,
    successor TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    PRIMARY KEY (realm, agency, position)
);

CREATE TABLE alert (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    recipient TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('inside', 'mail', 'message')),
    about TEXT NOT NULL,
    sealed TEXT NOT NULL,
    is_digest BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'abandoned')),
    made_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    fault TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, act, about, recipient, channel)
);

CREATE INDEX alert_by_recipient ON alert (realm, recipient, channel, made_at, id);

CREATE INDEX alert_by_time ON alert (realm, state, next_at, id);

CREATE TABLE alert_preference (
    realm BIGINT NOT NULL,
    officer TEXT NOT NULL,
    sealed TEXT NOT NULL,
    is_digest BIGINT NOT NULL,
    PRIMARY KEY (realm, officer)
);

CREATE TABLE alert_reader (
    realm BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

CREATE TABLE article (
    realm BIGINT NOT NULL,
    statute TEXT NOT NULL,
    number INTEGER NOT NULL,
    article TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    heading TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (realm, statute, number, article)
);

CREATE TABLE audit_entry (
    id TEXT NOT NULL PRIMARY KEY,
    recorded_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    session TEXT NOT NULL,
    address TEXT NOT NULL,
    remark TEXT NOT NULL
, ordinal BIGINT, chain TEXT);

CREATE INDEX audit_entry_by_actor ON audit_entry (actor, recorded_at, id);

CREATE INDEX audit_entry_by_ordinal ON audit_entry (ordinal);

CREATE INDEX audit_entry_by_subject ON audit_entry (subject, recorded_at, id);

CREATE INDEX audit_entry_by_time ON audit_entry (recorded_at, id);

CREATE TABLE audit_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    next_ordinal BIGINT NOT NULL,
    chain TEXT NOT NULL
);

CREATE TABLE benchmark_fall (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    change TEXT NOT NULL,
    fallen_from TEXT NOT NULL,
    fallen_until TEXT NOT NULL,
    number INTEGER NOT NULL,
    issued_as TEXT NOT NULL,
    known_on TEXT NOT NULL,
    PRIMARY KEY (realm, item, change, fallen_from)
);

CREATE TABLE benchmark_statute (
    realm BIGINT NOT NULL,
    statute TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (realm, statute, item)
);

CREATE TABLE benchmark_version (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    issued_as TEXT NOT NULL,
    bases TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    in_force_until TEXT,
    PRIMARY KEY (realm, item, number)
);

CREATE TABLE booking (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    query_digest TEXT NOT NULL,
    window_id TEXT NOT NULL,
    agency TEXT NOT NULL,
    on_day TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    stage TEXT NOT NULL,
    booker_mark TEXT,
    turn BIGINT,
    made_on TEXT NOT NULL,
    is_reminded BOOLEAN NOT NULL,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number),
    UNIQUE (realm, booker_mark, turn)
);

CREATE INDEX booking_by_agency ON booking (realm, agency, on_day, from_minute, id);

CREATE INDEX booking_by_stage ON booking (realm, stage, on_day, id);

CREATE INDEX booking_by_window ON booking (realm, window_id, on_day, from_minute, id);

CREATE TABLE bulk_row (
    realm BIGINT NOT NULL,
    run TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    officer TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'done', 'refused', 'undone', 'kept')),
    reason TEXT NOT NULL,
    PRIMARY KEY (realm, run, number)
);

CREATE INDEX bulk_row_by_outcome ON bulk_row (realm, run, outcome, number);

CREATE TABLE bulk_run (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    from_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    division TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('running', 'undoing', 'stopped', 'finished')),
    actor TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    waiting BIGINT NOT NULL,
    done BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    undone BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX bulk_run_by_phase ON bulk_run (realm, phase, id);

CREATE TABLE calendar_key (
    account TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    last_used_at BIGINT,
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE case_conversation (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    case_number TEXT NOT NULL,
    agency TEXT NOT NULL,
    waiting_since BIGINT,
    PRIMARY KEY (realm, case_id)
);

CREATE INDEX case_conversation_by_waiting ON case_conversation (realm, agency, waiting_since, case_id);

CREATE TABLE case_file (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    query_digest TEXT NOT NULL,
    item_code TEXT NOT NULL,
    item_version BIGINT NOT NULL,
    item_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    party TEXT NOT NULL,
    stage TEXT NOT NULL,
    received_on TEXT NOT NULL,
    answer_due TEXT,
    accepted_on TEXT,
    promised_due TEXT,
    statutory_due TEXT,
    decided_on TEXT,
    decision_number TEXT,
    outcome TEXT,
    served_on TEXT,
    closed_on TEXT,
    last_act_at BIGINT NOT NULL,
    received_position BIGINT NOT NULL, revoked_on TEXT, process TEXT, process_version BIGINT, renewal_due TEXT, is_secret INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number),
    UNIQUE (realm, decision_number)
);

CREATE INDEX case_file_by_agency ON case_file (realm, agency, last_act_at, id);

CREATE INDEX case_file_by_answer ON case_file (realm, stage, answer_due, id);

CREATE INDEX case_file_by_decision
    ON case_file (realm, item_code, decided_on, accepted_on, promised_due);

CREATE INDEX case_file_by_item ON case_file (realm, item_code, received_on, id);

CREATE INDEX case_file_by_party ON case_file (realm, party, received_on, id);

CREATE INDEX case_file_by_process ON case_file (realm, process, process_version, id);

CREATE INDEX case_file_by_promise
    ON case_file (realm, promised_due, agency, decided_on, closed_on);

CREATE INDEX case_file_by_query ON case_file (realm, query_digest);

CREATE INDEX case_file_by_receipt ON case_file (realm, agency, received_on, id);

CREATE INDEX case_file_by_renewal ON case_file (realm, renewal_due, id);

CREATE INDEX case_file_by_stage ON case_file (realm, agency, stage, last_act_at, id);

CREATE TABLE certificate (
    realm BIGINT NOT NULL,
    number TEXT NOT NULL,
    officer TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    area TEXT NOT NULL,
    issuer TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (realm, number)
);

CREATE INDEX certificate_by_end ON certificate (realm, valid_to, number);

CREATE INDEX certificate_by_officer ON certificate (realm, officer, number);

CREATE TABLE certificate_review (
    realm BIGINT NOT NULL,
    number TEXT NOT NULL,
    review_year BIGINT NOT NULL,
    is_passed BIGINT NOT NULL CHECK (is_passed IN (0, 1)),
    held_on TEXT NOT NULL,
    PRIMARY KEY (realm, number, review_year)
);

CREATE TABLE certificate_standing (
    realm BIGINT NOT NULL,
    number TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('valid', 'suspended', 'revoked')),
    reason TEXT NOT NULL,
    PRIMARY KEY (realm, number, begins_on)
);

CREATE TABLE checkpoint (
    realm BIGINT NOT NULL,
    size BIGINT NOT NULL,
    root TEXT NOT NULL,
    frontier BYTEA NOT NULL,
    note TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (realm, size)
);

CREATE TABLE code_outbox (
    id TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL,
    sent_at BIGINT NOT NULL
);

CREATE INDEX code_outbox_by_time ON code_outbox (sent_at, id);

CREATE TABLE command_key (
    realm BIGINT NOT NULL,
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    request_digest BYTEA NOT NULL,
    answer BYTEA NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (realm, actor, key)
);

CREATE INDEX command_key_by_age ON command_key (realm, recorded_at);

CREATE TABLE correction_order (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    finding BIGINT NOT NULL,
    case_number TEXT NOT NULL,
    item_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    agency_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    status TEXT NOT NULL,
    is_overdue INTEGER NOT NULL CHECK (is_overdue IN (0, 1)),
    drafted_on TEXT NOT NULL,
    reply_by TEXT,
    timer_at BIGINT, complaint TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX correction_order_by_agency ON correction_order (realm, agency, position);

CREATE INDEX correction_order_by_case ON correction_order (realm, case_id, position);

CREATE INDEX correction_order_by_complaint ON correction_order (realm, complaint, position);

CREATE INDEX correction_order_due ON correction_order (realm, timer_at, id);

CREATE TABLE delay (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    agency TEXT NOT NULL,
    item_code TEXT NOT NULL,
    promised_due TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (realm, case_id)
);

CREATE TABLE division_fact (
    realm BIGINT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (realm, code, kind, begins_on)
);

CREATE TABLE document_number (
    realm BIGINT NOT NULL,
    number TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (realm, number, case_id)
);

CREATE TABLE dossier (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    number TEXT NOT NULL,
    agency TEXT NOT NULL,
    archived_on TEXT NOT NULL,
    retention TEXT NOT NULL,
    kept_through TEXT,
    digest TEXT NOT NULL,
    borrower TEXT,
    lent_on TEXT,
    due_on TEXT,
    PRIMARY KEY (realm, case_id),
    CHECK ((borrower IS NULL) = (due_on IS NULL))
);

CREATE INDEX dossier_by_agency
    ON dossier (realm, agency, archived_on, case_id);

CREATE TABLE event (
    realm BIGINT NOT NULL,
    position BIGINT NOT NULL,
    stream TEXT NOT NULL,
    version BIGINT NOT NULL,
    type TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    envelope BYTEA NOT NULL,
    body BYTEA NOT NULL,
    commitment BYTEA NOT NULL,
    PRIMARY KEY (realm, position),
    UNIQUE (realm, stream, version)
);

CREATE TABLE failing_rule (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (realm, case_id, rule)
);

CREATE TABLE finding (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    rule TEXT NOT NULL,
    dimension TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level IN (0, 1, 2, 3)),
    subject TEXT NOT NULL,
    occurrence BIGINT NOT NULL,
    status TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    case_number TEXT NOT NULL,
    item_code TEXT NOT NULL,
    item_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    agency_name TEXT NOT NULL,
    message TEXT NOT NULL,
    article TEXT NOT NULL,
    days BIGINT,
    since BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    raised_on TEXT NOT NULL,
    explain_by TEXT,
    PRIMARY KEY (realm, case_id, number),
    UNIQUE (realm, case_id, rule, subject, occurrence)
);

CREATE INDEX finding_by_agency ON finding (realm, agency, is_open, level, position);

CREATE INDEX finding_by_day ON finding (realm, raised_on, level);

CREATE INDEX finding_by_explanation ON finding (realm, status, explain_by, case_id, number);

CREATE UNIQUE INDEX finding_by_position ON finding (realm, position);

CREATE INDEX finding_open ON finding (realm, is_open, level, position);

CREATE TABLE inbox (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    step TEXT NOT NULL,
    agency TEXT NOT NULL,
    function TEXT NOT NULL,
    entered_at BIGINT NOT NULL, assignee TEXT, urged_at BIGINT,
    PRIMARY KEY (realm, case_id, step)
);

CREATE INDEX inbox_by_function ON inbox (realm, agency, function, entered_at, case_id);

CREATE TABLE information_report (
    realm BIGINT NOT NULL,
    agency TEXT NOT NULL,
    year BIGINT NOT NULL,
    division TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (realm, agency, year)
);

CREATE INDEX information_report_by_year ON information_report (realm, year, division, agency);

CREATE TABLE information_request (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    query_digest TEXT NOT NULL,
    agency TEXT NOT NULL,
    division TEXT NOT NULL,
    applicant TEXT NOT NULL,
    stage TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    due_on TEXT,
    ended_on TEXT,
    outcome TEXT,
    ground TEXT,
    late_on TEXT,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number)
);

CREATE INDEX information_by_due ON information_request (realm, agency, stage, due_on, id);

CREATE INDEX information_by_lateness ON information_request (realm, late_on, due_on, id);

CREATE TABLE item_basis (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    statute TEXT NOT NULL,
    citation TEXT NOT NULL,
    PRIMARY KEY (realm, item, ordinal)
);

CREATE INDEX item_basis_by_statute ON item_basis (realm, statute);

CREATE TABLE item_code (
    realm BIGINT NOT NULL,
    code TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (realm, code)
);

CREATE TABLE item_part (
    realm BIGINT NOT NULL,
    former TEXT NOT NULL,
    item TEXT NOT NULL,
    in_force_from TEXT,
    PRIMARY KEY (realm, former, item)
);

CREATE TABLE item_standard (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    standard TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (realm, item)
);

CREATE INDEX item_standard_by_standard ON item_standard (realm, standard);

CREATE TABLE jurisdiction_dispute (
    realm       BIGINT NOT NULL,
    case_id     TEXT   NOT NULL,
    other       TEXT   NOT NULL,
    superior    TEXT,
    is_reported BIGINT NOT NULL,
    due_on      TEXT,
    raised_on   TEXT   NOT NULL,
    holder_says TEXT   NOT NULL,
    other_says  TEXT   NOT NULL,
    PRIMARY KEY (realm, case_id)
);

CREATE INDEX jurisdiction_dispute_by_due ON jurisdiction_dispute (realm, due_on, case_id);

CREATE TABLE legal_task (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    change TEXT NOT NULL,
    shown_from TEXT NOT NULL,
    shown_until TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    agency TEXT,
    division TEXT,
    progress TEXT NOT NULL CHECK (progress IN ('open', 'answered', 'decided')),
    due TEXT NOT NULL,
    PRIMARY KEY (realm, item, change, shown_from)
);

CREATE INDEX legal_task_by_agency ON legal_task (realm, agency, due, code, item, change);

CREATE INDEX legal_task_by_due ON legal_task (realm, due, code, item, change);

CREATE TABLE legal_task_answer (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    change TEXT NOT NULL,
    progress TEXT NOT NULL CHECK (progress IN ('open', 'answered', 'decided')),
    since TEXT NOT NULL,
    PRIMARY KEY (realm, item, change)
);

CREATE TABLE legal_task_statute (
    realm BIGINT NOT NULL,
    statute TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (realm, statute, item)
);

CREATE TABLE legal_task_version (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    agency TEXT,
    division TEXT,
    bases TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    in_force_until TEXT,
    PRIMARY KEY (realm, item, number)
);

CREATE TABLE letter (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    query_digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    agency TEXT NOT NULL,
    item_code TEXT,
    stage TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    due_on TEXT,
    reply_by TEXT,
    is_satisfied BOOLEAN,
    is_public BOOLEAN NOT NULL, outcome TEXT, publish_by TEXT, exemption TEXT,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number)
);

CREATE INDEX letter_by_due ON letter (realm, agency, stage, due_on, id);

CREATE INDEX letter_by_exemption ON letter (realm, exemption, agency, id);

CREATE INDEX letter_by_outcome ON letter (realm, outcome, agency, id);

CREATE INDEX letter_by_publication ON letter (realm, publish_by, id);

CREATE TABLE mandate (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    firm TEXT NOT NULL,
    agent TEXT NOT NULL,
    is_keeper INTEGER NOT NULL CHECK (is_keeper IN (0, 1)),
    until_day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'inForce', 'refused', 'withdrawn')),
    requested_at BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX mandate_by_agent ON mandate (realm, agent, requested_at, id);

CREATE INDEX mandate_by_code ON mandate (realm, code, requested_at, id);

CREATE INDEX mandate_by_state ON mandate (realm, state, requested_at, id);

CREATE TABLE migration_plan (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    process TEXT NOT NULL,
    from_version BIGINT NOT NULL,
    to_version BIGINT NOT NULL,
    cases BIGINT NOT NULL,
    migrated BIGINT NOT NULL,
    is_declined BIGINT NOT NULL,
    proposed_at BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX migration_plan_by_time ON migration_plan (realm, proposed_at, id);

CREATE TABLE office (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    agency TEXT NOT NULL,
    name TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX office_by_agency ON office (realm, agency, id);

CREATE TABLE officer (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    agency TEXT NOT NULL,
    joined_on TEXT NOT NULL,
    left_on TEXT, position TEXT, engagement TEXT, legal_number TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX officer_by_agency ON officer (realm, agency, id);

CREATE TABLE officer_exam (
    realm BIGINT NOT NULL,
    officer TEXT NOT NULL,
    session TEXT NOT NULL,
    subject TEXT NOT NULL,
    held_on TEXT NOT NULL,
    score BIGINT NOT NULL,
    pass_mark BIGINT NOT NULL,
    PRIMARY KEY (realm, officer, session)
);

CREATE TABLE officer_service (
    realm BIGINT NOT NULL,
    officer TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    agency TEXT NOT NULL,
    left_on TEXT,
    PRIMARY KEY (realm, officer, begins_on)
);

CREATE INDEX officer_service_by_agency ON officer_service (realm, agency, officer);

CREATE TABLE officer_training (
    realm BIGINT NOT NULL,
    officer TEXT NOT NULL,
    session TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    held_on TEXT NOT NULL,
    hours BIGINT NOT NULL,
    PRIMARY KEY (realm, officer, session)
);

CREATE TABLE official_list (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    stage TEXT,
    version INTEGER NOT NULL,
    in_force_from TEXT,
    published_on TEXT,
    filed_on TEXT,
    row_count INTEGER NOT NULL,
    position BIGINT NOT NULL, filing TEXT, filing_since TEXT, receipt TEXT,
    PRIMARY KEY (realm, id)
);

CREATE TABLE one_time_code (
    id TEXT NOT NULL PRIMARY KEY,
    number_digest TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('register', 'recover', 'change')),
    digest TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX one_time_code_by_number ON one_time_code (number_digest, sent_at, id);

CREATE INDEX one_time_code_by_time ON one_time_code (sent_at);

CREATE TABLE opinion (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    supervisor TEXT NOT NULL,
    agency TEXT NOT NULL,
    division TEXT NOT NULL,
    item_code TEXT,
    given_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    answer_position BIGINT,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number)
);

CREATE INDEX opinion_by_agency ON opinion (realm, agency, answer_by, id);

CREATE INDEX opinion_by_answer ON opinion (realm, answer_position, answer_by, id);

CREATE INDEX opinion_by_supervisor ON opinion (realm, supervisor, given_on, id);

CREATE TABLE outbox (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    sent_position BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX outbox_by_position ON outbox (realm, sent_position);

CREATE TABLE party (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organization')),
    credit_code TEXT,
    position BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX party_by_credit_code ON party (realm, credit_code, id);

CREATE TABLE party_name (
    realm BIGINT NOT NULL,
    entry TEXT NOT NULL,
    party TEXT NOT NULL,
    PRIMARY KEY (realm, entry, party)
);

CREATE INDEX party_name_by_party ON party_name (realm, party);

CREATE TABLE post (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    agency TEXT NOT NULL,
    office TEXT,
    name TEXT NOT NULL,
    responsibility TEXT NOT NULL,
    created_on TEXT NOT NULL,
    abolished_on TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX post_by_agency ON post (realm, agency, id);

CREATE TABLE post_charter (
    realm BIGINT NOT NULL,
    post TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    longest_stay_months BIGINT,
    charter TEXT NOT NULL,
    PRIMARY KEY (realm, post, begins_on)
);

CREATE TABLE post_delegation (
    realm BIGINT NOT NULL,
    post TEXT NOT NULL,
    officer TEXT NOT NULL,
    absent TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (realm, post, absent, begins_on)
);

CREATE INDEX post_delegation_by_officer ON post_delegation (realm, officer, ends_on);

CREATE TABLE post_term (
    realm BIGINT NOT NULL,
    post TEXT NOT NULL,
    officer TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    relieved_on TEXT,
    PRIMARY KEY (realm, post, officer, begins_on)
);

CREATE INDEX post_term_by_officer ON post_term (realm, officer, begins_on);

CREATE TABLE power_item (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    main_name TEXT,
    category TEXT NOT NULL,
    agency_id TEXT,
    agency_name TEXT,
    division TEXT,
    standing TEXT NOT NULL,
    draft_stage TEXT,
    version INTEGER NOT NULL,
    in_force_from TEXT,
    in_force_until TEXT,
    source TEXT,
    imported_on TEXT,
    doubt_count INTEGER NOT NULL,
    position BIGINT NOT NULL, terms TEXT NOT NULL DEFAULT '', levels BIGINT NOT NULL DEFAULT 0, local_category TEXT,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, code)
);

CREATE INDEX power_item_by_agency ON power_item (realm, agency_id, code, id);

CREATE INDEX power_item_by_agency_name ON power_item (realm, agency_name, division, id);

CREATE INDEX power_item_by_draft ON power_item (realm, draft_stage) WHERE draft_stage IS NOT NULL;

CREATE INDEX power_item_by_position ON power_item (realm, position);

CREATE TABLE power_item_version (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    in_force_from TEXT NOT NULL,
    in_force_until TEXT,
    published_on TEXT NOT NULL,
    is_public INTEGER NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (realm, item, number),
    UNIQUE (realm, item, in_force_from)
);

CREATE TABLE process_draft (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    process TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('drafted', 'submitted', 'published')),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX process_draft_by_change ON process_draft (realm, changed_at, id);

CREATE TABLE process_version (
    realm BIGINT NOT NULL,
    process TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (realm, process, number)
);

CREATE TABLE projection_state (
    realm BIGINT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (realm, name)
);

CREATE TABLE public_account (
    account TEXT NOT NULL PRIMARY KEY,
    sealed_mobile TEXT,
    closed_at BIGINT,
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE public_letter (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    agency TEXT NOT NULL,
    item_code TEXT,
    words TEXT NOT NULL,
    replied_on TEXT NOT NULL,
    position BIGINT NOT NULL, outcome TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX public_letter_by_agency ON public_letter (realm, agency, replied_on, id);

CREATE INDEX public_letter_by_day ON public_letter (realm, replied_on, id);

CREATE INDEX public_letter_by_item ON public_letter (realm, item_code, replied_on, id);

CREATE TABLE public_supervisor (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    query_digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_name TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    division TEXT NOT NULL,
    from_on TEXT NOT NULL,
    through_on TEXT NOT NULL,
    sampled BIGINT NOT NULL,
    PRIMARY KEY (realm, id),
    UNIQUE (realm, number)
);

CREATE INDEX public_supervisor_by_term ON public_supervisor (realm, through_on, division, id);

CREATE TABLE publication (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('awaited', 'published', 'withdrawn')),
    document_number TEXT NOT NULL,
    item_code TEXT NOT NULL,
    agency TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    publish_by TEXT,
    published_on TEXT,
    position BIGINT NOT NULL, standing TEXT NOT NULL DEFAULT 'awaited', review_by TEXT, shown_through TEXT, performance TEXT, performed_on TEXT, cancelled_on TEXT, cancelled_for TEXT, exempt_for TEXT, category TEXT, party_name TEXT, party_code TEXT,
    PRIMARY KEY (realm, case_id),
    UNIQUE (realm, document_number)
);

CREATE INDEX publication_awaited ON publication (realm, agency, status, publish_by, case_id);

CREATE INDEX publication_by_agency ON publication (realm, agency, status, decided_on, case_id);

CREATE INDEX publication_by_category ON publication (realm, category, status, decided_on, case_id);

CREATE INDEX publication_by_code ON publication (realm, party_code, status, decided_on, case_id);

CREATE INDEX publication_by_day ON publication (realm, status, decided_on, case_id);

CREATE INDEX publication_by_item ON publication (realm, item_code, status, decided_on, case_id);

CREATE INDEX publication_by_party ON publication (realm, party_name, status, decided_on, case_id);

CREATE INDEX publication_by_standing ON publication (realm, agency, standing, decided_on, case_id);

CREATE TABLE published_list (
    realm BIGINT NOT NULL,
    kind TEXT NOT NULL,
    division TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (realm, kind, division)
);

CREATE TABLE published_name (
    realm BIGINT NOT NULL,
    pair TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('firm', 'item')),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (realm, pair, kind, key, name)
);

CREATE TABLE rating (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    item_code TEXT NOT NULL,
    agency TEXT NOT NULL,
    grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 5),
    answer_by TEXT,
    answer_position BIGINT,
    PRIMARY KEY (realm, case_id)
);

CREATE INDEX rating_by_answer ON rating (realm, agency, answer_by, case_id);

CREATE INDEX rating_by_item ON rating (realm, item_code, grade);

CREATE TABLE realm_head (
    realm BIGINT NOT NULL PRIMARY KEY,
    next_position BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    access_epoch BIGINT NOT NULL,
    is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1)),
    clock_offset BIGINT NOT NULL
, minimum_reader BIGINT NOT NULL DEFAULT 1, minimum_reader_release TEXT NOT NULL DEFAULT '');

CREATE TABLE recovery_code (
    account TEXT NOT NULL,
    digest TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account, digest),
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE recusal (
    realm BIGINT NOT NULL,
    matter TEXT NOT NULL,
    officer TEXT NOT NULL,
    ground TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('undecided', 'granted', 'refused')),
    requested_on TEXT NOT NULL,
    PRIMARY KEY (realm, matter, officer)
);

CREATE INDEX recusal_by_standing ON recusal (realm, standing, matter, officer);

CREATE TABLE schema_migration (id TEXT NOT NULL PRIMARY KEY);

CREATE TABLE second_factor (
    account TEXT NOT NULL PRIMARY KEY,
    sealed_secret TEXT NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT,
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE service_window (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    agency TEXT NOT NULL,
    is_taking BOOLEAN NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX service_window_by_agency ON service_window (realm, agency, id);

CREATE TABLE session (
    digest TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ended_at BIGINT, address TEXT, device TEXT, proven_at BIGINT, means TEXT,
    FOREIGN KEY (account) REFERENCES account (id)
);

CREATE INDEX session_by_account ON session (account, began_at, digest);

CREATE TABLE shadow_finding (
    realm BIGINT NOT NULL,
    position BIGINT NOT NULL,
    rule TEXT NOT NULL,
    number BIGINT NOT NULL,
    case_number TEXT NOT NULL,
    item_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    agency_name TEXT NOT NULL,
    message TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    PRIMARY KEY (realm, position)
);

CREATE INDEX shadow_finding_by_rule ON shadow_finding (realm, rule, number, position);

CREATE TABLE sign_in_attempt (
    id TEXT NOT NULL PRIMARY KEY,
    name_digest TEXT NOT NULL,
    address TEXT NOT NULL,
    tried_at BIGINT NOT NULL,
    outcome TEXT NOT NULL
    CHECK (outcome IN ('open', 'failed', 'succeeded', 'unanswered', 'forgiven'))
);

CREATE INDEX sign_in_attempt_by_name ON sign_in_attempt (name_digest, tried_at);

CREATE TABLE sign_in_guard (
    name_digest TEXT NOT NULL PRIMARY KEY,
    tries BIGINT NOT NULL
);

CREATE TABLE standard_answer (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    agency TEXT NOT NULL,
    item_code TEXT,
    status TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    question TEXT,
    words TEXT,
    PRIMARY KEY (realm, id)
);

CREATE INDEX standard_answer_by_agency ON standard_answer (realm, agency, status, changed_on, id);

CREATE INDEX standard_answer_by_day ON standard_answer (realm, status, changed_on, id);

CREATE INDEX standard_answer_by_item ON standard_answer (realm, item_code, status, changed_on, id);

CREATE TABLE standard_item (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (realm, item)
);

CREATE TABLE standard_version (
    realm BIGINT NOT NULL,
    item TEXT NOT NULL,
    number INTEGER NOT NULL,
    defined_on TEXT NOT NULL,
    PRIMARY KEY (realm, item, number)
);

CREATE TABLE statute (
    realm BIGINT NOT NULL,
    statute TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    level TEXT,
    in_force_from TEXT,
    article_count INTEGER NOT NULL,
    position BIGINT NOT NULL, taken_on TEXT NOT NULL DEFAULT '1900-01-01', digest TEXT NOT NULL DEFAULT '', issuer TEXT, document_number TEXT,
    PRIMARY KEY (realm, statute, number)
);

CREATE TABLE statute_repeal (
    realm BIGINT NOT NULL,
    statute TEXT NOT NULL,
    repealed_from TEXT NOT NULL,
    ground TEXT NOT NULL,
    position BIGINT NOT NULL, recorded_on TEXT NOT NULL DEFAULT '1900-01-01',
    PRIMARY KEY (realm, statute)
);

CREATE TABLE subject_key (
    realm BIGINT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BYTEA,
    erased_by BIGINT,
    PRIMARY KEY (realm, subject),
    CHECK ((wrapped IS NULL) <> (erased_by IS NULL))
);

CREATE TABLE submission_draft (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    item_code TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX submission_draft_by_age ON submission_draft (realm, updated_at);

CREATE TABLE supervision_bulletin (
    realm BIGINT NOT NULL,
    division TEXT NOT NULL,
    period TEXT NOT NULL,
    division_name TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (realm, division, period)
);

CREATE INDEX supervision_bulletin_by_end ON supervision_bulletin (realm, ends_on, period, division);

CREATE TABLE supervision_timer (
    realm BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (realm, case_id)
);

CREATE INDEX supervision_timer_due ON supervision_timer (realm, at, case_id);

CREATE TABLE upload (
    realm BIGINT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    received BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (realm, id)
);

CREATE INDEX upload_by_age ON upload (realm, updated_at, id);

CREATE INDEX upload_by_owner ON upload (realm, owner, updated_at, id);

CREATE TABLE window_closure (
    realm BIGINT NOT NULL,
    window_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (realm, window_id, on_day, from_minute, to_minute)
);

CREATE TABLE window_item (
    realm BIGINT NOT NULL,
    item_code TEXT NOT NULL,
    window_id TEXT NOT NULL,
    PRIMARY KEY (realm, item_code, window_id)
);

CREATE INDEX window_item_by_window ON window_item (realm, window_id, item_code);
