package import EventLog
package import Kernel
package import Processes

/// A matter is decided anew (重新办理): in a case of its own, since what this one came to no longer stands.
///
/// - Source: Administrative Reconsideration Law (行政复议法) art. 64; Administrative Litigation Law (行政诉讼法) art. 70, 71;
///   Administrative Penalty Law (行政处罚法) art. 75.2.
package struct CaseReopened: EventPayload {
    package static let type = "CaseFile.CaseReopened"

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case reconsideration
        case judgment
        case ownError
        case complaint

        package var chinese: String {
            switch self {
            case .reconsideration: "行政复议决定责令重新作出"
            case .judgment: "人民法院判决重新作出"
            case .ownError: "本机关发现有错误，主动改正"
            case .complaint: "申诉、检举经审查属实"
            }
        }

        package var source: LegalSource {
            switch self {
            case .reconsideration: "行政复议法§64"
            case .judgment: "行政诉讼法§70"
            case .ownError, .complaint: "行政处罚法§75.2"
            }
        }

        /// Whether another authority ordered it, whose decision is named.
        package var isOrdered: Bool {
            switch self {
            case .reconsideration, .judgment: true
            case .ownError, .complaint: false
            }
        }
    }

    package let ground: Open<Ground>
    /// The decision that orders it, with its number; empty where none does.
    package let authority: Open<String>
    /// By when it is ordered to be decided; absent where no day is.
    package let within: Day?
    package let reasons: ForParty<String>
    /// The case in which it goes on.
    package let caseFile: String
    package let number: Open<String>
}

/// From which case a matter comes that is decided anew, and by when it must be.
package struct ReopeningOrigin: Hashable, Sendable, Codable {
    package let caseFile: String
    package let number: String
    package let ground: CaseReopened.Ground
    package let authority: String
    /// The day the decision that orders it names; `nil` where none does.
    package let within: Day?
    /// When the agency first found the act out.
    package let foundOn: Day
}

/// Why a matter is not decided anew.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 75.2; Administrative License Law (行政许可法) art. 29, 69.
package enum ReopeningFault: Hashable, Sendable {
    /// What was decided still stands: it is revoked or declared void first.
    case decisionStands(number: String)
    /// Nothing was decided, and nobody ordered it: who wants something applies anew.
    case nothingFell
    /// The decision fell by something else than the ground says.
    case otherGround(CaseReopened.Ground)
    case authorityMissing(CaseReopened.Ground)
    case withinInvalid(Day)
    /// It went to another case or agency, and is decided there.
    case decidedElsewhere(Closing.Manner)
    case alreadyReopened(number: String)
    /// What the applicant handed in was erased.
    case submissionErased
}
