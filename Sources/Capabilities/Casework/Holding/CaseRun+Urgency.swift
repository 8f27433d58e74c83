import EventLog
import Kernel
import Processes
import TimeLimits

extension CaseRun {
    /// Refuses to approve what was implemented on the spot once twenty-four hours are over: then it is to be lifted.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 19.
    func requireReportedInTime(_ papers: [DocumentRecord], at step: Step) throws {
        guard definition.category == .coerciveMeasure, step.kind == .approve else { return }
        for paper in papers where paper.text("urgency").hasPrefix(CoercivePaper.urgent) {
            guard let begun = Instant(minute: paper.text("implementedAt").trimmed), begun <= session.now else {
                throw CaseworkError.holding(.urgencyUntold)
            }
            guard session.now.milliseconds - begun.milliseconds <= CoercivePaper.reportMilliseconds else {
                throw CaseworkError.holding(.approvedLate(since: begun))
            }
        }
    }

    /// Refuses to freeze deposits for more than thirty days, and for more than thirty days again.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 32.
    func requireFreezeInTime(_ papers: [DocumentRecord]) throws {
        for paper in papers {
            guard let until = Day(paper.text("until").trimmed) else { continue }
            // What the bank is told is what is frozen.
            if definition.category == .freezing, paper.document == CoercivePaper.bankNotice,
                let due = state.holding?.clock.due.statutory
            {
                try require(until, notAfter: due)
            }
            if paper.document == CoercivePaper.freeze, let since = Day(paper.text("since").trimmed) {
                try require(until, notAfter: since + CoercivePaper.freezeDays)
            }
            guard paper.document == CoercivePaper.prolongedFreeze else { continue }
            let frozen = state.written.last { $0.record.document == CoercivePaper.freeze }?.record
            guard let ends = frozen.flatMap({ Day($0.text("until")) }), session.today <= ends else {
                throw CaseworkError.holding(.freezeNotRunning(last: frozen.flatMap { Day($0.text("until")) }))
            }
            try require(until, notAfter: ends + CoercivePaper.freezeDays)
        }
    }

    private func require(_ until: Day, notAfter last: Day) throws(CaseworkError) {
        guard until <= last else { throw .holding(.frozenTooLong(last: last)) }
    }
}

/// The papers of coercive measures whose times the law limits.
private enum CoercivePaper {
    static let urgent = "情况紧急"
    static let freeze = "冻结决定书"
    static let bankNotice = "冻结通知书"
    static let prolongedFreeze = "延长冻结期限决定书"
    static let freezeDays = 30
    static let reportMilliseconds: Int64 = 24 * 3_600_000
}
