import Database
import SQLiteDriver

/// A demonstration whose open cases are repeated until there are as many as wanted.
struct ManyCases {
    struct Nothing: Error {}

    let database: String
    let wanted: Int
    /// How many open cases there are in the end.
    private(set) var open = 0
    private var copies = 0

    /// So many copies have their events, spread over the whole list.
    private static let told = 60
    /// What a copy's moments are apart from the next one's.
    private static let apart = 1_000_000

    init(database: String, wanted: Int) {
        (self.database, self.wanted) = (database, wanted)
    }

    private var step: Int { max(1, copies / ManyCases.told) }

    func fill() async throws -> ManyCases {
        let database = try await SQLiteDatabase.open(path: database, mode: .existing)
        let wanted = wanted
        let found = try await database.write { writer -> (open: Int, copies: Int) in
            let count = try writer.firstRow("SELECT COUNT(*) FROM case_file WHERE stage <> 'closed'")
            let open: Int = try count?[0] ?? 0
            guard open > 0 else { throw Nothing() }
            let copies = wanted / open
            try ManyCases.repeatCases(copies, in: writer)
            try ManyCases.repeatEvents(every: max(1, copies / ManyCases.told), of: copies, in: writer)
            try writer.execute("ANALYZE")
            return (open * (copies + 1), copies)
        }
        await database.close()
        var filled = self
        (filled.open, filled.copies) = (found.open, found.copies)
        return filled
    }

    /// The moment of a case in its list is its copy, then its rank in there; its days are far, so that none is late.
    private static func repeatCases(_ copies: Int, in writer: any SQLWriter) throws {
        try writer.execute(
            """
            WITH RECURSIVE copy (number) AS (
                SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < \(copies)
            )
            INSERT INTO inbox (realm, case_id, step, agency, function, entered_at, assignee, urged_at)
            SELECT i.realm, i.case_id || '-' || number, i.step, i.agency, i.function, number * \(apart) + rank,
                   i.assignee, i.urged_at
              FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY entered_at, case_id) AS rank FROM inbox) AS i
              JOIN case_file c ON c.realm = i.realm AND c.id = i.case_id AND c.stage <> 'closed'
             CROSS JOIN copy
            """
        )
        try writer.execute(
            """
            WITH RECURSIVE copy (number) AS (
                SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < \(copies)
            )
            INSERT INTO case_file
                   (realm, id, number, query_digest, item_code, item_version, item_name, agency, party, stage,
                    received_on, answer_due, accepted_on, promised_due, statutory_due, decided_on, decision_number,
                    outcome, served_on, closed_on, last_act_at, received_position, process, process_version, is_secret)
            SELECT realm, id || '-' || copy.number, c.number || '-' || copy.number, query_digest, item_code,
                   item_version, item_name, agency, party, stage, received_on,
                   CASE WHEN answer_due IS NULL THEN NULL ELSE '2099-12-31' END, accepted_on,
                   CASE WHEN promised_due IS NULL THEN NULL ELSE '2099-12-31' END,
                   CASE WHEN statutory_due IS NULL THEN NULL ELSE '2099-12-31' END, decided_on,
                   decision_number || '-' || copy.number, outcome, served_on, closed_on,
                   copy.number * \(apart) + rank, received_position, process, process_version, is_secret
              FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY last_act_at, id) AS rank FROM case_file) AS c
             CROSS JOIN copy
             WHERE stage <> 'closed'
            """
        )
    }

    /// Before the log's first position, where nobody reads it in order.
    private static func repeatEvents(every step: Int, of copies: Int, in writer: any SQLWriter) throws {
        try writer.execute(
            """
            WITH RECURSIVE copy (number) AS (
                SELECT 1 UNION ALL SELECT number + \(step) FROM copy WHERE number + \(step) <= \(copies)
            )
            INSERT INTO event (realm, position, stream, version, type, recorded_at, envelope, body, commitment)
            SELECT e.realm, -ROW_NUMBER() OVER (), e.stream || '-' || copy.number, e.version, e.type, e.recorded_at,
                   e.envelope, e.body, e.commitment
              FROM case_file c
              JOIN event e ON e.realm = c.realm AND e.stream = 'casefile/' || c.id
             CROSS JOIN copy
             WHERE c.stage <> 'closed'
               AND c.last_act_at > \(1_000_000_000_000)
            """
        )
    }

    /// The pages that are asked for, by name: each from another place, so that none is asked for twice in a row.
    func places(_ count: Int) -> [(name: String, places: [String])] {
        let told = Array(stride(from: 1, through: copies, by: step))
        let numbers = (0..<count).map { told[$0 * 7 % told.count] }
        func stage(_ name: String) -> [String] {
            numbers.map { "/desk?tab=\(name)&after=\(($0 + 1) * ManyCases.apart)~0" }
        }
        return [
            ("the desk", numbers.map { _ in "/desk" }),
            ("my inbox, from many places", numbers.map { "/desk?tab=mine&after=\($0 * ManyCases.apart)~0" }),
            ("cases under examination, from many places", stage("examination")),
            ("cases to be accepted, from many places", stage("intake")),
            ("narrowed to an item that has none", numbers.prefix(count / 4).map { _ in "/desk?tab=mine&item=none" }),
        ]
    }
}
