import Database
package import EventLog
package import Kernel
import Parties

/// The only door through which the public sees what supervision came to; what was withdrawn since is held against
/// nobody, and texts are masked again by the rules of the day.
package struct PublicBulletins {
    private let reading: EventReading

    package init(_ reading: EventReading) {
        self.reading = reading
    }

    /// A bulletin as lists show it.
    package struct Entry: Hashable, Sendable {
        package let division: String
        package let divisionName: String
        package let period: BulletinPeriod
        package let publishedOn: Day
    }

    package enum Answer: Hashable, Sendable {
        case published(BulletinRecord, on: Day)
        /// It was public once; the public is told why it is no longer.
        case withdrawn(on: Day, reason: String)
    }

    /// Returns what is public, by division, the latest period first.
    package func list(limit: Int) throws -> [Entry] {
        try reading.reader.rows(
            """
            SELECT division, division_name, period, published_on
              FROM supervision_bulletin
             WHERE realm = \(reading.realm)
             ORDER BY ends_on DESC, period DESC, division
             LIMIT \(limit)
            """
        ).map { row in
            Entry(
                division: try row["division"],
                divisionName: try row["division_name"],
                period: try FindingRow.value(row, "period", BulletinPeriod.init),
                publishedOn: try row["published_on"]
            )
        }
    }

    /// Returns the bulletin, or why it is no longer public; `nil` if it never was.
    package func bulletin(of division: String, _ period: BulletinPeriod) throws -> Answer? {
        let key = SupervisionBulletin.key(division, period)
        let bulletin = try reading.state(SupervisionBulletin.self, key).state
        if let edition = bulletin.edition { return .published(try today(edition), on: edition.on) }
        return bulletin.withdrawal.map { .withdrawn(on: $0.on, reason: PersonalText.masked($0.reason)) }
    }

    /// Returns what the bulletins of months say of one agency, the latest month first.
    package func months(of agency: String, limit: Int) throws -> [BulletinRecord] {
        try list(limit: limit).compactMap { entry in
            guard case .month = entry.period,
                case .published(var record, _)? = try bulletin(of: entry.division, entry.period)
            else { return nil }
            record.figures.removeAll { $0.agency != agency }
            record.orders.removeAll { $0.agency != agency }
            record.zeroMonths?.removeAll { $0.agency != agency }
            return record
        }
    }

    /// What was published, without what was withdrawn since.
    private func today(_ edition: SupervisionBulletin.Edition) throws -> BulletinRecord {
        var record = edition.record
        let agencies = Set(record.figures.map(\.agency)).sorted()
        for row in try reading.withdrawnFindings(of: agencies, in: record.period.days) {
            guard
                let index = record.figures.firstIndex(where: { figure in
                    figure.agency == row.agency && figure.dimension == row.dimension && figure.level == row.level
                }),
                let wasUpheld = try wasUpheld(row, when: edition.position)
            else { continue }
            record.figures[index].withdraw(upheld: wasUpheld)
        }
        record.orders = try record.orders.filter { order in
            try reading.state(CorrectionOrder.self, order.id.text).state.status != .withdrawn
        }.map { $0.masked() }
        record.zeroMonths = record.zeroMonths.map { zeros in zeros.map { $0.masked() } }
        return record
    }

    /// Whether a finding that is withdrawn now stood when a bulletin was published; `nil` if it was withdrawn by then.
    private func wasUpheld(_ row: FindingRow, when position: Int64) throws -> Bool? {
        var wasUpheld = false
        for event in try reading.events(of: Findings.stream(row.matter.text)) {
            switch event.as(FindingEvent.self) {
            case .accepted(let accepted) where accepted.number == row.number && event.position < position:
                wasUpheld = true
            case .withdrawn(let withdrawn) where withdrawn.number == row.number && event.position < position: return nil
            case .raised, .released, .lapsed, .explained, .accepted, .withdrawn, .planned, .failed, .recovered, nil:
                continue
            }
        }
        return wasUpheld
    }
}

extension PublishedOrder {
    /// The same by the masking of today.
    fileprivate func masked() -> PublishedOrder {
        PublishedOrder(
            id: id,
            kind: kind,
            number: number,
            issuerName: issuerName,
            agency: agency,
            agencyName: agencyName,
            matter: matter,
            issuedOn: issuedOn,
            facts: PersonalText.masked(facts),
            article: article,
            demand: PersonalText.masked(demand),
            status: status,
            concludedOn: concludedOn,
            conclusion: conclusion.map { PersonalText.masked($0) },
            corrections: corrections
        )
    }
}
