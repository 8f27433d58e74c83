import Casework
import Directory
package import EventLog
import Kernel
import Parties
import Processes
package import TimeLimits

/// Waits for every decision that the rules call public, and publishes it when its step of publishing is completed and the
/// party served, whichever is later.
///
/// So the step can be done by `PublishDecision`, with a preview, or as any other step: the decision is public either way.
/// What a review has not agreed to, where one is asked for or required, is published when it agrees.
package struct PublicityReactor: Reactor {
    package let name = "publicity"
    private let policy: MaskingPolicy
    private let rules: PublicityRules
    private let calendar: WorkingCalendar

    package init(_ policy: MaskingPolicy, _ rules: PublicityRules, _ calendar: WorkingCalendar) {
        self.policy = policy
        self.rules = rules
        self.calendar = calendar
    }

    package func react(to event: RecordedEvent, in session: CommandSession) throws {
        guard let fact = event.as(CaseFileEvent.self) else { return }
        let caseFile = CaseFile.ID(event.envelope.stream.key)
        switch fact {
        case .decided(let decided):
            if try isPublic(decided, of: caseFile, in: session) { try wait(decided, of: caseFile, in: session) }
        case .completed, .served: try publish(caseFile, in: session)
        case .decisionCorrected: try correct(caseFile, in: session)
        case .received, .returned, .correctionRequested, .supplemented, .accepted, .notAccepted, .withdrawn,
            .suspended, .resumed, .prolonged, .issued, .closed, .opened, .filed, .written,
            .evidenceAdded, .recordingFiled, .proposed, .noticeServed, .paid, .assigned, .assistantsChanged, .cancelled,
            .urged, .signed,
            .signersChanged, .terminated, .migrated, .succeeded, .transitionDecided, .merged, .takenIn, .split,
            .handedOver,
            .followUpReceived, .followUpEnded, .renewalDeemed, .refunded, .reopened, .disputed,
            .disputeStated, .disputeReported, .designated, .measureTaken, .paymentDeferred, .remedySought, .remedyEnded,
            .legalReview, .recusal:
            break
        case .measureEnded(let ended): if ended.way == .notTaken { try leaveOut(caseFile, in: session) }
        case .revoked(let revoked):
            let ground = revoked.ground.value
            let fall = Fall(
                ground: WithdrawalGround(ground),
                words: "\(ground.chinese)：\(revoked.reasons.value)",
                on: revoked.revokedOn.value,
                document: { "\(ground.verb == .withdrawDecision ? "撤回" : "撤销")\($0)的决定书" }
            )
            try withdraw(fall, of: caseFile, in: session)
        case .declaredVoid(let void):
            let fall = Fall(
                ground: .void,
                words: "\(void.ground.value.chinese)：\(void.reasons.value)",
                on: void.declaredOn.value,
                document: { void.authority.value.isEmpty ? "确认\($0)无效的决定书" : void.authority.value }
            )
            try withdraw(fall, of: caseFile, in: session)
        }
    }

    /// Whatever was granted or imposed, as the rules say by category; nothing of a secret item.
    ///
    /// - Source: 国办发〔2018〕118号; 政府信息公开条例 art. 14.
    private func isPublic(
        _ decided: DecisionMade,
        of caseFile: CaseFile.ID,
        in session: CommandSession
    ) throws -> Bool {
        guard let item = try session.load(CaseFile.self, caseFile.text).state.opening?.item, !item.isSecret else {
            return false
        }
        return switch decided.kind.value {
        case .refused, .notImposed: false
        case .granted, .imposed:
            rules.publishes(
                item.category,
                by: try session.process(of: caseFile).category,
                imposing: decided.sanctions ?? []
            )
        }
    }

    private func wait(_ decided: DecisionMade, of caseFile: CaseFile.ID, in session: CommandSession) throws {
        guard case .none = try session.load(Publication.self, caseFile.text).state.status,
            let opening = try session.load(CaseFile.self, caseFile.text).state.opening
        else { return }
        let awaited = PublicationAwaited(
            documentNumber: decided.number.value,
            caseNumber: opening.number,
            item: opening.item.code,
            itemName: opening.item.name,
            agency: opening.item.agency,
            decidedOn: decided.decidedOn.value,
            publishBy: try rules.ceiling(of: opening.item.category).day(from: decided.decidedOn.value, in: calendar)
        )
        try session.append(
            .awaited(awaited),
            to: Publication.self,
            caseFile.text,
            uses: [
                "item": opening.item.text, "calendar": calendar.citation, "publicity": rules.version,
            ]
        )
    }

    /// How a decision lost its effect, and which document says so, by the decision's number.
    private struct Fall {
        let ground: WithdrawalGround
        let words: String
        let on: Day
        let document: (String) -> String
    }

    /// What lost its effect is taken down with the act that revokes it, and not published if it was only awaited.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 48.2 (within three working days, the reason published).
    private func withdraw(_ fall: Fall, of caseFile: CaseFile.ID, in session: CommandSession) throws {
        let publication = try session.publication(caseFile)
        guard publication.isPublic || publication.isAwaited,
            let opening = try session.load(CaseFile.self, caseFile.text).state.opening,
            let decision = try session.load(CaseFile.self, caseFile.text).state.decision
        else { return }
        let agency = try session.load(AgencyEntry.self, opening.item.agency).state.agency
        let withdrawn = PublicationWithdrawn(
            ground: fall.ground,
            reason: Open(PersonalText.masked(fall.words)),
            overturned: Overturning(
                on: fall.on,
                by: agency?.profile.name ?? opening.item.agency,
                document: fall.document(decision.number),
                withdrawBy: try rules.withdrawal.day(from: fall.on, in: calendar)
            )
        )
        try session.append(
            .withdrawn(withdrawn),
            to: Publication.self,
            caseFile.text,
            uses: ["calendar": calendar.citation, "publicity": rules.version]
        )
    }

    /// What could not be carried out is no decision that the public needs to know of the party.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 29.2 (what is frozen already is not frozen again).
    private func leaveOut(_ caseFile: CaseFile.ID, in session: CommandSession) throws {
        let publication = try session.publication(caseFile)
        guard publication.isPublic || publication.isAwaited else { return }
        let reason = "决定没有实施：已被其他国家机关依法冻结，不得重复冻结（行政强制法§29）"
        try session.append(
            .withdrawn(PublicationWithdrawn(ground: .exempt, reason: Open(reason))),
            to: Publication.self,
            caseFile.text,
            uses: ["publicity": rules.version]
        )
    }

    /// The public copy follows a decision that was corrected, with what was hidden by hand hidden again.
    ///
    /// - Source: 市场监督管理行政处罚信息公示规定 art. 7, 12 (the copy says what the decision says, and is corrected in time).
    private func correct(_ caseFile: CaseFile.ID, in session: CommandSession) throws {
        let publication = try session.publication(caseFile)
        guard case .published(let record, _) = publication.status, let text = publication.shownText,
            let opening = try session.load(CaseFile.self, caseFile.text).state.opening,
            try !isErased(opening.party, in: session)
        else { return }
        let draft = try session.draft(caseFile, text, policy)
        guard draft.record != record else { return }
        let correction = Correcting(draft, text, because: "决定书有笔误，决定机关已经更正", provedOn: session.today)
        try session.correct(caseFile, correction, policy, rules)
    }

    /// Publishes what waits for nothing but its step of publishing and service.
    private func publish(_ caseFile: CaseFile.ID, in session: CommandSession) throws {
        let state = try session.load(CaseFile.self, caseFile.text).state
        guard state.decision != nil, state.lostEffectOn == nil, let opening = state.opening else { return }
        let publication = try session.publication(caseFile)
        // Whether it is kept from the public at all is decided first.
        guard publication.isAwaited, publication.exemption == nil else { return }
        let definition = try session.process(of: caseFile)
        // Where a plan is announced first, as of rewards, that step publishes no decision.
        let steps = definition.steps.filter { $0.kind == .publish && !definition.leads(from: [$0.id], to: .decide) }
        let proposal = publication.proposal
        guard steps.contains(where: { state.lastAct(on: $0.id) != nil }) || steps.isEmpty && proposal != nil,
            !state.awaitsService(in: definition),
            // Where a review is asked for or required, agreeing publishes: the step may be done before.
            proposal.map(\.isApproved) ?? !rules.requiresReview(of: opening.item.category),
            try !isErased(opening.party, in: session)
        else { return }
        try session.publish(session.draft(caseFile, proposal?.text, policy), of: caseFile, policy, rules)
    }

    /// Nothing more is published about a party whose data was erased; the case goes on.
    private func isErased(_ party: String, in session: CommandSession) throws -> Bool {
        try session.load(PartyEntry.self, party).state.party?.name == nil
    }
}
