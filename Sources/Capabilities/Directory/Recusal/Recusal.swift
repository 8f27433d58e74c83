package import EventLog
package import Kernel

/// Why an officer may not be impartial.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43.
package enum RecusalGround: String, Hashable, Sendable, Codable, CaseIterable {
    case kinship
    case interest
    case otherRelation

    package var chinese: String {
        switch self {
        case .kinship: "近亲属"
        case .interest: "直接利害关系"
        case .otherRelation: "其他可能影响公正的关系"
        }
    }
}

/// Every fact about one officer's recusal in one matter.
package enum RecusalEvent: EventFamily {
    case requested(RecusalRequested)
    case decided(RecusalDecided)

    package static let members = [
        EventMember(RecusalRequested.self, RecusalEvent.requested),
        EventMember(RecusalDecided.self, RecusalEvent.decided),
    ]

    package var payload: any EventPayload {
        switch self {
        case .requested(let payload): payload
        case .decided(let payload): payload
        }
    }
}

package struct RecusalRequested: EventPayload {
    package static let type = "Recusal.Requested"
    package let matter: String
    package let officer: Officer.ID
    package let ground: RecusalGround
    package let reason: String
}

package struct RecusalDecided: EventPayload {
    package static let type = "Recusal.Decided"
    package let isGranted: Bool
    package let reason: String
    /// Those in charge who discussed it together; `nil` where one head decided.
    package let discussedBy: [Officer.ID]?
}

/// Whether an officer is recused in a matter.
package enum Recusal: Hashable, Sendable {
    /// Nobody has asked, or the head has refused.
    case none
    /// The officer declared a relation, or somebody asked; the head has not decided.
    case undecided(since: Day?)
    case granted(on: Day)
}

/// What is known of one officer's recusal in one matter.
package struct RecusalEntry: Aggregate {
    package static let category = "recusal"
    package private(set) var recusal: Recusal?
    package private(set) var request: RecusalRequested?
    /// Since when the officer keeps out; `nil` unless the head granted it.
    package private(set) var grantedAt: Instant?

    package init() {}

    /// A matter is named by its stream: `casefile/…`; an officer has one entry in each.
    package static func key(_ matter: String, _ officer: Officer.ID) -> String { "\(matter)/\(officer)" }

    package mutating func evolve(_ event: RecusalEvent, _ envelope: Envelope) {
        switch event {
        case .requested(let requested):
            request = requested
            recusal = .undecided(since: envelope.recordedAt.day)
        case .decided(let decided):
            recusal = decided.isGranted ? .granted(on: envelope.recordedAt.day) : Recusal.none
            grantedAt = decided.isGranted ? grantedAt ?? envelope.recordedAt : nil
        }
    }
}

extension CommandSession {
    /// Returns whether an officer is recused in a matter that concerns `party`.
    ///
    /// A declared relation counts as an undecided request until the head has decided about this matter.
    ///
    /// - Parameters:
    ///   - officer: who would act.
    ///   - matter: the stream of the case.
    ///   - party: every registration of the party; asked only if the officer has declared relations at all.
    /// - Returns: where the request stands; `none` where nobody asked and nothing was declared.
    /// - Throws: what reading the log throws.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    package func recusal(
        of officer: Officer.ID,
        in matter: String,
        party: @autoclosure () throws -> [String]
    ) throws -> Recusal {
        if let known = try load(RecusalEntry.self, RecusalEntry.key(matter, officer)).state.recusal { return known }
        let relations = try load(OfficerEntry.self, officer.text).state.officer?.relations ?? [:]
        let isDeclared = try !relations.isEmpty && party().contains { relations[$0] != nil }
        return isDeclared ? .undecided(since: nil) : .none
    }
}
