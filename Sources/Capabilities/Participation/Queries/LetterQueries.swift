import Database
package import EventLog
package import Kernel

/// One letter as a row of a list; what was written is read from its events.
package struct LetterRow: Hashable, Sendable {
    package let id: Letter.ID
    package let number: String
    package let kind: LetterKind
    package let stage: Letter.Stage.Name
    package let filedOn: Day
    package let dueOn: Day?

    static let columns: SQL = "id, number, kind, stage, filed_on, due_on"

    init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        kind = try LetterKind.column("kind", of: row)
        stage = try Letter.Stage.Name.column("stage", of: row)
        filedOn = try row["filed_on"]
        dueOn = try row["due_on"]
    }
}

/// A complaint or report whose outcome should be public, and is not.
package struct UnpublishedOutcome: Hashable, Sendable {
    package let row: LetterRow
    package let agency: String
    package let publishBy: Day
}

extension RawRepresentable<String> {
    /// Reads a word that a column keeps.
    static func column(_ name: String, of row: Row) throws -> Self {
        let text: String = try row[name]
        guard let value = Self(rawValue: text) else {
            throw DatabaseError.column(name, expected: "\(Self.self)", found: text)
        }
        return value
    }
}

extension EventReading {
    /// Returns an agency's letters of some kinds in one of `stages`, the first due first, behind `last` if given.
    package func letters(
        of agency: String,
        kinds: [LetterKind],
        in stages: [Letter.Stage.Name],
        after last: LetterRow? = nil,
        limit: Int
    ) throws -> [LetterRow] {
        let behind: SQL =
            last.map { last in
                """
                AND (COALESCE(due_on, filed_on) > \(last.dueOn ?? last.filedOn)
                     OR (COALESCE(due_on, filed_on) = \(last.dueOn ?? last.filedOn) AND id > \(last.id)))
                """
            } ?? ""
        return try reader.rows(
            """
            SELECT \(LetterRow.columns)
              FROM letter
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND stage IN (\(list: stages.map(\.rawValue)))
               AND kind IN (\(list: kinds.map(\.rawValue)))
               \(behind)
             ORDER BY COALESCE(due_on, filed_on), id
             LIMIT \(limit)
            """
        ).map(LetterRow.init)
    }

    /// Returns the letters whose next day has passed, with their agencies, the longest overdue first.
    package func overdueLetters(on day: Day) throws -> [(agency: String, row: LetterRow)] {
        let stages: [Letter.Stage.Name] = [.waiting, .handling]
        return try reader.rows(
            """
            SELECT \(LetterRow.columns), agency
              FROM letter
             WHERE realm = \(realm)
               AND stage IN (\(list: stages.map(\.rawValue)))
               AND due_on < \(day)
             ORDER BY due_on, id
            """
        ).map { (try $0["agency"], try LetterRow($0)) }
    }

    /// Returns complaints and reports whose outcome was to be public by a day that has passed, with their agencies.
    package func unpublishedOutcomes(on day: Day) throws -> [UnpublishedOutcome] {
        try reader.rows(
            """
            SELECT \(LetterRow.columns), agency, publish_by
              FROM letter
             WHERE realm = \(realm)
               AND publish_by < \(day)
             ORDER BY publish_by, id
            """
        ).map { UnpublishedOutcome(row: try LetterRow($0), agency: try $0["agency"], publishBy: try $0["publish_by"]) }
    }

    /// Returns complaints and reports that were upheld, in whole or in part, of some agencies, the latest first.
    package func upheldComplaints(of agencies: [String], limit: Int) throws -> [LetterRow] {
        let upheld = ComplaintOutcome.allCases.filter(\.isUpheld).map(\.rawValue)
        return try reader.rows(
            """
            SELECT \(LetterRow.columns)
              FROM letter
             WHERE realm = \(realm)
               AND outcome IN (\(list: upheld))
               AND agency IN (\(list: agencies))
             ORDER BY filed_on DESC, id DESC
             LIMIT \(limit)
            """
        ).map(LetterRow.init)
    }

    /// Returns how many letters of some kinds an agency has in each stage.
    package func letterCounts(of agency: String, kinds: [LetterKind]) throws -> [Letter.Stage.Name: Int] {
        let rows = try reader.rows(
            """
            SELECT stage, count(*) AS letters
              FROM letter
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND kind IN (\(list: kinds.map(\.rawValue)))
             GROUP BY stage
             ORDER BY stage
            """
        )
        var counts: [Letter.Stage.Name: Int] = [:]
        for row in rows { counts[try Letter.Stage.Name.column("stage", of: row)] = try row["letters"] }
        return counts
    }

    /// Returns the letter whose number and query code digest are given, or `nil`; both must fit.
    package func letter(number: String, queryDigest: String) throws -> LetterRow? {
        try reader.firstRow(
            """
            SELECT \(LetterRow.columns)
              FROM letter
             WHERE realm = \(realm)
               AND number = \(number)
               AND query_digest = \(queryDigest)
            """
        ).map(LetterRow.init)
    }

    /// Returns the letters with these identifiers, newest first; unknown ones are absent.
    package func letters(_ ids: [Letter.ID]) throws -> [LetterRow] {
        try reader.rows(
            """
            SELECT \(LetterRow.columns)
              FROM letter
             WHERE realm = \(realm)
               AND id IN (\(list: ids))
             ORDER BY filed_on DESC, id DESC
            """
        ).map(LetterRow.init)
    }

    package func letter(number: String) throws -> LetterRow? {
        try reader.firstRow(
            "SELECT \(LetterRow.columns) FROM letter WHERE realm = \(realm) AND number = \(number)"
        ).map(LetterRow.init)
    }
}
