/// Which limit a case ran over undecided: what its applicant and those who handle it are told when the day has passed.
///
/// - Source: 优化营商环境条例 §36; Administrative License Law (行政许可法) art. 42.
package enum Lateness: Hashable, Sendable {
    case promised(workingDaysOver: Int)
    case statutory

    /// The end of a sentence that begins with the case.
    package var chinese: String {
        switch self {
        case .promised(let days): "超过承诺时限 \(days) 个工作日，尚未作出决定"
        case .statutory: "超过法定时限，尚未作出决定"
        }
    }
}

extension Breach {
    /// `nil` for everything but a decision that is late.
    package var lateness: Lateness? {
        guard subject == .decision, rule == PromiseExceeded.code || rule == LimitExceeded.code else { return nil }
        return days.map { .promised(workingDaysOver: $0) } ?? .statutory
    }
}
