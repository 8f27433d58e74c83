package import EventLog
import Kernel

/// Records a part of what is owed that came in, while the rest is still awaited (登记缴款).
///
/// With the last part the step of paying is completed instead.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66, 67.
package struct RecordPayment: Command {
    package static let name = "RecordPayment"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let payment: PaymentDetails

    package init(caseFile: CaseFile.ID, seen: Int, payment: PaymentDetails) {
        self.caseFile = caseFile
        self.seen = seen
        self.payment = payment
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.recordPayment, by: actor, because: "")
        _ = try run.requirePaying()
        try run.receive(payment, isLast: false)
        return CaseAnswer(run)
    }
}
