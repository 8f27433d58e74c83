import Casework
import Directory
import EventLog
import Kernel
import Processes

/// Where the states of streams come from: the session of a command, or a reading of history.
protocol StateSource {
    func load<A: Aggregate>(_ type: A.Type, _ key: String) throws -> Versioned<A>
}

extension CommandSession: StateSource {}

extension StateSource {
    /// Reads what rules about conduct need of `event`; the directory's streams are those the act itself asked.
    func supervisedAct(
        _ event: RecordedEvent,
        _ fact: CaseFileEvent,
        of state: CaseFile,
        _ definition: ProcessDefinition
    ) throws -> SupervisedAct? {
        guard let name = fact.act(definition) else { return nil }
        let envelope = event.envelope
        var act = SupervisedAct(
            version: envelope.version,
            name: name,
            occurred: envelope.occurred,
            recordedAt: envelope.recordedAt
        )
        if case .correctionRequested = fact { act.isCorrectionNotice = true }
        act.mayFollowClosing = fact.mayFollowClosing
        act.onSite = fact.onSite
        if let done = fact.stepDone, let step = definition.step(done.step), let item = state.opening?.item {
            act.step = try stepDone(done, step, item, of: state, envelope)
        }
        return act
    }

    private func stepDone(
        _ done: (step: Step.ID, outcome: StepOutcome.ID, companions: [String]?),
        _ step: Step,
        _ item: ItemPin,
        of state: CaseFile,
        _ envelope: Envelope
    ) throws -> SupervisedAct.StepDone {
        let act = state.acts.last { $0.step == step.id && $0.at == envelope.recordedAt }
        let entered = act?.entered
        let votes = act?.votes ?? []
        let isOfficer = envelope.actor.kind == .officer
        let officers = isOfficer ? [envelope.actor.id] + (done.companions ?? []) + votes.map(\.officer) : []
        let posts = Dictionary(votes.map { ($0.officer, $0.post) }) { first, _ in first }
        return SupervisedAct.StepDone(
            id: step.id,
            entered: entered,
            partyTime: entered.map { state.partyTime(in: step, since: act?.noticedOn ?? $0.day) },
            isEndedByParty: step.outcome(done.outcome)?.isEndedByParty ?? false,
            officersRequired: step.officers,
            officers: isOfficer && done.companions != nil ? officers : nil,
            uncertified: try officers.compactMap { officer in
                let post = posts[officer] ?? envelope.actor.post
                return try certificateRefusal(officer, post, item, on: envelope.occurred.at.day).map {
                    SupervisedAct.Uncertified(officer: officer, refusal: $0)
                }
            },
            recused: try officers.filter { try isRecused($0, envelope) },
            kind: step.kind
        )
    }

    /// Whether the head had recused the officer when it happened; what was only asked for stops nobody from finding out.
    private func isRecused(_ officer: String, _ envelope: Envelope) throws -> Bool {
        let key = RecusalEntry.key(envelope.stream.text, Officer.ID(officer))
        guard let granted = try load(RecusalEntry.self, key).state.grantedAt else { return false }
        return granted <= envelope.occurred.at
    }

    /// What of a certificate was missing on the day of the act; other refusals are not about certificates.
    private func certificateRefusal(
        _ officer: String,
        _ post: String?,
        _ item: ItemPin,
        on day: Day
    ) throws -> AuthorityRefusal? {
        guard let post, let place = Division.Code(item.division) else { return nil }
        let person = try load(OfficerEntry.self, officer).state.officer
        let held = try load(PostEntry.self, post).state.post
        let agency = try held.flatMap { try load(AgencyEntry.self, $0.agency.text).state.agency }
        do throws(AuthorityRefusal) {
            _ = try Authority.establish(
                of: person,
                at: held,
                of: agency,
                for: EnforcementCategory(nationalCode: item.category),
                in: place,
                on: day
            )
            return nil
        } catch {
            switch error {
            case .notQualified, .noCertificate, .certificateNotValid, .outOfScope, .outOfArea: return error
            case .unknownOfficer, .noSuchPost, .agencyClosed, .leftAgency, .notInPost: return nil
            }
        }
    }
}

extension CaseFileEvent {
    /// The step that it ended, and how: by one officer with companions, or by the vote that settled it.
    fileprivate var stepDone: (step: Step.ID, outcome: StepOutcome.ID, companions: [String]?)? {
        switch self {
        case .completed(let event): (event.step, event.outcome, event.companions)
        case .signed(let event): event.outcome.map { (event.step, $0, []) }
        case .received, .opened, .filed, .written, .evidenceAdded, .proposed, .noticeServed, .paid, .assigned, .urged,
            .signersChanged, .terminated, .migrated, .returned, .correctionRequested, .supplemented, .accepted,
            .notAccepted, .withdrawn, .suspended, .resumed, .prolonged, .decided, .served, .issued, .closed,
            .succeeded, .assistantsChanged, .transitionDecided, .recordingFiled, .merged, .takenIn, .split,
            .handedOver, .followUpReceived, .followUpEnded, .renewalDeemed, .decisionCorrected, .revoked, .cancelled,
            .declaredVoid, .refunded, .reopened, .disputed, .disputeStated, .disputeReported, .designated,
            .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            nil
        }
    }

