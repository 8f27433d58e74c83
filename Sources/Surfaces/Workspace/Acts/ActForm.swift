import Casework
import Directory
import HTML
import Kernel
import Processes
import TimeLimits
import WorkflowEngine

/// The names that forms and handlers of acts share.
enum ActForm {
    static let seen = "seen"
    static let suspend = "suspend"
    static let resume = "resume"
    static let prolong = "prolong"

    static let claim = "claim"
    static let release = "release"
    static let assign = "assign"
    static let sign = "sign"
    static let signers = "signers"
    static let urge = "urge"
    static let recusal = "recusal"
    static let recusalEnd = "recusalend"
    static let merge = "merge"
    static let split = "split"
    static let handOver = "handover"
    static let dispute = "dispute"
    static let terminate = "terminate"
    static let correct = "correct"
    static let revoke = "revoke"
    static let withdrawDecision = "withdrawdecision"
    static let void = "void"
    static let refund = "refund"
    static let deferral = "deferral"
    static let payment = "payment"
    static let remedy = "remedy"
    static let remedyEnd = "remedyend"
    static let reopen = "reopen"
    static let withdraw = "withdraw"
    static let transfer = "transfer"
    static let assist = "assistants"
    static let recall = "recall"
    static let cancel = "cancel"
    static let transition = "transition"

    static func returning(from step: Step.ID) -> String { "return-\(step)" }

    static let sidePrefixes = [
        suspend, resume, prolong, claim, release, assign, sign, signers, urge, terminate, correct, revoke,
        withdrawDecision,
        void, refund, deferral, payment, remedy, remedyEnd, reopen, withdraw, transfer, assist, recall, cancel,
        transition, recusal, recusalEnd, merge, split, handOver, dispute,
        SupplementForm.prefix,
        RecordingForm.prefix, "return-",
    ]
}

extension ActPanel {
    /// The forms that the officer may use on the case as it stands.
    init(_ content: CaseContent, hidden: [HiddenField], typed: TypedForm, today: Day, calendar: WorkingCalendar) {
        let number = content.number
        steps = content.own.map { own in
            StepForms(
                name: own.step.name,
                since: content.state.entered[own.step.id]?.minuteText ?? "",
                requirements: ActPanel.standing(of: own.step, content) + own.step.requirements,
                obstacle: content.obstacle(to: own.step),
                forms: ActPanel.offered(own.step, content).map { outcome in
                    OutcomeForm(outcome, of: own, content, hidden: hidden, typed: typed, on: today, in: calendar)
                }
            )
        }
        supplement = SupplementForm(content, hidden: hidden, typed: typed)
        side = ActPanel.side(content, number, hidden, typed)
        let mine = Set(content.own.map(\.step.id))
        others = content.state.position.waiting.filter { !mine.contains($0.step) }.map { waiting in
            let step = content.definition.step(waiting.step)?.name ?? waiting.step.text
            let post = content.definition.posts.first { $0.id.text == waiting.post }?.name ?? waiting.post
            return "\(step)（\(post)，自 \(content.state.entered[waiting.step]?.minuteText ?? "")）"
        }
        isClosed = content.state.stage.name == .closed
    }

    /// Who has the step, how those who sign it have voted, and what the item's table says where it may be granted.
    private static func standing(of step: Step, _ content: CaseContent) -> [String] {
        let assignee = content.state.assignees[step.id].map { ["由\(content.officers[$0] ?? $0)办理（已分派或者领办）"] }
        let signing = content.sharing.signings.first { $0.step.id == step.id }
        let votes = (signing?.seats ?? []).map { seat in
            "会签人\(seat.name)：\(seat.agrees.map { $0 ? "同意" : "不同意" } ?? "未签")"
        }
        let grants = step.outcomes.contains { $0.effect == .granted }
        let verdict = grants ? content.verdict.map { ["按申请表所填\($0.isEligible ? "符合" : "不符合")条件：\($0.ground)"] } : nil
        return (assignee ?? []) + votes + (verdict ?? [])
    }

