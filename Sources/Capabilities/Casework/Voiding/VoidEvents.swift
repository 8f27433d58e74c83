package import EventLog
package import Kernel
package import Processes

/// A decision was declared void (确认无效): it never had effect, and what was collected on it is paid back.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 38; Administrative Reconsideration Law (行政复议法) art. 67;
///   Administrative Litigation Law (行政诉讼法) art. 75.
package struct DecisionDeclaredVoid: EventPayload {
    package static let type = "CaseFile.DecisionDeclaredVoid"

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case noBasis
        case noCapacity
        case graveProcedure
        case reconsideration
        case judgment

        package var chinese: String {
            switch self {
            case .noBasis: "行政处罚没有依据"
            case .noCapacity: "实施主体不具有行政主体资格"
            case .graveProcedure: "违反法定程序构成重大且明显违法"
            case .reconsideration: "行政复议决定确认无效"
            case .judgment: "人民法院判决确认无效"
            }
        }

        package var source: LegalSource {
            switch self {
            case .noBasis, .noCapacity: "行政处罚法§38.1"
            case .graveProcedure: "行政处罚法§38.2"
            case .reconsideration: "行政复议法§67"
            case .judgment: "行政诉讼法§75"
            }
        }

        /// Whether another authority found so, whose decision is named.
        package var isForeign: Bool {
            switch self {
            case .reconsideration, .judgment: true
            case .noBasis, .noCapacity, .graveProcedure: false
            }
        }
    }

    package let ground: Open<Ground>
    /// The decision of who found so, with its number; empty where the agency found it itself.
    package let authority: Open<String>
    package let reasons: Open<String>
    package let declaredOn: Open<Day>
    /// What had been collected on it, surcharges with it.
    package let collected: Open<Money>
    /// Where the run stopped; absent when the case was closed already.
    package let position: FlowPosition?
}

/// Money collected on a void decision was paid back (退还).
///
/// - Source: State Compensation Law (国家赔偿法) art. 36(1).
package struct RefundRecorded: EventPayload {
    package static let type = "CaseFile.RefundRecorded"
    package let amount: Open<Money>
    package let paidOn: Open<Day>
    /// The number of the voucher of the payment.
    package let voucher: String
}

/// Why a decision is not declared void, or nothing is paid back.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 38; Administrative License Law (行政许可法) art. 69.
package enum VoidFault: Hashable, Sendable {
    case already(on: Day)
    /// An agency by itself declares only penalties void; what else is unlawful is revoked.
    case notPenalty(DecisionDeclaredVoid.Ground)
    case authorityMissing(DecisionDeclaredVoid.Ground)
    /// Nothing more is collected on a void decision.
    case nothingOwed(on: Day)
    case notVoid
    case refundExceeds(owed: Money, found: Money)
    case refundDayInvalid(Day)
}
