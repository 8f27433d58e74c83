package import Kernel
package import Processes

/// What the holder asks of a permit that is there (延续、变更): that it goes on after its last day, or says something else.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50.
package struct FollowUp: Hashable, Sendable, Codable {
    package enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        case renewal
        case change

        package var chinese: String {
            switch self {
            case .renewal: "延续"
            case .change: "变更"
            }
        }

        package var source: LegalSource {
            switch self {
            case .renewal: "行政许可法§50"
            case .change: "行政许可法§49"
            }
        }

        package var verb: CaseVerb {
            switch self {
            case .renewal: .renew
            case .change: .change
            }
        }

        /// The name of the document in which it is decided.
        package func title(_ kind: Decision.Kind) -> String {
            "\(kind == .granted ? "准予" : "不予")\(chinese)行政许可决定书"
        }
    }

    package let purpose: Purpose
    /// The case in which the permit was granted (前证).
    package let caseFile: CaseFile.ID
    /// What is asked for, and why, in the holder's words.
    package let note: String

    package init(_ purpose: Purpose, of caseFile: CaseFile.ID, note: String) {
        self.purpose = purpose
        self.caseFile = caseFile
        self.note = note
    }
}

/// The permit that an application follows, as it stood when the application came in (前证).
package struct PriorPermit: Hashable, Sendable, Codable {
    package let purpose: FollowUp.Purpose
    package let caseFile: String
    /// The number of that case.
    package let number: String
    package let decisionNumber: String
    package let permitNumber: String?
    package let validFrom: Day?
    package let validThrough: Day?
    /// The last day on which a renewal is applied for in time; `nil` for a change.
    package let applyBy: Day?
    /// What of the item's rules says so: the row of the table, `nil` for a change.
    package let rule: String?
    /// Whether it was applied for after that day.
    package let isLate: Bool
    package let note: String

    /// The day on which silence becomes a renewal: only what was applied for in time counts as renewed.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 50.
    package var renewsAfter: Day? { purpose == .renewal && !isLate ? validThrough : nil }
}

/// One answer of the form that is another than the permit rests on.
package struct ChangedAnswer: Hashable, Sendable, Codable {
    package let label: String
    package let before: String
    package let after: String
}

/// Why a permit is not renewed or changed so.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50, 69, 70.
package enum FollowUpFault: Hashable, Sendable {
    /// The earlier case granted no permit.
    case noPermit(number: String)
    case otherItem(expected: String, found: String)
    /// Somebody else holds it, or the holder was erased.
    case notHolder
    case revoked(on: Day)
    case cancelled(on: Day)
    case expired(on: Day)
    /// It has no last day that could be put off.
    case noLastDay
    /// Another case has it renewed or changed already: that one is followed.
    case superseded(number: String)
    /// An application for the same is being handled.
    case asked(number: String)
    case nothingChanged
    /// The new time begins on the day after the old.
    case notFromOldEnd(expected: Day, found: Day)
    /// A change does not move the last day.
    case movesEnd(expected: Day?, found: Day?)
}
