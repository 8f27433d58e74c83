import Database
package import EventLog
import Kernel

/// The only door through which the public sees letters: answers and outcomes, masked by the masking of today.
package struct PublicLetters {
    private let reading: EventReading

    package init(_ reading: EventReading) {
        self.reading = reading
    }

    /// What a list is narrowed to; `nil` does not narrow.
    package struct Filter: Hashable, Sendable {
        package var kind: LetterKind?
        /// One of them; none does not narrow.
        package var outcomes: [ComplaintOutcome]
        package var agency: String?
        package var item: String?
        /// Words that must all occur.
        package var words: [String]

        package init(
            kind: LetterKind? = nil,
            outcomes: [ComplaintOutcome] = [],
            agency: String? = nil,
            item: String? = nil,
            words: [String] = []
        ) {
            self.kind = kind
            self.outcomes = outcomes
            self.agency = agency
            self.item = item
            self.words = words
        }
    }

    package struct Entry: Hashable, Sendable {
        package let id: Letter.ID
        package let letter: PublicLetter
    }

    /// Returns published letters, the latest reply first, behind `last` if given.
    package func list(_ filter: Filter = Filter(), after last: Entry? = nil, limit: Int) throws -> [Entry] {
        let kind: SQL = filter.kind.map { "AND kind = \($0.rawValue)" } ?? ""
        let outcome: SQL =
            filter.outcomes.isEmpty ? "" : "AND outcome IN (\(list: filter.outcomes.map(\.rawValue)))"
        let agency: SQL = filter.agency.map { "AND agency = \($0)" } ?? ""
        let item: SQL = filter.item.map { "AND item_code = \($0)" } ?? ""
        var words: SQL = ""
        for word in filter.words { words = "\(words) AND words LIKE \(PublicLetters.pattern(word)) ESCAPE '\\'" }
        let behind: SQL =
            last.map { last in
                """
                AND (replied_on < \(last.letter.repliedOn)
                     OR (replied_on = \(last.letter.repliedOn) AND id > \(last.id)))
                """
            } ?? ""
        let rows = try reading.reader.rows(
            """
            SELECT id, position
              FROM public_letter
             WHERE realm = \(reading.realm)
               \(kind)
               \(outcome)
               \(agency)
               \(item)
               \(words)
               \(behind)
             ORDER BY replied_on DESC, id
             LIMIT \(limit)
            """
        ).map { row -> (id: Letter.ID, position: Int64) in (try row["id"], try row["position"]) }
        let events = try reading.events(at: rows.map(\.position))
        let judgements = try judgements(of: rows.map(\.id))
        return rows.compactMap { row in
            guard case .published(let published)? = events[row.position]?.as(LetterEvent.self) else { return nil }
            let record = published.record.value
            return Entry(id: row.id, letter: record.judged(judgements[row.id] ?? record.isSatisfied).shown)
        }
    }

    /// What the writers of these letters say of the replies today.
    private func judgements(of ids: [Letter.ID]) throws -> [Letter.ID: Bool] {
        let rows = try reading.reader.rows(
            """
            SELECT id, is_satisfied
              FROM letter
             WHERE realm = \(reading.realm)
               AND id IN (\(list: ids))
               AND is_satisfied IS NOT NULL
            """
        )
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["id"], try $0["is_satisfied"]) })
    }

    /// Returns how often each outcome was published of an agency or an item; how many are kept back, of an agency alone.
    package func outcomes(agency: String? = nil, item: String? = nil) throws -> OutcomeFigures {
        let isOfItem = item != nil
        let agency: SQL = agency.map { "AND agency = \($0)" } ?? ""
        let item: SQL = item.map { "AND item_code = \($0)" } ?? ""
        let rows = try reading.reader.rows(
            """
            SELECT outcome, count(*) AS letters
              FROM public_letter
             WHERE realm = \(reading.realm)
               AND outcome IS NOT NULL
               \(agency)
               \(item)
             GROUP BY outcome
             ORDER BY outcome
            """
        )
        var counts: [ComplaintOutcome: Int] = [:]
        for row in rows { counts[try ComplaintOutcome.column("outcome", of: row)] = try row["letters"] }
        return OutcomeFigures(counts: counts, exempt: isOfItem ? [:] : try exempt(agency))
    }

    /// How many outcomes are kept back on which ground; which letters they are, nobody reads here.
    ///
    /// Never of one item: those who deal with it may be so few that the number names the writer.
    private func exempt(_ agency: SQL) throws -> [OutcomeExemptionGround: Int] {
        let rows = try reading.reader.rows(
            """
            SELECT exemption, count(*) AS letters
              FROM letter
             WHERE realm = \(reading.realm)
               AND exemption IS NOT NULL
               \(agency)
             GROUP BY exemption
             ORDER BY exemption
            """
        )
        var counts: [OutcomeExemptionGround: Int] = [:]
        for row in rows { counts[try OutcomeExemptionGround.column("exemption", of: row)] = try row["letters"] }
        return counts
    }

    /// Returns one published letter; `nil` when it is not public or not any more.
    package func letter(_ id: Letter.ID) throws -> Entry? {
        try reading.state(Letter.self, id.text).state.published.map { Entry(id: id, letter: $0.shown) }
    }

    /// How many of the latest published letters are compared with a new one.
    private static let compared = 200

    /// Returns published letters that read like `text`, the most alike first; at most `limit`.
    package func similar(to text: String, agency: String?, item: String?, limit: Int) throws -> [Entry] {
        let wanted = Likeness(text)
        let filter = item == nil ? Filter(agency: agency) : Filter(item: item)
        let found = try list(filter, limit: PublicLetters.compared).map { entry in
            (entry, wanted.share(of: [entry.letter.title, entry.letter.text ?? ""].joined(separator: "\n")))
        }
        return found.filter { $0.1 >= Likeness.enough }.sorted { ($1.1, $0.0.id.text) < ($0.1, $1.0.id.text) }
            .prefix(limit).map(\.0)
    }

    static func pattern(_ word: String) -> String {
        "%\(word.lowercased().map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined())%"
    }
}

/// How complaints and reports ended that were published.
package struct OutcomeFigures: Hashable, Sendable {
    package let counts: [ComplaintOutcome: Int]
    /// How many are not published, by the ground; empty of an item.
    package let exempt: [OutcomeExemptionGround: Int]

    package init(counts: [ComplaintOutcome: Int], exempt: [OutcomeExemptionGround: Int] = [:]) {
        self.counts = counts
        self.exempt = exempt
    }

    package var count: Int { counts.values.reduce(0, +) }
}