    /// Outcomes that an officer may bring about now; a correction is handed in by the applicant, votes settle others.
    private static func offered(_ step: Step, _ content: CaseContent) -> [StepOutcome] {
        guard content.obstacle(to: step) == nil else { return [] }
        let settledByVotes = step.countersign.map { [$0.agreed, $0.refused] } ?? []
        return step.outcomes.filter { $0.effect != .corrected && !settledByVotes.contains($0.id) }
    }

    private static func side(
        _ content: CaseContent,
        _ number: String,
        _ hidden: [HiddenField],
        _ typed: TypedForm
    ) -> [SideActForm] {
        var forms: [SideActForm] = []
        func add(_ kind: SideActForm.Kind, _ address: String, _ prefix: String, _ label: String, _ posts: [Choice]) {
            forms.append(
                SideActForm(
                    kind: kind,
                    address: address,
                    prefix: prefix,
                    label: label,
                    hidden: hidden,
                    posts: posts,
                    typed: typed
                )
            )
        }
        let approving = content.approving.map { Choice($0.id.text, $0.name) }
        if !content.fallen.isEmpty, !approving.isEmpty {
            let laws = TransitionDecided.Law.allCases.map { Choice($0.rawValue, $0.chinese) }
            let label = CaseVerb.decideTransition.chinese
            add(.transition(laws: laws), WorkspacePath.transition(number), ActForm.transition, label, approving)
        }
        if let clock = content.state.runningClock {
            let pausing = content.own.first { !$0.step.pauses.isEmpty }
            if clock.suspension != nil, let own = content.own.first {
                add(.resume, WorkspacePath.resume(number), ActForm.resume, "恢复计时", own.choices)
            } else if let pausing {
                let grounds = pausing.step.pauses.map { Choice($0.rawValue, $0.chinese) }
                add(
                    .suspend(grounds: grounds),
                    WorkspacePath.suspend(number),
                    ActForm.suspend,
                    "暂停计时",
                    pausing.choices
                )
            }
            if let prolongation = content.definition.prolongation, clock.prolongations.isEmpty, content.holding.isEmpty,
                clock.suspension == nil, !content.prolonging.isEmpty
            {
                let choices = content.prolonging.map { Choice($0.id.text, $0.name) }
                add(
                    .prolong(by: prolongation.limit.period.chinese),
                    WorkspacePath.prolong(number),
                    ActForm.prolong,
                    "延长期限",
                    choices
                )
            }
        }
        for own in content.own where !own.returnTargets.isEmpty {
            add(
                .returning(
                    targets: own.returnTargets.map { Choice($0.id.text, $0.name) },
                    papers: content.papers(returning: own.step)
                ),
                WorkspacePath.returning(number, from: own.step.id.text),
                ActForm.returning(from: own.step.id),
                "退回“\(own.step.name)”之前的环节",
                own.choices
            )
        }
        forms += sharing(content, number, hidden, typed)
        let waiting = content.state.position.steps.compactMap(content.definition.step)
        if !waiting.isEmpty, content.own.isEmpty, content.isColleague {
            let steps = waiting.map { Choice($0.id.text, $0.name) }
            add(.urge(steps: steps), WorkspacePath.urge(number), ActForm.urge, "催办", [])
        }
        for recusal in RecusalForms(content).forms {
            add(recusal.kind, recusal.address, recusal.prefix, recusal.label, recusal.posts)
        }
        if content.receiving != nil, content.isWithdrawable {
            add(.withdraw, WorkspacePath.withdraw(number), ActForm.withdraw, "登记撤回申请", [])
        }
        if content.state.refundOwed > .zero, content.handling != nil {
            let owed = content.state.refundOwed.grouped
            add(.refund(owed: owed), WorkspacePath.refund(number), ActForm.refund, CaseVerb.recordRefund.chinese, [])
        }
        for money in MoneyForms(content, approving).forms {
            add(money.kind, money.address, money.prefix, money.label, money.posts)
        }
        guard !approving.isEmpty else { return forms }
        let isUndisputed = content.state.dispute?.isOpen != true
        if content.isRegroupable, isUndisputed {
            let leading = content.mergeable.map {
                Choice(
                    $0.value,
                    $0.summary.number,
                    hint: "\($0.summary.stage.chinese)，\($0.summary.receivedOn) 登记"
                )
            }
            if !leading.isEmpty {
                add(.merge(leading: leading), WorkspacePath.merge(number), ActForm.merge, "并案", approving)
            }
            let evidence = content.state.evidence.compactMap { piece in
                piece.evidence.map { Choice("\(piece.number)", "第 \(piece.number) 号 \($0.kind.chinese)：\($0.name)") }
            }
            let kind = SideActForm.Kind.split(
                evidence: evidence,
                source: content.state.clue?.source,
                isPenalty: content.definition.category.isPenalty
            )
            add(kind, WorkspacePath.split(number), ActForm.split, "分案", approving)
        }
        if content.opening.isExOfficio, content.definition.category.isExOfficio, content.holding.isEmpty, isUndisputed,
            CaseVerb.handOver.rule.stages.contains(content.state.stage.name)
        {
            let former = content.state.handover?.agencyName
            let handing = SideActForm.Kind.handOver(former: former, found: content.found)
            add(handing, WorkspacePath.handOver(number), ActForm.handOver, CaseVerb.handOver.chinese, approving)
            let disputing = SideActForm.Kind.dispute(former: former, found: content.found)
            add(disputing, WorkspacePath.raiseDispute(number), ActForm.dispute, CaseVerb.dispute.chinese, approving)
        }
        if content.holding.isEmpty, isUndisputed, CaseVerb.terminate.rule.stages.contains(content.state.stage.name) {
            let grounds = CaseTerminated.Ground.chosen.map { Choice($0.rawValue, $0.chinese) }
            add(.terminate(grounds: grounds), WorkspacePath.terminate(number), ActForm.terminate, "终止", approving)
        }
        if let decision = content.state.decision, content.state.lostEffectOn == nil {
            let grounds = DecisionRevoked.Ground.revoking.map { Choice($0.rawValue, $0.chinese) }
            let isPenalty = content.definition.category.isPenalty
            let revoking = isPenalty ? "（行政处罚法§48）" : content.definition.category == .licensing ? "（行政许可法§69）" : ""
            let correct = SideActForm.Kind.correct(content: decision.content, source: isPenalty ? "（行政处罚法§75）" : "")
            add(correct, WorkspacePath.correct(number), ActForm.correct, "更正决定", approving)
            let revoke = SideActForm.Kind.revoke(grounds: grounds, source: revoking)
            add(revoke, WorkspacePath.revoke(number), ActForm.revoke, CaseVerb.revokeDecision.chinese, approving)
            if decision.isWithdrawable(in: content.definition.category) {
                let label = CaseVerb.withdrawDecision.chinese
                add(
                    .withdrawDecision,
                    WorkspacePath.withdrawDecision(number),
                    ActForm.withdrawDecision,
                    label,
                    approving
                )
            }
            let voiding = DecisionDeclaredVoid.Ground.allCases
                .filter { $0.isForeign || isPenalty }
                .map { Choice($0.rawValue, "\($0.chinese)（\($0.source)）") }
            let label = CaseVerb.declareVoid.chinese
            let declareVoid = SideActForm.Kind.declareVoid(
                grounds: voiding,
                source: isPenalty ? "（行政处罚法§38、§48）" : ""
            )
            add(declareVoid, WorkspacePath.declareVoid(number), ActForm.void, label, approving)
        }
        let category = content.definition.category
        let reopenings = CaseReopened.Ground.allCases.filter { content.state.reopeningFault($0, in: category) == nil }
        if CaseVerb.reopen.rule.stages.contains(content.state.stage.name), !reopenings.isEmpty {
            let grounds = reopenings.map { Choice($0.rawValue, "\($0.chinese)（\($0.source)）") }
            let label = CaseVerb.reopen.chinese
            add(.reopen(grounds: grounds), WorkspacePath.reopen(number), ActForm.reopen, label, approving)
        }
        if content.state.isCancellable(content.definition) {
            let grounds = PermitCancelled.Ground.allCases.map { Choice($0.rawValue, $0.chinese) }
            add(.cancel(grounds: grounds), WorkspacePath.cancel(number), ActForm.cancel, "注销许可", approving)
        }
        return forms
    }
}

