import Database
package import EventLog
package import Kernel

/// One row of a case list.
package struct CaseRowSummary: Hashable, Sendable {
    package let id: CaseFile.ID
    package let number: String
    package let itemCode: String
    package let itemName: String
    package let agency: String
    package let party: String
    package let stage: Stage.Name
    package let receivedOn: Day
    package let answerDue: Day?
    package let promisedDue: Day?
    package let statutoryDue: Day?
    package let decidedOn: Day?
    package let decisionNumber: String?
    package let closedOn: Day?
    package let lastActAt: Instant
    /// Where the applicant's submission stands in the log.
    package let receivedPosition: Int64

    static let columns: SQL = """
        id, number, item_code, item_name, c.agency AS agency, party, stage, received_on, answer_due, promised_due,
        statutory_due, decided_on, decision_number, closed_on, last_act_at, received_position
        """

    init(_ row: Row) throws {
        let stageText: String = try row["stage"]
        guard let stage = Stage.Name(rawValue: stageText) else {
            throw DatabaseError.column("stage", expected: "a stage", found: stageText)
        }
        id = try row["id"]
        number = try row["number"]
        itemCode = try row["item_code"]
        itemName = try row["item_name"]
        agency = try row["agency"]
        party = try row["party"]
        self.stage = stage
        receivedOn = try row["received_on"]
        answerDue = try row["answer_due"]
        promisedDue = try row["promised_due"]
        statutoryDue = try row["statutory_due"]
        decidedOn = try row["decided_on"]
        decisionNumber = try row["decision_number"]
        closedOn = try row["closed_on"]
        lastActAt = try row["last_act_at"]
        receivedPosition = try row["received_position"]
    }
}

/// A case that waits for a post, and the step it waits at.
package struct InboxRow: Hashable, Sendable {
    package let summary: CaseRowSummary
    package let step: String
    package let function: String
    package let enteredAt: Instant

    init(_ row: Row) throws {
        summary = try CaseRowSummary(row)
        step = try row["step"]
        function = try row["function"]
        enteredAt = try row["entered_at"]
    }
}

extension EventReading {
    /// Returns the cases that wait for one of `functions` in `agency`, longest waiting first, after the key if given.
    package func inbox(
        of agency: String,
        functions: [String],
        after: (enteredAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [InboxRow] {
        let from = after ?? (Instant(milliseconds: 0), CaseFile.ID(""))
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns), i.step AS step, i.function AS function, i.entered_at AS entered_at
              FROM inbox i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id
             WHERE i.realm = \(realm)
               AND i.agency = \(agency)
               AND i.function IN (\(list: functions))
               AND (i.entered_at, i.case_id) > (\(from.enteredAt), \(from.id))
             ORDER BY i.entered_at, i.case_id, i.step
             LIMIT \(limit)
            """
        ).map(InboxRow.init)
    }

    /// Returns how many cases wait for each stage in `agency`.
    package func caseCounts(of agency: String) throws -> [Stage.Name: Int] {
        let rows = try reader.rows(
            """
            SELECT stage, count(*) AS cases
              FROM case_file
             WHERE realm = \(realm)
               AND agency = \(agency)
             GROUP BY stage
             ORDER BY stage
            """
        )
        var counts: [Stage.Name: Int] = [:]
        for row in rows {
            if let stage = Stage.Name(rawValue: try row["stage"]) { counts[stage] = try row["cases"] }
        }
        return counts
    }

    /// Returns the agency's cases in one of `stages`, most recently touched first, before the key if given.
    package func cases(
        of agency: String,
        in stages: [Stage.Name],
        before: (lastActAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [CaseRowSummary] {
        let from = before ?? (Instant(milliseconds: .max), CaseFile.ID(""))
        return try reader.rows(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND stage IN (\(list: stages.map(\.rawValue)))
               AND (last_act_at, id) < (\(from.lastActAt), \(from.id))
             ORDER BY last_act_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(CaseRowSummary.init)
    }

    /// Returns the case whose number and query code digest are given, or `nil`; both must fit.
    package func caseFile(number: String, queryDigest: String) throws -> CaseRowSummary? {
        try reader.firstRow(
            """
            SELECT \(CaseRowSummary.columns)
              FROM case_file c
             WHERE realm = \(realm)
               AND number = \(number)
               AND query_digest = \(queryDigest)
            """
        ).map(CaseRowSummary.init)
    }

    package func caseFile(number: String) throws -> CaseRowSummary? {
        try reader.firstRow(
            "SELECT \(CaseRowSummary.columns) FROM case_file c WHERE realm = \(realm) AND number = \(number)"
        ).map(CaseRowSummary.init)
    }

    /// Returns everything recorded about a case, oldest first: the trace (痕迹).
    package func history(of caseFile: CaseFile.ID) throws -> [RecordedEvent] {
        try events(of: CaseFile.stream(caseFile.text))
    }

    /// Returns the applicants' submissions of the listed cases as first received, keyed by case.
    package func firstSubmissions(of cases: [CaseRowSummary]) throws -> [CaseFile.ID: ApplicationReceived] {
        let events = try events(at: cases.map(\.receivedPosition))
        var found: [CaseFile.ID: ApplicationReceived] = [:]
        for summary in cases {
            if case .received(let received)? = events[summary.receivedPosition]?.as(CaseFileEvent.self) {
                found[summary.id] = received
            }
        }
        return found
    }
}
