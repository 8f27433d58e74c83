import Casework
import Database
import Directory
package import EventLog
import Kernel
import Parties
package import Publicity

extension EventReading {
    /// Returns what the public may be told of a period today; masked by `policy`.
    ///
    /// - Parameters:
    ///   - division: the government and everything below it.
    ///   - name: its name.
    ///   - agencies: the names of its agencies, by identifier.
    ///   - period: a month or a quarter.
    ///   - policy: what hides people in free text.
    /// - Returns: what would be published now.
    /// - Throws: `EventLogError` or `DatabaseError` when the log cannot be read.
    package func bulletin(
        of division: String,
        named name: String,
        _ agencies: [String: String],
        in period: BulletinPeriod,
        _ policy: MaskingPolicy
    ) throws -> BulletinRecord {
        let zeros = try period.months.flatMap { try zeroMonths(of: agencies, in: $0) }
        return BulletinRecord(
            period: period,
            division: division,
            divisionName: name,
            figures: try findingFigures(of: agencies, in: period.days),
            orders: try publishableOrders(to: agencies, in: period.days, policy),
            standings: try standings(of: division, in: period.months),
            zeroMonths: zeros.isEmpty ? nil : zeros.map { $0.masked() }
        )
    }

    /// Returns how many findings of the days came to what, by agency, dimension and level.
    ///
    /// A finding that a graver one of the same matter took the place of is not counted beside it.
    func findingFigures(of agencies: [String: String], in days: ClosedRange<Day>) throws -> [FindingFigure] {
        let rows = try reader.rows(
            """
            SELECT agency, dimension, level, outcome, COUNT(*) AS count
              FROM (SELECT agency, dimension, level,
                           CASE WHEN status <> 'released' THEN status
                                WHEN EXISTS (SELECT 1
                                               FROM finding AS graver
                                              WHERE graver.realm = finding.realm
                                                AND graver.case_id = finding.case_id
                                                AND graver.subject = finding.subject
                                                AND graver.dimension = finding.dimension
                                                AND graver.level > finding.level
                                                AND graver.number > finding.number) THEN 'replaced'
                                ELSE 'corrected' END AS outcome
                      FROM finding
                     WHERE realm = \(realm)
                       AND agency IN (\(list: agencies.keys.sorted()))
                       AND raised_on >= \(days.lowerBound)
                       AND raised_on <= \(days.upperBound)) AS judged
             WHERE outcome <> 'replaced'
             GROUP BY agency, dimension, level, outcome
             ORDER BY agency, dimension, level, outcome
            """
        )
        var figures: [FindingFigure] = []
        for row in rows {
            let figure = FindingFigure(
                agency: try row["agency"],
                agencyName: agencies[try row["agency"]] ?? "",
                dimension: try FindingRow.value(row, "dimension", Dimension.init(rawValue:)),
                level: try FindingRow.level(rank: row["level"])
            )
            if figures.last?.isAlike(figure) != true { figures.append(figure) }
            figures[figures.count - 1].add(try row["count"], as: try row["outcome"])
        }
        return figures
    }

    /// Returns the findings of the days that are withdrawn, by position.
    func withdrawnFindings(of agencies: [String], in days: ClosedRange<Day>) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND raised_on >= \(days.lowerBound)
               AND raised_on <= \(days.upperBound)
               AND status = 'withdrawn'
             ORDER BY position
            """
        ).map(FindingRow.init)
    }

    private func publishableOrders(
        to agencies: [String: String],
        in days: ClosedRange<Day>,
        _ policy: MaskingPolicy
    ) throws -> [PublishedOrder] {
        try orders(to: agencies.keys.sorted(), limit: 10_000)
            .filter { $0.number != nil && $0.status != .withdrawn && $0.draftedOn <= days.upperBound }
            .compactMap { row in
                let order = try state(CorrectionOrder.self, row.id.text).state
                let moments = [order.issuedOn, order.concludedOn].compactMap(\.self)
                guard moments.contains(where: days.contains) else { return nil }
                return try published(order, row.id, policy)
            }
            .sorted { ($0.issuedOn, $0.number) < ($1.issuedOn, $1.number) }
    }

    private func published(
        _ order: CorrectionOrder,
        _ id: CorrectionOrder.ID,
        _ policy: MaskingPolicy
    ) throws -> PublishedOrder? {
        guard let terms = order.terms, let number = order.number, let issuedOn = order.issuedOn else { return nil }
        let masked: (String) -> String
        if let caseFile = terms.matter.caseFile {
            let state = try state(CaseFile.self, caseFile.text).state
            guard state.opening?.item.isSecret != true else { return nil }
            let party = try state.opening.flatMap { try self.state(PartyEntry.self, $0.party).state.party }
            masked = { policy.text($0, about: state, of: party) }
        } else {
            masked = { PersonalText.masked($0) }
        }
        return PublishedOrder(
            id: id,
            kind: terms.kind,
            number: number,
            issuerName: terms.issuerName,
            agency: terms.agency,
            agencyName: terms.agencyName,
            matter: terms.itemName,
            issuedOn: issuedOn,
            facts: masked(terms.facts),
            article: terms.article,
            demand: masked(terms.demand),
            status: order.status,
            concludedOn: order.concludedOn,
            conclusion: order.conclusion.map(masked),
            corrections: order.reply?.acts.count ?? 0
        )
    }

    /// The mean of the months whose scores are frozen; the grade is the latest scheme's, once it can be given.
    private func standings(of division: String, in months: [ScoreMonth]) throws -> [BulletinStanding] {
        var totals: [String: (name: String, months: [Int])] = [:]
        var latest: ScoreScheme?
        var frozen = 0
        for month in months {
            let scores = try state(MonthlyScores.self, MonthlyScores.key(division, month)).state
            guard case .frozen = scores.status, let draft = scores.draft else { continue }
            latest = draft.scheme
            frozen += 1
            for entry in scores.standings(.agency) {
                guard case .agency(let id) = entry.sheet.subject else { continue }
                totals[id, default: (entry.sheet.name, [])].months.append(entry.result.total)
            }
        }
        let isGraded = latest?.gradedBy != .quarter || (months.count > 1 && frozen == months.count)
        return totals.map { id, total in
            let mean = total.months.reduce(0, +) / total.months.count
            return BulletinStanding(
                agency: id,
                agencyName: total.name,
                hundredths: mean,
                grade: isGraded ? latest?.grade(of: mean) ?? "" : ScoreScheme.gradedByQuarter,
                months: total.months.count
            )
        }.sorted { ($1.mean, $0.agencyName, $0.agency) < ($0.mean, $1.agencyName, $1.agency) }
    }
}

extension FindingFigure {
    fileprivate func isAlike(_ other: FindingFigure) -> Bool {
        agency == other.agency && dimension == other.dimension && level == other.level
    }

    fileprivate mutating func add(_ count: Int, as outcome: String) {
        switch outcome {
        case "accepted": upheld += count
        case "corrected": corrected += count
        case "withdrawn": withdrawn += count
        default: pending += count
        }
    }
}
