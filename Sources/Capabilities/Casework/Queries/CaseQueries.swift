package import Database
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

extension SQLReader {
    /// Returns the case that bears the number, or `nil`.
    package func caseFile(numbered number: String, in realm: Realm) throws -> CaseFile.ID? {
        try value("SELECT id FROM case_file WHERE realm = \(realm) AND number = \(number)")
    }
}

extension EventReading {
    /// Returns the agency's cases, most recently touched first, before the key if given.
    package func cases(
        of agency: String,
        before: (lastActAt: Instant, id: CaseFile.ID)? = nil,
        limit: Int
    ) throws -> [CaseRowSummary] {
        try cases(CaseSelection(agencies: [agency]), before: before, limit: limit)
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
