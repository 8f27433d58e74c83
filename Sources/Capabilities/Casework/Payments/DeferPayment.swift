package import EventLog
package import Kernel
import Processes

/// Lets a party in hardship pay a penalty later or in parts, as it applied for (准予暂缓、分期缴纳).
///
/// Another deferral takes the place of the one before, for what is still owed.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66.2.
package struct DeferPayment: Command {
    package static let name = "DeferPayment"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// When the party applied.
    package let appliedOn: Day
    package let reasons: String
    package let instalments: [Instalment]

    package init(caseFile: CaseFile.ID, seen: Int, appliedOn: Day, reasons: String, instalments: [Instalment]) {
        self.caseFile = caseFile
        self.seen = seen
        self.appliedOn = appliedOn
        self.reasons = reasons
        self.instalments = instalments
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.deferPayment, by: actor, because: reasons)
        let plan = try run.requirePaying()
        guard run.definition.category.isPenalty, plan.outstanding > .zero else {
            throw CaseworkError.performance(.nothingToDefer)
        }
        guard let served = run.state.servedOn, (served...session.today).contains(appliedOn) else {
            throw CaseworkError.performance(.applicationDay(appliedOn))
        }
        try requireInstalments(of: plan.outstanding, after: session.today)
        try run.append(
            .paymentDeferred(
                PaymentDeferred(
                    appliedOn: appliedOn,
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    instalments: instalments,
                    paidBefore: plan.paid
                )
            )
        )
        return CaseAnswer(run)
    }

    private func requireInstalments(of outstanding: Money, after today: Day) throws(CaseworkError) {
        let days = instalments.map(\.due)
        guard let first = days.first, days.count <= CaseworkRules.mostInstalments, first > today,
            zip(days, days.dropFirst()).allSatisfy(<)
        else { throw .performance(.instalmentDays(most: CaseworkRules.mostInstalments)) }
        guard instalments.allSatisfy({ $0.amount > .zero && $0.amount <= outstanding }) else {
            throw .performance(.instalmentSum(expected: outstanding, found: .zero))
        }
        let sum = instalments.reduce(Money.zero) { $0 + $1.amount }
        guard sum == outstanding else { throw .performance(.instalmentSum(expected: outstanding, found: sum)) }
    }
}
