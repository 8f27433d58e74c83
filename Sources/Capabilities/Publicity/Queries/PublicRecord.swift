package import Casework
import Database
package import EventLog
package import Kernel
import Parties

/// The only door through which the Hall sees decisions: masked here, by the policy of the day.
package struct PublicRecord {
    let reading: EventReading
    private let policy: MaskingPolicy
    let today: Day
    /// Up to so many names each is asked for its results; of what stands in more, the latest are soon found by day.
    var fewNames = 200

    /// - Parameters:
    ///   - reading: the realm's log.
    ///   - policy: the masking of today, applied again to what was published before.
    ///   - today: what was to be shown until an earlier day is not shown any more.
    package init(_ reading: EventReading, _ policy: MaskingPolicy, on today: Day) {
        self.reading = reading
        self.policy = policy
        self.today = today
    }

    /// What a list is narrowed to; `nil` does not narrow.
    package struct Filter: Sendable {
        package var agency: String?
        package var item: String?
        package var from: Day?
        package var through: Day?
        /// The national code of the items' category.
        package var category: String?
        /// A document number, a credit code, or a part of the name of a firm or an item.
        package var sought: Sought?

        package init(
            agency: String? = nil,
            item: String? = nil,
            from: Day? = nil,
            through: Day? = nil,
            category: String? = nil,
            sought: Sought? = nil
        ) {
            self.agency = agency
            self.item = item
            self.from = from
            self.through = through
            self.category = category
            self.sought = sought
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
        /// The last day on which it is shown; `nil` without an end.
        package let shownThrough: Day?
        /// How far it was carried out, and since when.
        package var performance: Performance?
        package var performedOn: Day?
        /// When and why the permit was struck off; what was decided stays public.
        package var cancellation: Cancellation?
        package var corrections: [Publication.Correction] = []
        /// Days from proposal to review; `nil` if nobody but the publishing officer looked at it.
        package var review: PublicationReview?

        init(
            caseFile: CaseFile.ID,
            decision: PublicDecision,
            publishedOn: Day,
            position: Int64,
            shownThrough: Day?
        ) {
            self.caseFile = caseFile
            self.decision = decision
            self.publishedOn = publishedOn
            self.position = position
            self.shownThrough = shownThrough
        }

        /// What would be published on a day, for who decides on it.
        package init(previewing decision: PublicDecision, of caseFile: CaseFile.ID, on day: Day) {
            self.init(caseFile: caseFile, decision: decision, publishedOn: day, position: -1, shownThrough: nil)
        }

        /// A permit that was struck off (注销).
        package struct Cancellation: Hashable, Sendable {
            package let on: Day
            package let ground: PermitCancelled.Ground
        }

        /// Whether the permission holds on `day`.
        package func status(on day: Day) -> String {
            if cancellation != nil { return "已注销" }
            if let performance { return performance.chinese }
            guard let last = decision.validThrough, last < day else { return "有效" }
            return "已到期"
        }

        package var cursor: Cursor { Cursor(decidedOn: decision.decidedOn, caseFile: caseFile) }
    }

    package enum Answer: Hashable, Sendable {
        case published(Entry)
        /// It was public once; the public is told why it is no longer.
        case withdrawn(documentNumber: String, on: Day, ground: WithdrawalGround, reason: String, Overturning?)
        /// Its time in public is over, by its period or ended early with a reason.
        case ended(documentNumber: String, on: Day, reason: String?)
    }

    /// Returns published decisions, the latest first; indexes, read backwards from the cursor on.
    package func list(_ filter: Filter = Filter(), after cursor: Cursor? = nil, limit: Int) throws -> [Entry] {
        let ways = try filter.sought.map { try self.ways(to: $0) } ?? [""]
        var rows: [Row] = []
        for way in ways { rows += try self.rows(way, filter, after: cursor, limit: limit) }
        if ways.count > 1 { rows = try PublicRecord.merged(rows, limit: limit) }
        let events = try reading.events(at: rows.map { try $0["position"] })
        return try rows.compactMap { row in try entry(row, events[row["position"]]) }
    }

    private func rows(_ way: SQL, _ filter: Filter, after cursor: Cursor?, limit: Int) throws -> [Row] {
        let agency: SQL = filter.agency.map { "AND agency = \($0)" } ?? ""
        let item: SQL = filter.item.map { "AND item_code = \($0)" } ?? ""
        let category: SQL = filter.category.map { "AND category = \($0)" } ?? ""
        let from: SQL = filter.from.map { "AND decided_on >= \($0)" } ?? ""
        let through: SQL = filter.through.map { "AND decided_on <= \($0)" } ?? ""
        let behind: SQL =
            cursor.map { cursor in
                """
                AND decided_on <= \(cursor.decidedOn)
                AND (decided_on < \(cursor.decidedOn) OR case_id < \(cursor.caseFile.text))
                """
            } ?? ""
        return try reading.reader.rows(
            """
            SELECT case_id, decided_on, published_on, shown_through, position, performance, performed_on, cancelled_on,
                   cancelled_for
              FROM publication
             WHERE realm = \(reading.realm)
               AND status = 'published'
               AND (shown_through IS NULL OR shown_through >= \(today))
               \(way)
               \(agency)
               \(item)
               \(category)
               \(from)
               \(through)
               \(behind)
             ORDER BY decided_on DESC, case_id DESC
             LIMIT \(limit)
            """
        )
    }

    /// Returns the decision with this document number, or what became of it; `nil` if it was never public.
    package func decision(_ documentNumber: String) throws -> Answer? {
        let row = try reading.reader.firstRow(
            """
            SELECT case_id, published_on, shown_through, position, performance, performed_on, cancelled_on,
                   cancelled_for
              FROM publication
             WHERE realm = \(reading.realm)
               AND document_number = \(documentNumber)
               AND status IN ('published', 'withdrawn')
            """
        )
        guard let row else { return nil }
        let publication = try reading.state(Publication.self, row["case_id"]).state
        switch publication.status {
        case .published:
            let position: Int64 = try row["position"]
            guard var entry = try entry(row, reading.events(at: [position])[position]) else { return nil }
            if let last = entry.shownThrough, last < today {
                return .ended(documentNumber: documentNumber, on: last, reason: nil)
            }
            entry.corrections = publication.corrections.map { correction in
                Publication.Correction(on: correction.on, reason: PersonalText.masked(correction.reason))
            }
            entry.review = publication.lastReview
            return .published(entry)
        case .withdrawn(let day, let reason):
            guard let ground = publication.withdrawalGround else { return nil }
            return .withdrawn(
                documentNumber: documentNumber,
                on: day,
                ground: ground,
                reason: PersonalText.masked(reason),
                publication.overturning
            )
        case .ended(let day, let reason):
            return .ended(documentNumber: documentNumber, on: day, reason: PersonalText.masked(reason))
        case .none, .awaited, .exempt: return nil
        }
    }

    private func entry(_ row: Row, _ event: RecordedEvent?) throws -> Entry? {
        let record: PublicDecision
        switch event?.as(PublicationEvent.self) {
        case .published(let published): record = published.record.value
        case .corrected(let corrected): record = corrected.record.value
        case .awaited, .withdrawn, .proposed, .reviewed, .exemptionProposed, .exemptionDecided, .performed, .ended, nil:
            return nil
        }
        var entry = Entry(
            caseFile: CaseFile.ID(try row["case_id"]),
            decision: policy.shown(record),
            publishedOn: try row["published_on"],
            position: try row["position"],
            shownThrough: try row["shown_through"]
        )
        entry.performance = try (row["performance"] as String?).flatMap(Performance.init)
        entry.performedOn = try row["performed_on"]
        if let day = try row["cancelled_on"] as Day?,
            let ground = try (row["cancelled_for"] as String?).flatMap(PermitCancelled.Ground.init)
        {
            entry.cancellation = Entry.Cancellation(on: day, ground: ground)
        }
        return entry
    }
}
