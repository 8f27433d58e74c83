package import EventLog
import Kernel

/// What rules in the shadow found in one case; shown to supervisors alone, and nobody answers for it.
package struct ShadowFindings: Aggregate {
    package static let category = "shadow-findings"

    private var known: Set<Key> = []

    package init() {}

    package mutating func evolve(_ event: ShadowFindingEvent, _ envelope: Envelope) {
        switch event {
        case .found(let found): known.insert(Key(rule: found.breach.key, number: found.number))
        }
    }

    /// Whether this version has found it before.
    func contains(_ breach: Breach, by number: Int) -> Bool { known.contains(Key(rule: breach.key, number: number)) }

    private struct Key: Hashable {
        let rule: Breach.Key
        let number: Int
    }
}

/// A rule in the shadow found something.
package struct ShadowFound: EventPayload {
    package static let type = "ShadowFindings.Found"
    /// The version of the rule.
    package let number: Int
    package let breach: Breach
    package let caseNumber: String
    package let itemName: String
    package let agency: String
    package let agencyName: String
}

package enum ShadowFindingEvent: EventFamily {
    case found(ShadowFound)

    package static let members: [EventMember<ShadowFindingEvent>] = [
        EventMember(ShadowFound.self, ShadowFindingEvent.found)
    ]

    package var payload: any EventPayload {
        switch self {
        case .found(let payload): payload
        }
    }
}
