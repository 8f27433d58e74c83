package import BlobStore
package import Kernel

/// One thing that should not have happened, or should have: what was found, and what came of it.
package struct Finding: Hashable, Sendable {
    package typealias ID = Identifier<Finding>

    package enum Status: Hashable, Sendable {
        case open
        /// The agency said nothing in the days it had; it may still, late, and a supervisor judges without waiting.
        case lapsed(on: Day)
        /// The agency has said why; a supervisor judges.
        case explained(on: Day, explanation: String)
        /// It stands, and the matter is settled.
        case accepted(on: Day)
        /// It was unfounded: kept, and no points are lost for it.
        case withdrawn(on: Day, reason: String)
        case released(ReleaseReason)

        package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
            case open
            case lapsed
            case explained
            case accepted
            case withdrawn
            case released

            package var chinese: String {
                switch self {
                case .open: "待说明"
                case .lapsed: "逾期未说明"
                case .explained: "已说明待审定"
                case .accepted: "已认定"
                case .withdrawn: "已撤销"
                case .released: "已摘牌"
                }
            }

            /// Whether an explanation or a judgment is still to come.
            package var isOpen: Bool {
                switch self {
                case .open, .lapsed, .explained: true
                case .accepted, .withdrawn, .released: false
                }
            }
        }

        package var name: Name {
            switch self {
            case .open: .open
            case .lapsed: .lapsed
            case .explained: .explained
            case .accepted: .accepted
            case .withdrawn: .withdrawn
            case .released: .released
            }
        }
    }

    /// From 1 within the case, or within the agency's staff.
    package let number: Int
    package let breach: Breach
    package let raisedAt: Instant
    /// By when the agency explains a card; `nil` for reminders and warnings.
    package let explainBy: Day?
    package internal(set) var status: Status
    /// What the agency said; `nil` while it has said nothing.
    package internal(set) var said: Explanation?
    /// When the days to explain ran out without a word, and where in the log that stands.
    package internal(set) var lapse: Lapse?
    /// Whether a supervisor agreed that the agency had corrected itself.
    package internal(set) var isSelfCorrected = false

    package struct Explanation: Hashable, Sendable {
        package let isInTime: Bool
        package let evidence: [Attachment]
        package let correction: SelfCorrection?
        /// How many files could not be kept.
        package var unkeptFiles = 0
    }

    package struct Lapse: Hashable, Sendable {
        package let on: Day
        package let position: Int64
    }

    /// Whether the agency may still say something to it.
    package var isExplainable: Bool {
        switch status {
        case .open, .lapsed: true
        case .explained, .accepted, .withdrawn, .released: false
        }
    }

    /// What is told in time of an investigation of one's own; only that can count in the agency's favor.
    package var creditable: SelfCorrection? { said.flatMap { $0.isInTime ? $0.correction : nil } }

    package var isStanding: Bool {
        switch status {
        case .open, .lapsed, .explained, .accepted: true
        case .withdrawn, .released: false
        }
    }

    var isReleasable: Bool {
        switch status {
        case .open, .lapsed, .explained: true
        case .accepted, .withdrawn, .released: false
        }
    }
}

/// Why the system took a finding down by itself (自动摘牌).
package enum ReleaseReason: Hashable, Sendable, Codable {
    /// A higher one of the same matter came; its number.
    case higher(number: Int)
    /// What a reminder reminded of was done.
    case done
    /// The limit it spoke of was prolonged before it ran out.
    case prolonged
    /// What was found is no longer so.
    case mended

    package var chinese: String {
        switch self {
        case .higher(let number): "已升级为第\(number)号监察信息"
        case .done: "已在提醒后办理"
        case .prolonged: "时限已依法延长"
        case .mended: "情形已消除"
        }
    }
}
