import Database
package import Kernel

/// Which tasks of changed laws a list shows.
package struct LegalTaskFilter: Hashable, Sendable {
    /// Whose tasks somebody may see: an item counts when any of the parts has it.
    package struct Reach: Hashable, Sendable {
        /// The agency's own items.
        package var agency: String?
        /// The significant digits of the division whose agencies' items are seen.
        package var division: String?
        /// Whether the items that name no agency are seen.
        package var seesUnassigned: Bool

        package init(agency: String? = nil, division: String? = nil, seesUnassigned: Bool = false) {
            self.agency = agency
            self.division = division
            self.seesUnassigned = seesUnassigned
        }
    }

    /// `nil` for all.
    package var reach: Reach?
    package var agency: String?
    package var progress: LegalTask.Progress?

    package static let all = LegalTaskFilter()

    package init(reach: Reach? = nil, agency: String? = nil, progress: LegalTask.Progress? = nil) {
        self.reach = reach
        self.agency = agency
        self.progress = progress
    }

    /// What follows a `WHERE`.
    var condition: SQL {
        var condition: SQL = ""
        if let reach { condition = condition + "AND (\(reach.condition)) " }
        if let agency { condition = condition + "AND agency = \(agency) " }
        if let progress { condition = condition + "AND progress = \(progress) " }
        return condition
    }
}

extension LegalTaskFilter.Reach {
    fileprivate var condition: SQL {
        var parts: [SQL] = []
        if let agency { parts.append("agency = \(agency)") }
        if let division { parts.append("(agency IS NOT NULL AND division LIKE \(division + "%"))") }
        if seesUnassigned { parts.append("agency IS NULL") }
        return parts.isEmpty ? "1 = 0" : SQL.join(parts, separator: " OR ")
    }
}

/// How many tasks of changed laws there are.
package struct LegalTaskCounts: Hashable, Sendable {
    package internal(set) var tasks: [LegalTask.Progress: Int] = [:]
    package internal(set) var overdue = 0

    package var total: Int { tasks.values.reduce(0, +) }
}

/// An item for which somebody let the days for a change of law pass.
package struct OverdueLegalTask: Hashable, Sendable {
    package let id: PowerItem.ID
    package let name: String
    package let agency: String?
    /// Twelve digits.
    package let division: String?
    package let due: Day
}

/// An agency whose items changes of law touch.
package struct LegalTaskAgency: Hashable, Sendable {
    package let id: String
    package let name: String
    package let tasks: Int
}