    /// Whether the law foresees it for a closed case: what is wrong with a decision comes out later.
    fileprivate var mayFollowClosing: Bool {
        switch self {
        case .decisionCorrected: CaseVerb.correctDecision.rule.stages.contains(.closed)
        case .revoked: CaseVerb.revokeDecision.rule.stages.contains(.closed)
        case .declaredVoid: CaseVerb.declareVoid.rule.stages.contains(.closed)
        case .reopened: CaseVerb.reopen.rule.stages.contains(.closed)
        case .refunded: CaseVerb.recordRefund.rule.stages.contains(.closed)
        case .remedySought: CaseVerb.recordRemedy.rule.stages.contains(.closed)
        case .remedyEnded: CaseVerb.endRemedy.rule.stages.contains(.closed)
        case .cancelled: CaseVerb.cancelPermit.rule.stages.contains(.closed)
        case .received, .opened, .filed, .written, .evidenceAdded, .proposed, .noticeServed, .paid, .assigned, .urged,
            .signed, .signersChanged, .terminated, .migrated, .completed, .returned, .correctionRequested,
            .supplemented, .accepted, .notAccepted, .withdrawn, .suspended, .resumed, .prolonged, .decided, .served,
            .issued, .closed, .succeeded, .assistantsChanged, .transitionDecided, .recordingFiled, .merged, .takenIn,
            .split, .handedOver, .followUpReceived, .followUpEnded, .renewalDeemed, .disputed, .disputeStated,
            .disputeReported, .designated, .measureTaken, .measureEnded, .paymentDeferred, .legalReview,
            .recusal:
            false
        }
    }

    /// When it was done on site, where a device brought it.
    fileprivate var onSite: FieldTimes? {
        if case .completed(let event) = self { return event.onSite }
        if case .evidenceAdded(let event) = self { return event.evidence.value?.taking?.times }
        return nil
    }

    /// What the agency did, in words; `nil` for what the applicant did and for what only follows from another act.
    func act(_ definition: ProcessDefinition) -> String? {
        switch self {
        case .completed(let event): "环节“\(definition.step(event.step)?.name ?? event.step.text)”"
        case .returned(let event) where event.isRecall == true:
            "撤回“\(definition.step(event.to)?.name ?? event.to.text)”"
        case .returned(let event): "退回至“\(definition.step(event.to)?.name ?? event.to.text)”"
        case .correctionRequested: "补正告知"
        case .suspended: "暂停计时"
        case .resumed: "恢复计时"
        case .prolonged: "延长期限"
        case .evidenceAdded: "收集证据"
        case .recordingFiled: "归入音像记录"
        case .assigned(let event): event.officer == nil ? "退回待办" : event.isHandedOn == true ? "转办" : "分派"
        case .signed: "会签"
        case .signersChanged: "增减会签人"
        case .assistantsChanged: "增减协办人"
        case .migrated: "改按另一版流程办理"
        case .merged: "并案"
        case .split: "分案"
        case .handedOver: "移送管辖"
        case .disputed: "提出管辖权争议"
        case .disputeReported(let event) where event.side == .holder: "报请指定管辖"
        case .disputeStated(let event) where event.side == .holder: "协商管辖权"
        case .legalReview(let event): event.verb?.chinese
        case .recusal(.settled): "决定回避"
        case .terminated: "终止"
        case .decisionCorrected: "更正决定"
        case .revoked(let event): event.ground.value.verb.chinese
        case .cancelled: "注销许可"
        case .declaredVoid: "确认无效"
        case .refunded: "退还款项"
        case .paymentDeferred: "准予暂缓、分期缴纳"
        case .reopened: "重新办理"
        case .transitionDecided: "过渡决定"
        case .urged, .received, .opened, .filed, .written, .proposed, .noticeServed, .paid, .supplemented, .accepted,
            .notAccepted, .withdrawn, .decided, .served, .issued, .closed, .succeeded, .takenIn, .followUpReceived,
            .followUpEnded, .renewalDeemed, .disputeStated, .disputeReported, .designated, .measureTaken, .measureEnded,
            .remedySought, .remedyEnded, .recusal(.asked):
            nil
        }
    }
}
