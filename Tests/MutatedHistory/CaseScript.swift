import Discretion
import EventLog
import Kernel
import Processes
import TimeLimits
import WorkflowEngine

@testable import Casework
@testable import EventLog
@testable import Publicity

/// Tells a planned case as the log would have recorded it, command by command.
struct CaseScript {
    let plan: CasePlan
    let staff: MutatedStaff
    let number: Int
    private let calendar: WorkingCalendar
    private let publicity: PublicityRules
    var day: Day
    private var minute = 0
    private var commands = 0
    private(set) var events: [RecordedEvent] = []
    /// How many steps were done.
    private(set) var steps = 0

    /// - Parameters:
    ///   - plan: how it goes.
    ///   - number: tells it from other cases.
    ///   - staff: who acts.
    ///   - calendar: the working days.
    ///   - publicity: by when decisions are to be public.
    /// - Throws: `TimeLimitError` if the case goes on beyond the calendar.
    init(
        _ plan: CasePlan,
        number: Int,
        _ staff: MutatedStaff,
        _ calendar: WorkingCalendar,
        _ publicity: PublicityRules
    ) throws {
        self.plan = plan
        self.number = number
        self.staff = staff
        self.calendar = calendar
        self.publicity = publicity
        day = plan.start
        if let penalty = plan.penalty { try tell(penalty) } else { try tell() }
    }

    static func id(_ number: Int) -> CaseFile.ID { CaseFile.ID("01C\(number)") }

    // MARK: The story

    private mutating func tell() throws {
        try receive()
        switch plan.ending {
        case .unanswered: return
        case .notAccepted: return try refuseToAccept()
        case .withoutSteps: return try decideWithoutSteps()
        case .granted, .refused, .undecided: break
        }
        try answer()
        guard plan.ending != .undecided else { return }
        try examine()
        try pass(plan.reviewAfter)
        if let again = plan.examineAgainAfter {
            record(
                [
                    .returned(
                        StepReturned(
                            from: "review",
                            to: "examine",
                            reason: "请补充核查结论",
                            voided: ["examine"],
                            position: at("examine"),
                            isRecall: nil
                        )
                    )
                ],
                by: staff.reviewer
            )
            try pass(again)
            record([done("examine", "proposed", ["review"])], by: staff.examiner)
        }
        record([done("review", "agreed", ["decide"])], by: staff.reviewer)
        try pass(plan.decideAfter)
        if plan.ending == .refused { try refuse() } else { try grant() }
    }

    private mutating func receive() throws {
        let material = SubmittedMaterial(material: "申请书", attachments: [], isOnPaper: plan.hasMaterials)
        record(
            [
                .received(
                    ApplicationReceived(
                        number: Open("\(number)"),
                        item: staff.item(promised: plan.promised, statutory: plan.statutory),
                        party: "01P1",
                        channel: .window,
                        receivedOn: day,
                        answerDue: try calendar.day(5, workingDaysAfter: day),
                        submission: .present(subject: "01P1", Submission(answers: [], materials: [material])),
                        queryDigest: "",
                        position: at("receive"),
                        agent: nil,
                        prior: nil,
                        changes: nil,
                        reopening: nil
                    )
                )
            ],
            by: staff.window
        )
        guard plan.ending != .withoutSteps else { return }
        let stated =
            plan.datedBack > 0 ? Occurrence(at: Instant(day - plan.datedBack), precision: .day, origin: .stated) : nil
        record([done("receive", "registered", ["accept"])], by: staff.window, occurred: stated)
    }

    private mutating func answer() throws {
        var step: Step.ID = "accept"
        try pass(plan.acceptAfter)
        for round in 0..<plan.corrections {
            record([done(step, "correctionNeeded", ["correction"]), correction(round + 1)], by: staff.window)
            try pass(2)
            record(
                [
                    supplemented(try calendar.day(5, workingDaysAfter: day)),
                    done("correction", "corrected", ["acceptCorrected"]),
                ],
                by: staff.applicant
            )
            step = "acceptCorrected"
            try pass(plan.answerAfter)
        }
        record(
            [done(step, "accepted", ["examine"]), accepted]
                + (plan.issuesNotice ? [issued("受理通知书", "受\(number)")] : []),
            by: staff.window
        )
        guard plan.isCorrectedAfterAcceptance else { return }
        try pass(1)
        record([correction(1)], by: staff.examiner)
        try pass(1)
        record([supplemented(try calendar.day(5, workingDaysAfter: day))], by: staff.applicant)
        record([accepted], by: staff.window)
    }

    private mutating func refuseToAccept() throws {
        try pass(plan.acceptAfter)
        record(
            [
                done("accept", "notRequired", ["serveNonAcceptance"]),
                .notAccepted(
                    ApplicationNotAccepted(
                        effect: .notRequired,
                        reasons: ForParty(plan.reasons, party: "01P1"),
                        competentAgency: nil
                    )
                ),
            ],
            by: staff.window
        )
        record([done("serveNonAcceptance", "served", []), closed(.notAccepted)], by: staff.window)
    }

