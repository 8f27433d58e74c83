package import Kernel

/// Whose supervisors keep a log of patrols: a division's, or one agency's own.
package enum PatrolKeeper: Hashable, Sendable, Codable {
    case division(String)
    case agency(String)

    /// Whether an agency looks at itself.
    package var isOwn: Bool {
        switch self {
        case .division: false
        case .agency: true
        }
    }

    package var text: String {
        switch self {
        case .division(let code): "division:\(code)"
        case .agency(let id): "agency:\(id)"
        }
    }
}

/// One patrol (巡查): what a supervisor looked at, what was found, and what comes next.
package struct Patrol: Hashable, Sendable, Codable {
    package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case inOrder
        /// Pointed out and put right while the supervisor looked.
        case mended
        /// Something is to come of it.
        case followed

        package var chinese: String {
            switch self {
            case .inOrder: "未发现问题"
            case .mended: "当场提醒整改"
            case .followed: "需要跟进"
            }
        }
    }

    /// An item of the catalog that was looked at.
    package struct Item: Hashable, Sendable, Codable {
        package let code: String
        package let name: String
    }

    package let on: Day
    package let agency: String
    package let agencyName: String
    /// None where the agency was looked at as a whole.
    package let items: [Item]
    /// The numbers of the cases that were opened.
    package let cases: [String]
    package let outcome: Outcome
    /// What was checked and what was found.
    package let found: String
    /// What comes next; empty only where everything was in order.
    package let next: String
}
