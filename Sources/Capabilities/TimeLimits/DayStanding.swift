/// Whether a day is worked, and why.
package enum DayStanding: Hashable, Sendable {
    case workingDay
    /// A Saturday or Sunday that a notice makes a working day.
    case makeUpWorkday(SpecialDay)
    case weekend
    case holiday(SpecialDay)

    package var isWorked: Bool {
        switch self {
        case .workingDay, .makeUpWorkday: true
        case .weekend, .holiday: false
        }
    }

    /// The reason as an explanation gives it.
    package var chinese: String {
        switch self {
        case .workingDay: "工作日"
        case .makeUpWorkday(let special): "\(special.occasion)调休上班，\(special.notice.citation)"
        case .weekend: "周末休息日"
        case .holiday(let special): "\(special.occasion)放假，\(special.notice.citation)"
        }
    }
}