    private mutating func decideWithoutSteps() throws {
        record([accepted, issued("受理通知书", "受\(number)")], by: staff.window)
        try pass(2)
        record([decided(.refused), issued("不予行政许可决定书", decisionNumber)], by: staff.approver)
        try pass(1)
        record([served, closed(.refused)], by: staff.window)
    }

    private mutating func examine() throws {
        if let prolongation = plan.prolongation {
            let reasons = ForParty("案情复杂", party: "01P1")
            record(
                [.prolonged(LimitProlonged(by: .workingDays(prolongation), reasons: reasons, due: .stopped))],
                by: staff.approver
            )
        }
        if let suspension = plan.suspension {
            record(
                [
                    .suspended(
                        ClockSuspended(
                            ground: .expertReview,
                            since: day,
                            expectedEnd: day + suspension.told,
                            explanation: ForParty("组织专家评审", party: "01P1")
                        )
                    )
                ],
                by: staff.examiner
            )
            try pass(suspension.stands)
            record([.resumed(ClockResumed(on: day, due: .stopped, note: "评审结束"))], by: staff.examiner)
        }
        try pass(plan.examineAfter)
        if let verification = plan.verification { try verify(verification) }
        if let ended = plan.statementAfter { try hear(ended) }
        record([done("examine", "proposed", ["review"])], by: staff.examiner(plan.examiner), occurred: stated)
    }

    private var stated: Occurrence? {
        guard plan.enteredAfter > 0 else { return nil }
        let moment = now
        return plan.enteredAfter % 24 == 0
            ? Occurrence(at: Instant(moment.day - plan.enteredAfter / 24), precision: .day, origin: .stated)
            : Occurrence(at: moment + .seconds(-3_600 * plan.enteredAfter), precision: .instant, origin: .stated)
    }

    private mutating func verify(_ verification: CasePlan.Verification) throws {
        record([done("examine", "verify", ["verify"])], by: staff.examiner)
        try pass(1)
        let companions =
            switch verification {
            case .two: [staff.companion.id]
            case .alone: [String]()
            case .withUncertified: [staff.examiner(.uncertified).id]
            }
        record([done("verify", "verified", ["examine"], companions)], by: staff.examiner)
        guard plan.filing != .never else { return }
        try pass(plan.filing == .late ? 2 : 0)
        let filed = RecordingFiled(
            number: 1,
            step: "verify",
            recording: .erased(subject: "01P1"),
            recorder: staff.examiner.id,
            retention: .asDossier
        )
        record([.recordingFiled(filed)], by: staff.examiner)
    }

    private mutating func hear(_ ended: Int) throws {
        record([done("examine", "interestsConcerned", ["notifyInterested"])], by: staff.examiner)
        record([done("notifyInterested", "notified", ["statement"])], by: staff.examiner)
        if let service = plan.noticeServedAfter {
            try pass(service)
            let given = NoticeServed(step: "notifyInterested", way: .direct, servedOn: day, note: "")
            record([.noticeServed(given)], by: staff.examiner)
        }
        try pass(ended)
        guard let held = plan.hearingAfter else {
            return record([done("statement", "heard", ["examine"])], by: staff.examiner)
        }
        record([done("statement", "hearingRequested", ["hearing"])], by: staff.examiner)
        try pass(held)
        record([done("hearing", "held", ["examine"])], by: staff.reviewer)
    }

    private mutating func refuse() throws {
        let document = plan.issuesDecision ? [issued("不予行政许可决定书", decisionNumber)] : []
        record([done("decide", "refused", ["serveRefusal"]), decided(.refused)] + document, by: staff.approver)
        try pass(plan.serveAfter)
        record([done("serveRefusal", "served", ["archive"]), served], by: staff.window)
        if plan.isRecordedAfterClosing {
            record([closed(.refused)], by: staff.window)
            try pass(2)
            record([done("archive", "archived", [])], by: staff.examiner)
        } else {
            record([done("archive", "archived", []), closed(.refused)], by: staff.examiner)
        }
    }

    /// Two branches: making and handing over the permit, and publishing; who is last closes.
    private mutating func grant() throws {
        let document = plan.issuesDecision ? [issued("准予行政许可决定书", decisionNumber)] : []
        record([done("decide", "granted", ["permit", "publish"]), decided(.granted)] + document, by: staff.approver)
        let made = try later(plan.permitAfter, than: day)
        let handedOver = try later(plan.serveAfter, than: made)
        let published = try plan.publishAfter.map { try later($0, than: day) }
        var waiting: [Step.ID] = ["permit", "publish"]
        let steps: [(step: Step.ID, outcome: StepOutcome.ID, on: Day)] =
            [("permit", "made", made), ("serve", "served", handedOver)]
            + (published.map { [("publish", "published", $0)] } ?? [])
        let inOrder = steps.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
        for (step, outcome, moment) in inOrder.map(\.element) {
            day = moment
            waiting.removeAll { $0 == step }
            if step == "permit" { waiting.append("serve") }
            let isLast = waiting.isEmpty || (published == nil && waiting == ["publish"])
            record(
                [done(step, outcome, isLast ? [] : waiting)] + (step == "serve" ? [served] : [])
                    + (isLast ? [closed(.granted)] : []),
                by: staff.window
            )
        }
    }

