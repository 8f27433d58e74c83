package import Casework
import Database
package import EventLog
package import Kernel
import Parties

/// The only door through which the Hall sees decisions: masked here, by the policy of the day.
package struct PublicRecord {
    private let reading: EventReading
    private let policy: MaskingPolicy

    package init(_ reading: EventReading, _ policy: MaskingPolicy) {
        self.reading = reading
        self.policy = policy
    }

    /// What a list is narrowed to; `nil` does not narrow.
    package struct Filter: Sendable {
        package var agency: String?
        package var item: String?
        package var from: Day?
        package var through: Day?

        package init(agency: String? = nil, item: String? = nil, from: Day? = nil, through: Day? = nil) {
            self.agency = agency
            self.item = item
            self.from = from
            self.through = through
        }
    }

    /// Where the next page begins: behind this entry.
    package struct Cursor: Hashable, Sendable, Codable {
        package let decidedOn: Day
        package let caseFile: CaseFile.ID

        package init(decidedOn: Day, caseFile: CaseFile.ID) {
            self.decidedOn = decidedOn
            self.caseFile = caseFile
        }
    }

    package struct Entry: Hashable, Sendable {
        package let caseFile: CaseFile.ID
        package let decision: PublicDecision
        package let publishedOn: Day
        /// The event in which it became public, for its proof in the tree.
        package let position: Int64

        package var cursor: Cursor { Cursor(decidedOn: decision.decidedOn, caseFile: caseFile) }
    }

    package enum Answer: Hashable, Sendable {
        case published(Entry)
        /// It was public once; the public is told why it is no longer.
        case withdrawn(documentNumber: String, on: Day, ground: WithdrawalGround, reason: String)
    }

    /// Returns published decisions, the latest day first.
    package func list(_ filter: Filter = Filter(), after cursor: Cursor? = nil, limit: Int) throws -> [Entry] {
        let agency: SQL = filter.agency.map { "AND agency = \($0)" } ?? ""
        let item: SQL = filter.item.map { "AND item_code = \($0)" } ?? ""
        let from: SQL = filter.from.map { "AND decided_on >= \($0)" } ?? ""
        let through: SQL = filter.through.map { "AND decided_on <= \($0)" } ?? ""
        let behind: SQL =
            cursor.map { cursor in
                """
                AND (decided_on < \(cursor.decidedOn)
                     OR (decided_on = \(cursor.decidedOn) AND case_id > \(cursor.caseFile.text)))
                """
            } ?? ""
        let rows = try reading.reader.rows(
            """
            SELECT case_id, status, published_on, position
              FROM publication
             WHERE realm = \(reading.realm)
               AND status = 'published'
               \(agency)
               \(item)
               \(from)
               \(through)
               \(behind)
             ORDER BY decided_on DESC, case_id
             LIMIT \(limit)
            """
        )
        let events = try reading.events(at: rows.map { try $0["position"] })
        return try rows.compactMap { row in try entry(row, events[row["position"]]) }
    }

    /// Returns the decision with this document number, or what became of it; `nil` if it was never public.
    package func decision(_ documentNumber: String) throws -> Answer? {
        let row = try reading.reader.firstRow(
            """
            SELECT case_id, status, published_on, position
              FROM publication
             WHERE realm = \(reading.realm)
               AND document_number = \(documentNumber)
               AND status IN ('published', 'withdrawn')
            """
        )
        guard let row else { return nil }
        let position: Int64 = try row["position"]
        let event = try reading.events(at: [position])[position]
        if case .withdrawn(let withdrawn)? = event?.as(PublicationEvent.self), let day = event?.envelope.recordedAt.day
        {
            return .withdrawn(
                documentNumber: documentNumber,
                on: day,
                ground: withdrawn.ground,
                reason: PersonalText.masked(withdrawn.reason.value)
            )
        }
        return try entry(row, event).map(Answer.published)
    }

    private func entry(_ row: Row, _ event: RecordedEvent?) throws -> Entry? {
        guard case .published(let published)? = event?.as(PublicationEvent.self) else { return nil }
        return Entry(
            caseFile: CaseFile.ID(try row["case_id"]),
            decision: policy.shown(published.record.value),
            publishedOn: try row["published_on"],
            position: try row["position"]
        )
    }
}
