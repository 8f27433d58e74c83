import Database
package import EventLog
package import Kernel

/// A decision that did not stand before reconsideration or a court, and where in the log that was recorded.
package struct OverturnedDecision: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let caseNumber: String
    package let agency: String
    package let itemCode: String
    package let itemName: String
    package let position: Int64
    package let on: Day
    /// Before whom it did not stand.
    package let way: RemedySought.Kind
    /// As it was recorded: 人民法院判决撤销、变更或者确认违法.
    package let ground: String
}

extension EventReading {
    /// Returns the decisions of `agencies` that reconsideration or a court overturned on one of `days`, by case.
    ///
    /// What the agency itself took back is not among them.
    ///
    /// - Source: Administrative Reconsideration Law (行政复议法) art. 64, 67; Administrative Litigation Law (行政诉讼法)
    ///   art. 70, 75.
    package func overturnedDecisions(of agencies: [String], in days: ClosedRange<Day>) throws -> [OverturnedDecision] {
        let cases = try reader.rows(
            """
            SELECT id, number, agency, item_code, item_name
              FROM case_file
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND last_act_at >= \(Instant(days.lowerBound))
               AND revoked_on >= \(days.lowerBound)
               AND revoked_on <= \(days.upperBound)
             ORDER BY id
            """
        ).map { row -> (id: CaseFile.ID, number: String, agency: String, code: String, name: String) in
            (
                try row["id"], try row["number"], try row["agency"], try row["item_code"],
                try row["item_name"]
            )
        }
        return try cases.compactMap { found in
            for event in try events(of: CaseFile.stream(found.id.text)) {
                guard let (way, ground, day) = event.as(CaseFileEvent.self)?.overturned, days.contains(day) else {
                    continue
                }
                return OverturnedDecision(
                    caseFile: found.id,
                    caseNumber: found.number,
                    agency: found.agency,
                    itemCode: found.code,
                    itemName: found.name,
                    position: event.position,
                    on: day,
                    way: way,
                    ground: ground
                )
            }
            return nil
        }
    }
}

extension CaseFileEvent {
    /// Before whom the decision did not stand, in words and since when; `nil` for everything else.
    fileprivate var overturned: (way: RemedySought.Kind, ground: String, on: Day)? {
        if case .revoked(let event) = self {
            return event.ground.value.way.map { ($0, event.ground.value.chinese, event.revokedOn.value) }
        }
        if case .declaredVoid(let event) = self {
            return event.ground.value.way.map { ($0, event.ground.value.chinese, event.declaredOn.value) }
        }
        return nil
    }
}

extension DecisionRevoked.Ground {
    fileprivate var way: RemedySought.Kind? {
        switch self {
        case .reconsideration: .reconsideration
        case .judgment: .litigation
        case .unlawful, .obtainedByFraud, .lawChanged: nil
        }
    }
}

extension DecisionDeclaredVoid.Ground {
    fileprivate var way: RemedySought.Kind? {
        switch self {
        case .reconsideration: .reconsideration
        case .judgment: .litigation
        case .noBasis, .noCapacity, .graveProcedure: nil
        }
    }
}
