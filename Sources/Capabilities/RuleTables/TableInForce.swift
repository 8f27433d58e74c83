package import DecisionTables
package import Directory
package import EventLog
package import Kernel

/// The table that holds for a division on a day, ready to be asked.
package struct TableInForce: Sendable {
    package let use: TableUse
    /// Whose table it is; `nil` for the one that ships with the program.
    package let division: Division.Code?
    package let number: Int
    package let inForceFrom: Day
    package let basis: String
    package let decision: Decision

    package var table: DecisionTable { decision.table }

    /// How an event names the version: `hearing@2`, `hearing@510000000000@1`.
    package var citation: String {
        division.map { "\(use.rawValue)@\($0.padded)@\(number)" } ?? "\(use.rawValue)@\(number)"
    }

    /// What a table says, and why.
    package struct Answer: Hashable, Sendable {
        package let use: TableUse
        package let applies: Bool
        /// The note of the row that decided.
        package let ground: String
        package let citation: String
    }

    package func answer(_ facts: [String: FEELValue]) -> Answer {
        let outcome = decision.decide(facts)
        let notes = outcome.rules.compactMap { table.rules[$0].note }
        return Answer(
            use: use,
            applies: outcome.values == [.boolean(true)],
            ground: notes.first ?? use.source,
            citation: citation
        )
    }
}

extension TableInForce {
    /// Looks for the division's own table, then upward, then for the shipped one.
    ///
    /// - Parameters:
    ///   - use: what is asked for.
    ///   - division: where the act takes effect; `nil` asks for the shipped table.
    ///   - day: the day of the act.
    ///   - state: the table of a key, as the reader knows it.
    /// - Returns: the version of the day.
    /// - Throws: `RuleTableError.noneInForce`, or what `state` throws.
    package static func find(
        _ use: TableUse,
        in division: Division.Code?,
        on day: Day,
        _ state: (String) throws -> RuleTable
    ) throws -> TableInForce {
        var place = division
        while let code = place {
            if let version = try state(RuleTable.key(use, code)).version(on: day) {
                return try TableInForce(
                    use: use,
                    division: code,
                    number: version.number,
                    inForceFrom: version.inForceFrom,
                    basis: version.basis,
                    version.content
                )
            }
            place = code.parent
        }
        guard let shipped = try ShippedTable.versions(of: use).last(where: { $0.inForceFrom <= day }) else {
            throw RuleTableError.noneInForce(use, on: day)
        }
        return try TableInForce(
            use: use,
            division: nil,
            number: shipped.number,
            inForceFrom: shipped.inForceFrom,
            basis: shipped.basis,
            shipped.table
        )
    }

    private init(
        use: TableUse,
        division: Division.Code?,
        number: Int,
        inForceFrom: Day,
        basis: String,
        _ table: DecisionTable
    ) throws(RuleTableError) {
        let (decision, faults) = table.read()
        guard let decision else { throw .unproved(faults) }
        self.use = use
        self.division = division
        self.number = number
        self.inForceFrom = inForceFrom
        self.basis = basis
        self.decision = decision
    }
}

extension CommandSession {
    /// Returns the table that holds for an act in a division today.
    package func ruleTable(_ use: TableUse, in division: Division.Code?) throws -> TableInForce {
        try TableInForce.find(use, in: division, on: today) { try load(RuleTable.self, $0).state }
    }
}

extension EventReading {
    /// Returns the table that holds in a division on a day.
    package func ruleTable(_ use: TableUse, in division: Division.Code?, on day: Day) throws -> TableInForce {
        try TableInForce.find(use, in: division, on: day) { try state(RuleTable.self, $0).state }
    }
}