extension ActPanel {
    /// Taking, giving and signing, where several could do a step.
    private static func sharing(
        _ content: CaseContent,
        _ number: String,
        _ hidden: [HiddenField],
        _ typed: TypedForm
    ) -> [SideActForm] {
        let sharing = content.sharing
        func form(_ kind: SideActForm.Kind, _ prefix: String, _ label: String) -> SideActForm {
            SideActForm(
                kind: kind,
                address: WorkspacePath.share(number, prefix),
                prefix: prefix,
                label: label,
                hidden: hidden,
                posts: [],
                typed: typed
            )
        }
        func choices(_ steps: [Step]) -> [Choice] { steps.map { Choice($0.id.text, $0.name) } }
        var forms: [SideActForm] = []
        let asked = sharing.signings.filter(\.isAsked).map(\.step)
        if !asked.isEmpty { forms.append(form(.sign(steps: choices(asked)), ActForm.sign, "会签")) }
        let own = sharing.signings.filter(\.isOwn)
        if !own.isEmpty {
            forms.append(
                form(
                    .signers(
                        steps: choices(own.map(\.step)),
                        colleagues: sharing.colleagues.map { Choice($0.id.text, $0.name, hint: $0.position ?? "") },
                        open: own.flatMap(\.seats).filter { $0.agrees == nil }.map { Choice($0.officer, $0.name) }
                    ),
                    ActForm.signers,
                    "增减会签人"
                )
            )
        }
        if !sharing.claimable.isEmpty {
            forms.append(form(.claim(steps: choices(sharing.claimable)), ActForm.claim, "领办"))
        }
        if !sharing.taken.isEmpty {
            forms.append(form(.release(steps: choices(sharing.taken)), ActForm.release, "退回待办"))
        }
        if let step = sharing.recall {
            forms.append(form(.recall(steps: choices([step])), ActForm.recall, "撤回办理"))
        }
        if !sharing.handings.isEmpty {
            let handings = sharing.handings.map { Choice($0.value, $0.label) }
            forms.append(form(.transfer(handings: handings), ActForm.transfer, "转办"))
        }
        if !sharing.helpers.isEmpty || !sharing.helping.isEmpty,
            CaseVerb.assist.rule.stages.contains(content.state.stage.name)
        {
            let kind = SideActForm.Kind.assist(
                helpers: sharing.helpers.map { Choice($0.value, $0.label) },
                helping: sharing.helping.map { Choice($0.officer, $0.label) }
            )
            forms.append(form(kind, ActForm.assist, "增减协办人"))
        }
        if !sharing.givings.isEmpty {
            let givings = sharing.givings.map { Choice($0.value, $0.label) }
            forms.append(form(.assign(givings: givings), ActForm.assign, "分派"))
        }
        return forms
    }
}

