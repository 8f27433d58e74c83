package import DecisionTables
package import EventLog
package import Kernel

/// What happens to a table of rules.
package enum RuleTableEvent: EventFamily {
    case drafted(RuleTableDrafted)
    case returned(RuleTableReturned)
    case enacted(RuleTableEnacted)

    package static let members = [
        EventMember(RuleTableDrafted.self, RuleTableEvent.drafted),
        EventMember(RuleTableReturned.self, RuleTableEvent.returned),
        EventMember(RuleTableEnacted.self, RuleTableEvent.enacted),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .returned(let payload): payload
        case .enacted(let payload): payload
        }
    }
}

/// Someone wrote the draft, proved or not yet; internal, since it is not in force.
package struct RuleTableDrafted: EventPayload {
    package static let type = "RuleTable.Drafted"
    package let content: DecisionTable
    /// The document that sets the threshold.
    package let basis: String
}

package struct RuleTableReturned: EventPayload {
    package static let type = "RuleTable.Returned"
    package let reason: String
}

/// The draft is in force from a day, before all eyes.
///
/// - Source: 国办发〔2018〕118号 part 4 (the catalog of what is reviewed is made known).
package struct RuleTableEnacted: EventPayload {
    package static let type = "RuleTable.Enacted"
    package let number: Open<Int>
    package let content: Open<DecisionTable>
    package let basis: Open<String>
    package let inForceFrom: Open<Day>
}