    // MARK: Facts

    private var decisionNumber: String { "许〔2026〕\(number)号" }

    func at(_ steps: Step.ID...) -> FlowPosition { at(steps) }

    private func at(_ steps: [Step.ID]) -> FlowPosition {
        FlowPosition(marking: .init(), waiting: steps.map { FlowPosition.Waiting(step: $0, post: "examiner") })
    }

    func done(
        _ step: Step.ID,
        _ outcome: StepOutcome.ID,
        _ next: [Step.ID],
        _ companions: [String]? = nil
    ) -> CaseFileEvent {
        .completed(
            StepCompleted(step: step, outcome: outcome, opinion: "同意", position: at(next), companions: companions)
        )
    }

    private func correction(_ round: Int) -> CaseFileEvent {
        let point = CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少签名")
        let notice = CorrectionNotice(number: round, points: [point], notifiedOn: day)
        return .correctionRequested(CorrectionRequested(notice: ForParty(notice, party: "01P1")))
    }

    private func supplemented(_ due: Day) -> CaseFileEvent {
        .supplemented(MaterialsSupplemented(submission: .erased(subject: "01P1"), answerDue: due))
    }

    private var accepted: CaseFileEvent {
        .accepted(
            ApplicationAccepted(
                acceptedOn: day,
                isDeemed: false,
                statutory: .workingDays(plan.statutory),
                promised: .workingDays(plan.promised),
                due: .stopped
            )
        )
    }

    func issued(_ name: String, _ number: String) -> CaseFileEvent {
        .issued(
            DocumentIssued(
                name: Open(name),
                number: Open(number),
                issuedOn: Open(day),
                digest: Open(""),
                file: .erased(subject: "01P1")
            )
        )
    }

    private func decided(_ kind: Decision.Kind) -> CaseFileEvent {
        .decided(
            DecisionMade(
                kind: Open(kind),
                number: Open(decisionNumber),
                decidedOn: Open(day),
                content: Open(""),
                validFrom: Open(nil),
                validThrough: Open(nil),
                permitNumber: Open(nil),
                reasons: ForParty(kind == .refused ? plan.reasons : "", party: "01P1"),
                title: nil,
                sanctions: nil,
                weighed: weighed.map { ForParty($0, party: "01P1") }
            )
        )
    }

    private var weighed: Weighed? {
        guard !plan.departure.isEmpty else { return nil }
        return Weighed(
            weighing: Weighing(version: 1, situation: "open", departure: plan.departure),
            benchmark: "《民办教育行政处罚裁量基准》",
            situation: "擅自举办民办学校",
            grade: "较轻",
            direction: .lenient,
            reasons: [],
            measures: ["罚款1万元以上不满3.7万元"],
            departures: ["罚款应为10,000.00元至36,999.99元，实为50,000.00元"]
        )
    }

    var served: CaseFileEvent { .served(DecisionServed(way: .direct, servedOn: day, note: "")) }

    func closed(_ manner: Closing.Manner) -> CaseFileEvent {
        .closed(CaseClosed(manner: Open(manner), on: day))
    }

    // MARK: Recording

    private func later(_ days: Int, than day: Day) throws -> Day {
        days > 0 ? try calendar.day(days, workingDaysAfter: day) : day
    }

    mutating func pass(_ days: Int) throws { day = try later(days, than: day) }

    private var now: Instant { Instant(day, hour: 9) + .seconds(60 * (minute + 1)) }

    mutating func record(_ facts: [CaseFileEvent], by actor: Actor, occurred: Occurrence? = nil) {
        let moment = now
        minute += 1
        commands += 1
        let first = events.count
        for fact in facts {
            append(fact.payload, to: CaseFile.stream(id.text), at: moment, occurred, by: actor)
            if case .completed = fact { steps += 1 }
        }
        for (fact, answered) in zip(facts, events[first...].map(\.envelope.id)) {
            guard let answer = plan.publication(after: fact, numbered: number, publicity, calendar) else { continue }
            append(answer.payload, to: Publication.stream(id.text), at: moment, nil, by: .system("publicity"), answered)
        }
    }

    private var id: CaseFile.ID { CaseScript.id(number) }

    /// A fact of the command, or what a reactor says to the event `answered`.
    private mutating func append(
        _ payload: any EventPayload,
        to stream: StreamID,
        at moment: Instant,
        _ occurred: Occurrence?,
        by actor: Actor,
        _ answered: String? = nil
    ) {
        let version = events.count + 1
        let envelope = Envelope(
            realm: Realm(1),
            position: Int64(number) * 100 + Int64(version),
            stream: stream,
            version: version,
            type: type(of: payload).type,
            schema: type(of: payload).schema,
            recordedAt: moment,
            occurred: occurred ?? .now(moment),
            actor: actor,
            command: Causation(command: "", key: answered ?? "\(number)/\(commands)", event: answered, correlation: ""),
            node: "",
            uses: [:],
            commitment: ""
        )
        events.append(RecordedEvent(envelope: envelope, payload: payload))
    }
}
