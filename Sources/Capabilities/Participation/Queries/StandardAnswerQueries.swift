import Database
package import EventLog
package import Kernel

/// The only door through which the public reads standard answers: those that are published, masked by the masking of today.
package struct PublicStandardAnswers {
    private let reading: EventReading

    package init(_ reading: EventReading) {
        self.reading = reading
    }

    package struct Entry: Hashable, Sendable {
        package let id: StandardAnswer.ID
        package let answer: PublicStandardAnswer
    }

    /// Returns those of an agency, about an item, that have all the words as they are shown today, the latest first; `nil`
    /// does not narrow.
    package func list(
        agency: String? = nil,
        item: String? = nil,
        words: [String] = [],
        limit: Int
    ) throws -> [Entry] {
        let agency: SQL = agency.map { "AND agency = \($0)" } ?? ""
        let item: SQL = item.map { "AND item_code = \($0)" } ?? ""
        var having: SQL = ""
        for word in words { having = "\(having) AND words LIKE \(PublicLetters.pattern(word)) ESCAPE '\\'" }
        let ids = try reading.reader.rows(
            """
            SELECT id
              FROM standard_answer
             WHERE realm = \(reading.realm)
               AND status = \(StandardAnswer.Status.published.rawValue)
               \(agency)
               \(item)
               \(having)
             ORDER BY changed_on DESC, id
             LIMIT \(limit)
            """
        ).map { row -> StandardAnswer.ID in try row["id"] }
        // Words that only the masking of an earlier day showed do not tell what is hidden today.
        return try ids.compactMap(entry).filter { $0.answer.hasAll(words) }
    }

    /// Returns one of them; `nil` when it is not public or not any more.
    package func entry(_ id: StandardAnswer.ID) throws -> Entry? {
        try reading.state(StandardAnswer.self, id.text).state.published.map { Entry(id: id, answer: $0.shown) }
    }

    /// How many of an agency's latest standard answers are compared with a question.
    private static let compared = 500
    /// From half on the short question of the library is found in what somebody writes at length.
    package static let enough = 0.5

    /// Returns an agency's standard answers whose question is found in `text`, those found in it the most first.
    ///
    /// - Parameters:
    ///   - text: what somebody asks.
    ///   - agency: whose answers they are.
    ///   - item: what is asked about, if it is an item: then those about other items are left out.
    ///   - share: how much of their question the text must have, from 0 to 1.
    ///   - limit: how many at most.
    /// - Returns: public ones only.
    /// - Throws: what reading the database throws.
    package func similar(
        to text: String,
        agency: String,
        item: String?,
        sharing share: Double = PublicStandardAnswers.enough,
        limit: Int
    ) throws -> [Entry] {
        let about: SQL = item.map { "AND (item_code = \($0) OR item_code IS NULL)" } ?? ""
        let found = try reading.reader.rows(
            """
            SELECT id, question
              FROM standard_answer
             WHERE realm = \(reading.realm)
               AND agency = \(agency)
               AND status = \(StandardAnswer.Status.published.rawValue)
               AND question IS NOT NULL
               \(about)
             ORDER BY changed_on DESC, id
             LIMIT \(PublicStandardAnswers.compared)
            """
        ).map { row -> (id: StandardAnswer.ID, share: Double) in
            let question: String = try row["question"]
            return (try row["id"], Likeness(question).share(of: text))
        }
        return try found.filter { $0.share >= share }.sorted { ($1.share, $0.id.text) < ($0.share, $1.id.text) }
            .prefix(limit).compactMap { try entry($0.id) }
    }
}

extension PublicStandardAnswer {
    /// What a search looks through, in small letters.
    var searched: String { [question, answer, item?.name ?? ""].joined(separator: "\n").lowercased() }

    fileprivate func hasAll(_ words: [String]) -> Bool {
        let text = searched
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}

/// One standard answer as a row of its agency's list.
package struct StandardAnswerRow: Hashable, Sendable {
    package let id: StandardAnswer.ID
    package let status: StandardAnswer.Status
    package let changedOn: Day
}

extension EventReading {
    /// Returns an agency's standard answers of one status, the latest changed first.
    package func standardAnswers(
        of agency: String,
        _ status: StandardAnswer.Status,
        limit: Int
    ) throws -> [StandardAnswerRow] {
        try reader.rows(
            """
            SELECT id, status, changed_on
              FROM standard_answer
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND status = \(status.rawValue)
             ORDER BY changed_on DESC, id
             LIMIT \(limit)
            """
        ).map { row in
            StandardAnswerRow(
                id: try row["id"],
                status: try StandardAnswer.Status.column("status", of: row),
                changedOn: try row["changed_on"]
            )
        }
    }

    /// Returns how many standard answers an agency has of each status.
    package func standardAnswerCounts(of agency: String) throws -> [StandardAnswer.Status: Int] {
        let rows = try reader.rows(
            """
            SELECT status, count(*) AS answers
              FROM standard_answer
             WHERE realm = \(realm)
               AND agency = \(agency)
             GROUP BY status
             ORDER BY status
            """
        )
        var counts: [StandardAnswer.Status: Int] = [:]
        for row in rows { counts[try StandardAnswer.Status.column("status", of: row)] = try row["answers"] }
        return counts
    }
}
