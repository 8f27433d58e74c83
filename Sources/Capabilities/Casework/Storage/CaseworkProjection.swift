package import Database
package import EventLog
import Kernel
import WorkflowEngine

/// One row a case, with what lists show and sort by; and one row for each step that waits for an officer.
package struct CaseworkProjection: Projection {
    package let name = "casework"
    package let version = 2
    package let tables = [
        ProjectionTable(
            "case_file",
            rows: { realm in
                """
                SELECT id, number, query_digest, item_code, item_version, item_name, agency, party, stage, received_on,
                       answer_due, accepted_on, promised_due, statutory_due, decided_on, decision_number, outcome,
                       served_on, closed_on, revoked_on, last_act_at, received_position, process, process_version,
                       renewal_due, is_secret
                  FROM case_file
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
        ProjectionTable(
            "inbox",
            rows: { realm in
                """
                SELECT case_id, step, agency, function, entered_at, assignee, urged_at
                  FROM inbox
                 WHERE realm = \(realm)
                 ORDER BY case_id, step
                """
            }
        ),
        ProjectionTable(
            "migration_plan",
            rows: { realm in
                """
                SELECT id, process, from_version, to_version, cases, migrated, is_declined, proposed_at
                  FROM migration_plan
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(CaseFileEvent.self) else { return planning(event) }
        let row = CaseRow(realm: event.realm, id: event.envelope.stream.key, at: event.envelope.recordedAt)
        switch fact {
        case .received(let given):
            return [row.insert(given, at: event.position)]
                + given.position.waiting.map(row.wait) + row.renewal(given.prior?.value) + row.secrecy(given.item)
        case .opened(let given):
            return [row.insert(given, at: event.position)]
                + given.position.waiting.map(row.wait) + row.secrecy(given.item)
        case .filed(let given):
            return [
                row.update(
                    "stage = 'examination', answer_due = NULL, accepted_on = ?, promised_due = ?, statutory_due = ?",
                    [given.filedOn.sqlValue, given.due.promised.sqlValue, given.due.statutory.sqlValue]
                )
            ]
        case .completed(let given): return [row.touched] + row.wait(at: given.position)
        case .returned(let given): return [row.touched] + row.wait(at: given.position)
        case .withdrawn(let given): return [row.touched] + (given.position.map(row.wait(at:)) ?? [])
        case .signed(let given): return [row.touched] + row.wait(at: given.position)
        case .signersChanged(let given): return [row.touched] + row.wait(at: given.position)
        case .terminated(let given): return [row.touched] + row.wait(at: given.position)
        case .handedOver(let given): return [row.touched] + row.wait(at: given.position)
        case .renewalDeemed(let given): return [row.touched] + row.wait(at: given.position)
        case .merged(let given): return [row.touched] + row.wait(at: given.position)
        case .migrated(let given):
            return [
                row.update(
                    "process = ?, process_version = ?",
                    [.text(given.to.id), given.to.version.sqlValue]
                )
            ] + row.rename(given) + row.wait(at: given.position) + [row.count(given)]
        case .revoked(let given):
            return [row.update("revoked_on = ?", [given.revokedOn.value.sqlValue])]
        case .declaredVoid(let given):
            return [row.update("revoked_on = ?", [given.declaredOn.value.sqlValue])]
                + (given.position.map(row.wait(at:)) ?? [])
        case .assigned(let given):
            return [
                row.touched,
                """
                UPDATE inbox
                   SET assignee = \(given.officer.sqlValue)
                 WHERE realm = \(event.realm)
                   AND case_id = \(event.envelope.stream.key)
                   AND step = \(given.step.text)
                """,
            ]
        case .urged(let given):
            return [
                row.touched,
                """
                UPDATE inbox
                   SET urged_at = \(event.envelope.recordedAt)
                 WHERE realm = \(event.realm)
                   AND case_id = \(event.envelope.stream.key)
                   AND step = \(given.step.text)
                """,
            ]
        case .assistantsChanged, .cancelled, .transitionDecided, .decisionCorrected, .notAccepted, .issued, .written,
            .evidenceAdded, .recordingFiled,
            .proposed,
            .noticeServed, .paid, .takenIn, .split, .followUpReceived, .followUpEnded, .refunded, .reopened, .disputed,
            .disputeStated, .disputeReported, .designated, .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            return [row.touched]
        case .correctionRequested:
            return [row.update("stage = 'correction', answer_due = NULL", [])]
        case .supplemented(let given):
            return [row.update("stage = 'intake', answer_due = ?", [given.answerDue.sqlValue])]
        case .accepted(let given):
            return [
                row.update(
                    "stage = 'examination', answer_due = NULL, accepted_on = ?, promised_due = ?, statutory_due = ?",
                    [given.acceptedOn.sqlValue, given.due.promised.sqlValue, given.due.statutory.sqlValue]
                )
            ]
        case .suspended:
            // Once decided, it is the time of what is held that stands still, and the days of the decision stay.
            return [
                row.update(
                    """
                    stage = CASE WHEN decided_on IS NULL THEN 'suspended' ELSE stage END,
                    promised_due = CASE WHEN decided_on IS NULL THEN NULL ELSE promised_due END,
                    statutory_due = CASE WHEN decided_on IS NULL THEN NULL ELSE statutory_due END
                    """,
                    []
                )
            ]
        case .resumed(let given): return [row.dues(given.due)]
        case .prolonged(let given): return [row.dues(given.due)]
        case .decided(let given):
            return [
                row.update(
                    "stage = 'decided', decided_on = ?, decision_number = ?, outcome = ?",
                    [
                        given.decidedOn.value.sqlValue, .text(given.number.value), .text(given.kind.value.rawValue),
                    ]
                )
            ]
        case .succeeded(let given):
            return [
                row.update("agency = ?", [given.successor.value.id.sqlValue]),
                """
                UPDATE inbox
                   SET agency = \(given.successor.value.id)
                 WHERE realm = \(event.realm)
                   AND case_id = \(event.envelope.stream.key)
                """,
                """
                UPDATE inbox
                   SET assignee = NULL
                 WHERE realm = \(event.realm)
                   AND case_id = \(event.envelope.stream.key)
                   AND step IN (\(list: given.released.map(\.text)))
                """,
            ]
        case .served(let given): return [row.update("served_on = ?", [given.servedOn.sqlValue])]
        case .closed(let given):
            return [
                row.update(
                    "stage = 'closed', closed_on = ?, outcome = ?",
                    [given.on.sqlValue, .text(given.manner.value.rawValue)]
                )
            ]
        }
    }
}

extension CaseworkProjection {
    private func planning(_ event: RecordedEvent) -> [SQL] {
        let id = event.envelope.stream.key
        switch event.as(MigrationPlanEvent.self) {
        case .proposed(let given)?:
            return [
                """
                INSERT INTO migration_plan
                       (realm, id, process, from_version, to_version, cases, migrated, is_declined, proposed_at)
                VALUES (\(event.realm), \(id), \(given.to.id), \(given.from.version), \(given.to.version),
                        \(given.cases.count), 0, 0, \(event.envelope.recordedAt))
                """
            ]
        case .declined?:
            return ["UPDATE migration_plan SET is_declined = 1 WHERE realm = \(event.realm) AND id = \(id)"]
        case nil: return []
        }
    }
}

/// The statements that change one case's rows.
private struct CaseRow {
    let realm: Realm
    let id: String
    let at: Instant

    /// Notes when the case was last touched, once an act.
    ///
    /// Names no column that stays as it is: SQLite would write every index anew in which it stands. And leaves the row
    /// alone where another event of the act touched it: PostgreSQL would write every index anew.
    var touched: SQL {
        SQL(
            "UPDATE case_file SET last_act_at = ? WHERE realm = ? AND id = ? AND last_act_at <> ?",
            [at.sqlValue, realm.sqlValue, .text(id), at.sqlValue]
        )
    }

    /// `assignments` is written in code; every update also notes when the case was last touched.
    func update(_ assignments: StaticString, _ values: [SQLValue]) -> SQL {
        SQL("UPDATE case_file SET ", [])
            + SQL(assignments, values)
            + SQL(", last_act_at = ? WHERE realm = ? AND id = ?", [at.sqlValue, realm.sqlValue, .text(id)])
    }

    func dues(_ due: DueDays) -> SQL {
        update(
            """
            stage = CASE WHEN decided_on IS NULL THEN 'examination' ELSE stage END,
            promised_due = CASE WHEN decided_on IS NULL THEN ? ELSE promised_due END,
            statutory_due = CASE WHEN decided_on IS NULL THEN ? ELSE statutory_due END
            """,
            [due.promised.sqlValue, due.statutory.sqlValue]
        )
    }

    func insert(_ received: ApplicationReceived, at position: Int64) -> SQL {
        insert(
            received.item,
            [
                .text(received.number.value), .text(received.queryDigest), .text(received.party), .text("intake"),
                received.receivedOn.sqlValue, received.answerDue.sqlValue,
            ],
            at: position
        )
    }

    /// By when a renewal must be decided.
    func renewal(_ prior: PriorPermit?) -> [SQL] {
        guard let due = prior?.renewsAfter else { return [] }
        return [update("renewal_due = ?", [due.sqlValue])]
    }

    func secrecy(_ item: ItemPin) -> [SQL] { item.isSecret ? [update("is_secret = 1", [])] : [] }

    func insert(_ opened: CaseOpened, at position: Int64) -> SQL {
        insert(
            opened.item,
            [
                .text(opened.number.value), .text(""), .text(opened.party), .text("inquiry"),
                opened.registeredOn.sqlValue, .null,
            ],
            at: position
        )
    }

    /// `particulars`: number, digest of the query code, party, stage, day, last day of the answer.
    private func insert(_ item: ItemPin, _ particulars: [SQLValue], at position: Int64) -> SQL {
        SQL(
            """
            INSERT INTO case_file
                   (realm, id, number, query_digest, party, stage, received_on, answer_due, item_code, item_version,
                    item_name, agency, last_act_at, received_position, process, process_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [realm.sqlValue, .text(id)] + particulars + [
                .text(item.code), item.version.sqlValue, .text(item.name), .text(item.agency), at.sqlValue,
                .integer(position), .text(item.process.id), item.process.version.sqlValue,
            ]
        )
    }

    /// Gives the rows of waiting steps the names and posts of another version; they are set aside first, for names may
    /// change places.
    func rename(_ migrated: ProcessMigrated) -> [SQL] {
        let aside: SQL = """
            UPDATE inbox
               SET step = '#' || step
             WHERE realm = \(realm)
               AND case_id = \(id)
            """
        return [aside]
            + migrated.position.waiting.flatMap { waiting in
                migrated.mapping.sources(of: waiting.step).map { source in
                    """
                    UPDATE inbox
                       SET step = \(waiting.step.text),
                           assignee = CASE WHEN function = \(waiting.post) THEN assignee ELSE NULL END,
                           function = \(waiting.post)
                     WHERE realm = \(realm)
                       AND case_id = \(id)
                       AND step = \("#\(source)")
                    """
                }
            }
    }

    func count(_ migrated: ProcessMigrated) -> SQL {
        """
        UPDATE migration_plan
           SET migrated = migrated + \(migrated.goesBack ? -1 : 1)
         WHERE realm = \(realm)
           AND id = \(migrated.plan)
        """
    }

    /// Steps that go on waiting keep their row and its time.
    func wait(at position: FlowPosition) -> [SQL] {
        let gone: SQL = """
            DELETE FROM inbox
             WHERE realm = \(realm)
               AND case_id = \(id)
               AND step NOT IN (\(list: position.steps.map(\.text) + [""]))
            """
        return [gone] + position.waiting.map(wait)
    }

    func wait(_ waiting: FlowPosition.Waiting) -> SQL {
        SQL(
            """
            INSERT INTO inbox (realm, case_id, step, agency, function, entered_at)
            SELECT realm, id, ?, agency, ?, ?
              FROM case_file
             WHERE realm = ?
               AND id = ?
                ON CONFLICT (realm, case_id, step) DO NOTHING
            """,
            [.text(waiting.step.text), .text(waiting.post), at.sqlValue, realm.sqlValue, .text(id)]
        )
    }
}
