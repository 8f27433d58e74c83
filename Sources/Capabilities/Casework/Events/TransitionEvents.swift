package import EventLog

/// It was decided which law applies to an open case whose item was abolished or whose basis fell (过渡决定).
///
/// - Source: Legislation Law (立法法) art. 104; Administrative Penalty Law (行政处罚法) art. 37; Administrative License Law
///   (行政许可法) art. 8.
package struct TransitionDecided: EventPayload {
    package static let type = "CaseFile.TransitionDecided"

    package enum Law: String, Hashable, Sendable, Codable, CaseIterable {
        /// The case goes on under what held when it began, or when the act was done.
        case former
        case present
        /// Nothing is left to decide: the case is ended.
        case ended

        package var chinese: String {
            switch self {
            case .former: "适用原规定，继续办理"
            case .present: "适用现行规定，继续办理"
            case .ended: "不再办理，依法终止"
            }
        }
    }

    /// `FallenGround.key` of everything the decision speaks of.
    package let grounds: [String]
    package let law: Law
    /// The transitional provision, or the rule that takes its place.
    package let provision: String
    package let reasons: ForParty<String>
}
