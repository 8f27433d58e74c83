package import TimeLimits

/// A limit that runs, or ran, in a case, with where it is written.
package struct CaseLimit: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// By when an application must be answered.
        case answer
        case promised
        case statutory
        /// How long what was sealed or seized may be held.
        case measure

        package var chinese: String {
            switch self {
            case .answer: "答复期限"
            case .promised: "承诺期限"
            case .statutory: "法定期限"
            case .measure: "强制措施期限"
            }
        }
    }

    package let kind: Kind
    package let clock: DeadlineClock
    package let source: String
}

extension CaseFile {
    /// The limits that apply at this stage, the one that falls due first in front.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32(4), 42; promised limits: 优化营商环境条例 art. 36.
    package func limits() throws(TimeLimitError) -> [CaseLimit] {
        if let holding, holding.isRunning {
            return [CaseLimit(kind: .measure, clock: try holding.clock.statutoryClock(), source: holding.source)]
        }
        switch stage {
        case .intake(let received, _):
            let clock = try DeadlineClock(start: received, period: CaseworkRules.answerPeriod)
            return [CaseLimit(kind: .answer, clock: clock, source: "行政许可法§32(四)")]
        case .examination(let clock), .decided(_, let clock):
            return [
                CaseLimit(kind: .promised, clock: try clock.promisedClock(), source: "优化营商环境条例§36"),
                CaseLimit(
                    kind: .statutory,
                    clock: try clock.statutoryClock(),
                    source: opening?.item.statutorySource ?? ""
                ),
            ]
        case .inquiry, .correction, .closed: return []
        }
    }

    /// The limits that officers are shown; a promise that only says what the statute says is none, where nobody was
    /// promised it.
    package func shownLimits() throws(TimeLimitError) -> [CaseLimit] {
        let limits = try limits()
        guard let opening, opening.isExOfficio, opening.item.promisedLimit == opening.item.statutoryLimit else {
            return limits
        }
        return limits.filter { $0.kind != .promised }
    }
}