extension SupplementForm {
    /// `nil` where nothing is asked for, or the reader does not take in what applicants bring.
    fileprivate init?(_ content: CaseContent, hidden: [HiddenField], typed: TypedForm) {
        let points = content.openPoints
        guard content.receiving != nil, !points.isEmpty else { return nil }
        var answers: [String: String] = [:]
        for (place, point) in points.enumerated() { answers[SupplementForm.text(place)] = point.answer }
        self.init(
            address: WorkspacePath.supplement(content.number),
            hidden: hidden,
            points: points,
            values: ActValues(prefix: SupplementForm.prefix, typed: typed, defaults: answers)
        )
    }
}

extension CaseContent.OwnStep {
    var choices: [Choice] { posts.map { Choice($0.id.text, $0.name) } }
}

extension OutcomeForm {
    init(
        _ outcome: StepOutcome,
        of own: CaseContent.OwnStep,
        _ content: CaseContent,
        hidden: [HiddenField],
        typed: TypedForm,
        on today: Day,
        in calendar: WorkingCalendar
    ) {
        let step = own.step
        address = WorkspacePath.step(content.number, step.id.text, outcome.id.text)
        label = outcome.name
        kind = content.kind(of: outcome, in: step)
        papers = content.papers(of: step, ending: outcome)
        occasional = content.occasional(of: step, ending: outcome)
        self.hidden = hidden
        values = ActValues(
            prefix: OutcomeForm.prefix(step.id, outcome.id),
            typed: typed,
            defaults: ActDefaults(content: content, today: today).values(for: kind, papers: papers)
        )
        isPenalty = content.definition.category.isPenalty
        posts = own.choices
        companions = own.companions.map { Choice($0.id.text, $0.name) }
        needsCompanions = step.officers
        materials = content.materials
        grounds = content.definition.grounds(before: outcome, in: step).map { Choice($0.rawValue, $0.chinese) }
        benchmarks = content.benchmarks
        let window = try? content.state.window(of: step, ending: outcome, in: calendar)
        notBefore = window.flatMap { window in today >= window.opens ? nil : (window.opens, window.source) }
    }
}

