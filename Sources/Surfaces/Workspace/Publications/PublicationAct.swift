import Access
import Casework
import Directory
import EventLog
import Kernel
import Publicity
import WebServer

/// What an officer does about the publication of a decision; each is a form on its page and an address of its own.
enum PublicationAct: String, CaseIterable, Sendable {
    case approve, sendBack = "send-back", exempt, refuseExemption = "refuse-exemption"
    case propose, publish, askExemption = "ask-exemption"
    case perform, correct, withdraw, end

    var chinese: String {
        switch self {
        case .propose: "提请公开前审核"
        case .approve: "审核通过"
        case .sendBack: "退回修改"
        case .publish: "公开"
        case .askExemption: "申请不予公开"
        case .exempt: "批准不予公开"
        case .refuseExemption: "不批准，应当公开"
        case .perform: "登记履行状态"
        case .correct: "更正"
        case .withdraw: "撤下"
        case .end: "提前停止公示"
        }
    }

    /// The post from which the officer does it: reviewing and agreeing from one that reviews or approves.
    func post(of principal: Principal) -> PostRow? {
        let responsible: Set<Responsibility> =
            switch self {
            case .approve, .sendBack, .exempt, .refuseExemption: [.review, .approve, .legalReview]
            case .end: [.approve]
            case .propose, .publish, .askExemption, .perform, .correct, .withdraw: []
            }
        return principal.posts.first { responsible.contains($0.responsibility) } ?? principal.posts.first
    }

    /// The name of a field of the act's form; all forms stand on one page.
    func field(_ name: String) -> String { "\(rawValue)-\(name)" }

    /// Whether a publication as it stands calls for it; nothing is published before the party is served.
    func isOffered(for publication: Publication, awaitsService: Bool) -> Bool {
        if self == .publish, awaitsService { return false }
        let proposal = publication.proposal
        return switch publication.status {
        case .awaited where publication.exemption != nil: self == .exempt || self == .refuseExemption
        case .awaited where proposal?.isWaiting == true, .withdrawn where proposal?.isWaiting == true:
            self == .approve || self == .sendBack
        case .awaited: self == .propose && proposal?.isApproved != true || self == .publish || self == .askExemption
        case .withdrawn where publication.withdrawalGround?.isFinal == true: false
        case .withdrawn: self == .propose && proposal?.isApproved != true || self == .publish
        case .published: [.perform, .correct, .withdraw, .end].contains(self)
        case .none, .exempt, .ended: false
        }
    }

    /// Submits what the form says.
    func submit(
        _ form: FormValues,
        on content: Workspace.PublicationContent,
        _ masking: MaskingPolicy,
        _ rules: PublicityRules,
        to log: EventLog,
        as act: Act
    ) async throws {
        let (caseFile, seen) = (content.caseFile, form["seen"].flatMap { Int($0) } ?? content.version)
        let reason = form[field("reason")] ?? ""
        switch self {
        case .propose:
            let text = text(form)
            _ = try await log.submit(
                ProposePublication(caseFile: caseFile, seen: seen, text: text, rules, masking),
                as: act
            )
        case .approve, .sendBack:
            let command = ReviewPublication(
                caseFile: caseFile,
                seen: seen,
                isApproved: self == .approve,
                opinion: reason,
                masking,
                rules
            )
            _ = try await log.submit(command, as: act)
        case .publish:
            let command = PublishDecision(
                caseFile: caseFile,
                seen: content.caseVersion,
                previewed: content.preview.record,
                masking,
                rules
            )
            _ = try await log.submit(command, as: act)
        case .askExemption:
            guard let ground = form[field("ground")].flatMap(ExemptionGround.init) else {
                throw PublicityError.reasonMissing(atLeast: 5)
            }
            let command = ProposeExemption(caseFile: caseFile, seen: seen, ground: ground, reason: reason)
            _ = try await log.submit(command, as: act)
        case .exempt, .refuseExemption:
            let command = DecideExemption(
                caseFile: caseFile,
                seen: seen,
                isApproved: self == .exempt,
                opinion: reason
            )
            _ = try await log.submit(command, as: act)
        case .perform, .correct, .withdraw, .end:
            try await change(form, on: content, seen: seen, masking, rules, to: log, as: act)
        }
    }

    /// What is done to what is public.
    private func change(
        _ form: FormValues,
        on content: Workspace.PublicationContent,
        seen: Int,
        _ masking: MaskingPolicy,
        _ rules: PublicityRules,
        to log: EventLog,
        as act: Act
    ) async throws {
        let (caseFile, reason) = (content.caseFile, form[field("reason")] ?? "")
        let day = form[field("on")].flatMap { Day($0) }
        switch self {
        case .perform:
            guard let state = form[field("state")].flatMap(Performance.init), let day else {
                throw PublicityError.dayInvalid
            }
            let command = RecordPerformance(caseFile: caseFile, seen: seen, state: state, on: day, note: reason)
            _ = try await log.submit(command, as: act)
        case .correct:
            let command = CorrectPublication(
                caseFile: caseFile,
                seen: seen,
                text: text(form),
                reason: reason,
                provedOn: day ?? log.clock.today,
                masking,
                rules
            )
            _ = try await log.submit(command, as: act)
        case .withdraw:
            guard let ground = form[field("ground")].flatMap(WithdrawalGround.init) else {
                throw PublicityError.reasonMissing(atLeast: 5)
            }
            let overturned = day.map { day in
                WithdrawPublication.Overturned(
                    on: day,
                    by: form[field("by")] ?? "",
                    document: form[field("document")] ?? ""
                )
            }
            let command = WithdrawPublication(
                caseFile: caseFile,
                ground: ground,
                reason: reason,
                overturned: ground.isOverturning ? overturned : nil,
                rules
            )
            _ = try await log.submit(command, as: act)
        case .end:
            _ = try await log.submit(EndPublication(caseFile: caseFile, seen: seen, reason: reason, rules), as: act)
        case .approve, .sendBack, .exempt, .refuseExemption, .propose, .publish, .askExemption: break
        }
    }

    /// What an officer adds and hides, as typed.
    func text(_ form: FormValues) -> ProposedText {
        ProposedText(
            remarks: form[field("remarks")].flatMap { $0.isEmpty ? nil : $0 },
            hidden: HiddenParts(
                people: HiddenParts.words(form[field("people")] ?? ""),
                tradeSecrets: HiddenParts.words(form[field("secrets")] ?? ""),
                privacy: HiddenParts.words(form[field("privacy")] ?? "")
            )
        )
    }
}
