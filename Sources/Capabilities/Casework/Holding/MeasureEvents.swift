import EventLog
package import Kernel
package import Processes

/// Things were sealed or seized; from this day on the agency may hold them for a limited time (查封、扣押期限).
///
/// - Source: Administrative Coercion Law (行政强制法) art. 24, 25.
package struct MeasureTaken: EventPayload {
    package static let type = "CaseFile.MeasureTaken"
    package let since: Day
    /// How long they may be held, and where that is written.
    package let limit: StepLimit
    package let due: DueDays
}

/// The things are held no longer: given back, or dealt with; or they could not be taken.
///
/// - Source: Administrative Coercion Law (行政强制法) art. 27, 28, 29.2, 33.
package struct MeasureEnded: EventPayload {
    package static let type = "CaseFile.MeasureEnded"

    package enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        case released
        /// Confiscated, destroyed or handed to who prosecutes.
        case handled
        /// Decided and not carried out, for another authority holds it.
        case notTaken

        package var chinese: String {
            switch self {
            case .released: "已解除"
            case .handled: "已作出处理决定"
            case .notTaken: "未实施（已被其他国家机关依法冻结）"
            }
        }
    }

    package let on: Day
    package let way: Way
}