extension CaseContent {
    func kind(of outcome: StepOutcome, in step: Step) -> StepDetails.Kind {
        let clockRuns: Bool
        if case .examination(let clock) = state.stage { clockRuns = clock.suspension == nil } else { clockRuns = false }
        return StepDetails.Kind(for: outcome, of: step, in: definition, clockRuns: clockRuns)
    }

    /// Returns why the step cannot end now; a step whose own time is excluded does not stand still with the clock.
    func obstacle(to step: Step) -> ActPanel.Obstacle? {
        if state.clock?.suspension != nil, step.excludedBy == nil { return .pausedClock }
        if state.waitsForJurisdiction(step) { return .disputedJurisdiction }
        guard step.kind.actsOutward else { return nil }
        if !holding.isEmpty { return .undecidedTransition }
        return isToBeEnded ? .endedByTransition : nil
    }

    /// The papers to fill in when a step ends so.
    func papers(of step: Step, ending outcome: StepOutcome) -> [DocumentForm] {
        forms.forms(of: step, ending: outcome, in: definition.category)
    }

    /// The papers that may be written along when a step ends so.
    func occasional(of step: Step, ending outcome: StepOutcome) -> [DocumentForm] {
        forms.occasional(at: step, ending: outcome, in: definition.category)
    }

    /// The papers to fill in when a step sends the case back.
    func papers(returning step: Step) -> [DocumentForm] { forms.forms(returning: step, in: definition.category) }

    /// The materials an officer can ask to correct.
    var materials: [String] { state.submission?.materials.map(\.material) ?? [] }
}

extension ProcessDefinition {
    /// The grounds that fit the step the outcome leads to.
    func grounds(before outcome: StepOutcome, in step: Step) -> [ExcludedTime] {
        let entered = outcome.next.compactMap(self.step).filter { $0.excludedBy != nil }
        if entered.contains(where: { $0.kind == .hearing }) { return [.hearing] }
        let listed = step.pauses.isEmpty ? ExcludedTime.ofLicensing : step.pauses
        return listed.filter { $0 != .hearing }
    }
}
