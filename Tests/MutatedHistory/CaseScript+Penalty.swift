import EventLog
import Kernel
import Processes
import Sanctions
import TimeLimits

@testable import Casework

extension CaseScript {
    mutating func tell(_ penalty: PenaltyPlan) throws {
        let clue = Clue(
            source: .inspection,
            facts: penalty.summary,
            place: "演示区",
            happenedOn: day,
            isGrave: penalty.isGrave
        )
        record(
            [
                .opened(
                    CaseOpened(
                        number: Open("\(number)"),
                        item: staff.penaltyItem(isSimple: penalty.isSimple),
                        party: "01P1",
                        registeredOn: day,
                        clue: .present(subject: "01P1", clue),
                        position: at(penalty.isSimple ? "identify" : "receive"),
                        split: nil,
                        handover: nil,
                        reopening: nil
                    )
                )
            ],
            by: staff.examiner
        )
        if penalty.isSimple { try imposeOnTheSpot(penalty) } else { try investigate(penalty) }
    }

    private mutating func imposeOnTheSpot(_ penalty: PenaltyPlan) throws {
        let two = [staff.companion.id]
        record([filed, done("identify", "shown", ["notice"], two)], by: staff.examiner)
        record([done("notice", "notified", ["statement"], two)], by: staff.examiner)
        record([done("statement", "heard", ["decide"], two)], by: staff.examiner)
        record([done("decide", "imposed", ["serve"], two)] + imposed(penalty), by: staff.examiner)
        record([done("serve", "served", ["report"]), served], by: staff.examiner)
        try pass(1)
        record([done("report", "reported", ["pay"])], by: staff.examiner)
        let paid = PaymentReceived(amount: penalty.paid, surcharge: .zero, paidOn: day, receipt: "川财00000\(number)")
        record([.paid(paid), done("pay", "paid", ["archive"])], by: staff.examiner)
        record([done("archive", "archived", []), closed(.imposed)], by: staff.examiner)
    }

    private mutating func investigate(_ penalty: PenaltyPlan) throws {
        let two = [staff.companion.id]
        record([done("receive", "registered", ["file"])], by: staff.examiner)
        record([done("file", "filed", ["identify"]), filed], by: staff.approver)
        record([done("identify", "shown", ["investigate"], two)], by: staff.examiner)
        try pass(2)
        record([done("investigate", "done", ["conclude"], two)], by: staff.examiner)
        record([done("conclude", "violation", [penalty.isTold ? "notice" : "legalReview"])], by: staff.examiner)
        if penalty.isTold { record([done("notice", "notified", ["statement"])], by: staff.examiner) }
        try pass(4)
        let next: Step.ID = penalty.isReviewed ? "legalReview" : "review"
        if penalty.isTold { record([done("statement", "heard", [next])], by: staff.examiner) }
        if penalty.isReviewed { record([done("legalReview", "passed", ["review"])], by: staff.reviewer) }
        let isDiscussed = penalty.isGrave && penalty.isDiscussed
        let reviewed: StepOutcome.ID = isDiscussed ? "complex" : "agreed"
        record([done("review", reviewed, [isDiscussed ? "discuss" : "decide"])], by: staff.reviewer)
        if isDiscussed { record([done("discuss", "discussed", ["decide"])], by: staff.approver) }
        record([done("decide", "imposed", ["serve"])] + imposed(penalty), by: staff.approver)
        try pass(1)
        record(
            [done("serve", "served", ["pay", "publish"]), served] + (penalty.holds ? [seized] : []),
            by: staff.examiner
        )
        try pass(1)
        record([done("publish", "published", ["pay"])], by: staff.examiner)
        try collect(penalty)
    }

    private mutating func collect(_ penalty: PenaltyPlan) throws {
        guard let payAfter = penalty.payAfter else { return }
        try pass(payAfter)
        let paid = PaymentReceived(amount: penalty.paid, surcharge: .zero, paidOn: day, receipt: "川财00000\(number)")
        let released = MeasureEnded(on: day, way: .released)
        record(
            [.paid(paid)] + (penalty.holds ? [.measureEnded(released)] : []) + [done("pay", "paid", ["close"])],
            by: staff.examiner
        )
        record([done("close", "closed", ["archive"])], by: staff.examiner)
        record([done("archive", "archived", []), closed(.imposed)], by: staff.examiner)
        guard penalty.isRevoked else { return }
        try pass(1)
        let revoked = DecisionRevoked(
            ground: Open(.unlawful),
            reasons: Open("事实不清，依法自行撤销"),
            revokedOn: Open(day)
        )
        record([.revoked(revoked)], by: staff.approver)
    }

    private var seized: CaseFileEvent {
        .measureTaken(
            MeasureTaken(
                since: day,
                limit: StepLimit(.calendarDays(30), source: "行政强制法§25"),
                due: DueDays(promised: day + 30, statutory: day + 30, isProvisional: false)
            )
        )
    }

    private func imposed(_ penalty: PenaltyPlan) -> [CaseFileEvent] {
        let number = "罚〔2026〕\(number)号"
        return [
            .decided(
                DecisionMade(
                    kind: Open(.imposed),
                    number: Open(number),
                    decidedOn: Open(day),
                    content: Open(""),
                    validFrom: Open(nil),
                    validThrough: Open(nil),
                    permitNumber: Open(nil),
                    reasons: ForParty("事实清楚，证据确凿", party: "01P1"),
                    title: "行政处罚决定书",
                    sanctions: [Sanction(.fine, amount: penalty.fine)],
                    weighed: nil
                )
            ),
            issued("行政处罚决定书", number),
        ]
    }

    private var filed: CaseFileEvent {
        .filed(
            CaseFiled(filedOn: day, statutory: .calendarDays(90), promised: .calendarDays(90), due: .stopped)
        )
    }
}
