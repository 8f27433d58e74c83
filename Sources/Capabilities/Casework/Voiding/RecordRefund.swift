package import EventLog
package import Kernel

/// Records that money collected on a void decision was paid back, in whole or in part, by who handles such cases.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 38; State Compensation Law (国家赔偿法) art. 36(1).
package struct RecordRefund: Command {
    package static let name = "RecordRefund"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let amount: Money
    package let paidOn: Day
    package let voucher: String

    package init(caseFile: CaseFile.ID, seen: Int, amount: Money, paidOn: Day, voucher: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.amount = amount
        self.paidOn = paidOn
        self.voucher = voucher
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.recordRefund, by: actor, because: "")
        guard let annulment = run.state.annulment else { throw CaseworkError.voiding(.notVoid) }
        guard (annulment.declaredOn.value...session.today).contains(paidOn) else {
            throw CaseworkError.voiding(.refundDayInvalid(paidOn))
        }
        let owed = run.state.refundOwed
        guard amount > .zero, amount <= owed else {
            throw CaseworkError.voiding(.refundExceeds(owed: owed, found: amount))
        }
        let voucher = try CaseworkRules.requireText(voucher, "退款凭证号码", atLeast: CaseworkRules.shortestOpinion)
        try run.append(
            .refunded(RefundRecorded(amount: Open(amount), paidOn: Open(paidOn), voucher: voucher))
        )
        return CaseAnswer(run)
    }
}
