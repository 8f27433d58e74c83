import BlobStore
import Casework
import Composition
import Decisions
import Directory
import EventLog
import Kernel
import Processes
import Publicity
import TimeLimits

/// A matter that the agency takes up by itself, and its story.
struct Enforcement: Happening {
    let plan: PlannedEnforcement
    let writer: EnforcementWriter

    var beginsAt: Instant { plan.beginsAt }
    var moments: [Instant] { plan.moments }
    var label: String { "enforcement \(plan.number) \(plan.story)" }

    func begin() async throws -> CaseFile.ID { try await writer.open(plan) }

    func make(beat: Int, in id: CaseFile.ID) async throws {
        try await writer.make(plan.story.beats[beat], ordinal: beat, in: id, of: plan)
    }
}

/// Does the steps of one such matter through the real commands, with its papers and its evidence.
struct EnforcementWriter: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let issuer: DocumentIssuer
    let calendar: WorkingCalendar
    /// Matters of this day and later get their documents; earlier ones keep a scan of their decision.
    let documentsFrom: Day
    let scan: Attachment?
    let recording: Attachment
    let modules: Modules

    func open(_ plan: PlannedEnforcement) async throws -> CaseFile.ID {
        let definition = try ProcessTemplate.penaltyHearing.definition()
        guard let first = definition.step(definition.first) else { throw DemonstrationFault.noItem }
        let command = OpenCase(
            item: plan.item.id,
            party: plan.party,
            clue: plan.clue,
            documents: try papers(of: first, first.outcomes[0], plan)
        )
        let act = try act(officer(.handle, of: plan), plan, "open")
        return try await log.submit(command, as: act).answer.caseFile
    }

    func make(_ beat: EnforcementStory.Beat, ordinal: Int, in id: CaseFile.ID, of plan: PlannedEnforcement) async throws
    {
        let definition = try ProcessTemplate.penaltyHearing.definition()
        guard let step = definition.step(beat.step), let outcome = step.outcome(beat.outcome) else {
            throw DemonstrationFault.noItem
        }
        if step.kind == .conclude { try await addEvidence(to: id, of: plan) }
        if step.kind == .publish { try await review(id, plan) }
        let responsibility = Responsibility.allCases.first { $0.processPosts.contains(step.post.text) } ?? .handle
        let companion = try officer(.handle, of: plan, other: true)
        let command = CompleteStep(
            caseFile: id,
            seen: try await log.read(realm) { reading in try reading.version(of: CaseFile.stream(id.text)) },
            step: step.id,
            outcome: outcome.id,
            opinion: PaperText.opinion(step.kind, outcome.effect),
            details: try details(of: outcome, at: step, in: definition, plan),
            documents: try papers(of: step, outcome, plan, toldOn: try await hearingNotice(in: id, step)),
            companions: step.officers > 1 ? [companion.id] : []
        )
        _ = try await log.submit(command, as: act(officer(responsibility, of: plan), plan, "\(ordinal)"))
        if step.kind == .investigate || step.kind == .hearing { try await keepRecording(of: step, in: id, plan) }
        if plan.beginsAt.day >= documentsFrom {
            _ = try await issuer.issue(for: id, in: realm)
        } else if step.kind == .decide {
            try await keepScan(of: id, plan)
        }
    }

    /// Who handles the case asks for a look at what will be public, and the reviewer agrees.
    private func review(_ id: CaseFile.ID, _ plan: PlannedEnforcement) async throws {
        func seen() async throws -> Int {
            try await log.read(realm) { try $0.state(Publication.self, id.text).version }
        }
        let (rules, policy) = (modules.publicity, modules.masking)
        let text = ProposedText(remarks: nil, hidden: .none)
        let proposal = ProposePublication(caseFile: id, seen: try await seen(), text: text, rules, policy)
        _ = try await log.submit(proposal, as: act(officer(.handle, of: plan), plan, "propose publication"))
        let agreement = ReviewPublication(
            caseFile: id,
            seen: try await seen(),
            isApproved: true,
            opinion: "内容与决定书一致，可以公开",
            policy,
            rules
        )
        _ = try await log.submit(agreement, as: act(officer(.review, of: plan), plan, "review publication"))
    }

    private func keepScan(of id: CaseFile.ID, _ plan: PlannedEnforcement) async throws {
        let decision = try await log.read(realm) { try $0.state(CaseFile.self, id.text).state.decision }
        guard let decision, let scan else { return }
        let command = IssueDocument(caseFile: id, document: decision.title, number: decision.number, file: scan)
        _ = try await log.submit(command, as: act(.system("documents"), plan, "scan"))
    }

    /// The recording is read out right after the step; of every fifth matter it was forgotten, so that there is a finding.
    private func keepRecording(of step: Step, in id: CaseFile.ID, _ plan: PlannedEnforcement) async throws {
        guard !plan.number.isMultiple(of: 5) else { return }
        let command = FileRecording(
            caseFile: id,
            step: step.id,
            recording: Recording(
                way: step.kind == .hearing ? .fixedCamera : .bodyCamera,
                content: step.kind == .hearing ? "听证全过程" : "出示证件、现场检查、当事人签字",
                place: plan.clue.place,
                device: "演示-\(plan.handler + 1)",
                startedAt: log.clock.now - .seconds(2_400),
                minutes: 35,
                isEvidence: step.kind != .hearing,
                files: [recording]
            )
        )
        _ = try await log.submit(command, as: act(officer(.handle, of: plan), plan, "recording \(step.id)"))
    }

    private func addEvidence(to id: CaseFile.ID, of plan: PlannedEnforcement) async throws {
        let pieces: [(Evidence.Kind, String, String, String)] = [
            (.inspectionRecord, "现场检查笔录", "经营场所存放、销售瓶装液化石油气", "现场制作，当事人核对签名"),
            (.physical, "液化石油气钢瓶照片六张", "经营场所存放的钢瓶数量和状况", "现场拍摄"),
            (.partyStatement, "法定代表人询问笔录", "未取得燃气经营许可证即开始经营", "当事人陈述"),
        ]
        for (index, piece) in pieces.enumerated() {
            let evidence = Evidence(
                kind: piece.0,
                name: piece.1,
                shows: piece.2,
                origin: piece.3,
                obtainedOn: log.clock.today,
                files: []
            )
            let companion = try officer(.handle, of: plan, other: true)
            let command = AddEvidence(caseFile: id, evidence: evidence, companions: [companion.id])
            _ = try await log.submit(command, as: act(officer(.handle, of: plan), plan, "evidence \(index)"))
        }
    }

    private func papers(
        of step: Step,
        _ outcome: StepOutcome,
        _ plan: PlannedEnforcement,
        toldOn told: Day? = nil
    ) throws -> [DocumentRecord] {
        let approver = try officer(.approve, of: plan).id
        let head = staff.members.first { $0.officer.text == approver }?.name ?? ""
        return try DocumentForms.shipped().forms(of: step, ending: outcome).map { form in
            DocumentRecord(
                document: form.name,
                entries: try form.fields.map { field in
                    let entry = PaperText.entry(of: field, plan, head: head, at: log.clock.now)
                    guard form.name.hasPrefix("听证"), let day = try hearingDay(field.key, told) else { return entry }
                    return DocumentEntry(key: field.key, label: field.label, text: day)
                }
            )
        }
    }

    /// When the party was told of the hearing that the step is.
    private func hearingNotice(in id: CaseFile.ID, _ step: Step) async throws -> Day? {
        guard step.kind == .hearing else { return nil }
        return try await log.read(realm) { reading in
            try reading.state(CaseFile.self, id.text).state.written.last { $0.record.document == "听证通知书" }?.at.day
        }
    }

    /// What the papers of a hearing say of its day, eight working days after they are written, and of the day of its notice.
    private func hearingDay(_ key: String, _ told: Day?) throws -> String? {
        switch key {
        case "heldAt": "\(try calendar.day(8, workingDaysAfter: log.clock.today)) 09:30"
        case "notifiedOn": told?.description
        default: nil
        }
    }

    private func details(
        of outcome: StepOutcome,
        at step: Step,
        in definition: ProcessDefinition,
        _ plan: PlannedEnforcement
    ) throws -> StepDetails {
        let today = log.clock.today
        switch StepDetails.Kind(for: outcome, of: step, in: definition, clockRuns: true) {
        case .proposal: return .proposal(plan.proposal, weighing: plan.weighing)
        case .imposition:
            return .imposition(
                ImpositionDetails(
                    sanctions: plan.proposal.sanctions,
                    reasons: "\(plan.clue.facts)，以上事实有现场检查笔录、照片、询问笔录等证据证实，违法事实清楚，证据确凿",
                    performance: "自收到本决定书之日起十五日内到指定银行缴纳罚款"
                )
            )
        case .decision:
            return .decision(
                DecisionDetails(
                    reasons: "经调查，现有证据不能证明存在违法事实",
                    content: "不予行政处罚",
                    validFrom: nil,
                    validThrough: nil
                )
            )
        case .service: return .service(ServiceDetails(way: .direct, servedOn: today, note: "当事人签收"))
        case .payment: return .payment(PaymentDetails(amount: plan.fine, paidOn: today, receipt: "演示\(plan.number)号"))
        case .specialProcedure:
            return .specialProcedure(
                SuspensionDetails(
                    ground: .hearing,
                    expectedEnd: try calendar.day(10, workingDaysAfter: today),
                    explanation: "当事人要求听证，依法组织听证"
                )
            )
        case .none, .correction, .nonAcceptance: return .none
        }
    }

    private func officer(
        _ responsibility: Responsibility,
        of plan: PlannedEnforcement,
        other: Bool = false
    ) throws -> Actor {
        guard let actor = staff.actor(responsibility, of: plan.item.agency, plan.handler + (other ? 1 : 0)) else {
            throw DemonstrationFault.noAgency(plan.item.agency)
        }
        return actor
    }

    private func act(_ actor: Actor, _ plan: PlannedEnforcement, _ word: String) -> SubmittedAct {
        SubmittedAct(realm: realm, actor: actor, key: "demonstration enforcement \(plan.number) \(word)")
    }
}
