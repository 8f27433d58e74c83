import Acting
import Access
import Casework
import Decisions
import Directory
import EventLog
import HTML
import Kernel
import Logging
import Processes
import TimeLimits
import WebServer

extension Workspace {
    /// Those who act on cases in any way; which act takes which permission is asked once the case is known.
    static let acting = AccessRule.anyPermission(working)

    /// Who hears of things: who handles cases, who answers for what was found, and who judges it.
    static let alerted = AccessRule.anyPermission(
        working + [.answerFinding, .readFindings].map { Permission($0, .agency) }
    )

    static let working: [Permission] = [
        .receiveSubmission, .requestCorrection, .acceptSubmission, .examineCase, .stopClock, .reviewProposal,
        .reviewLegality, .approveDecision, .serveNotice, .closeCase,
    ].map { Permission($0) }

    /// What one form of the case page does: below which address, under which name, and how it is read.
    private typealias Reading = @Sendable (WebRequest, CaseContent) throws -> CaseAct

    private static let acts: [(path: RoutePath, name: String, read: Reading)] = [
        ("/desk/cases/{number}/steps/{step}/{outcome}", "CompleteStep", CaseAct.complete),
        ("/desk/cases/{number}/suspend", "SuspendClock", CaseAct.suspend),
        ("/desk/cases/{number}/resume", "ResumeClock", CaseAct.resume),
        ("/desk/cases/{number}/prolong", "ProlongLimit", CaseAct.prolong),
        ("/desk/cases/{number}/return/{step}", "ReturnToStep", CaseAct.returning),
        ("/desk/cases/{number}/claim", "ClaimStep", CaseAct.claim),
        ("/desk/cases/{number}/release", "ReleaseStep", CaseAct.release),
        ("/desk/cases/{number}/assign", "AssignStep", CaseAct.assign),
        ("/desk/cases/{number}/sign", "SignStep", CaseAct.sign),
        ("/desk/cases/{number}/signers", "ChangeSigners", CaseAct.changeSigners),
        ("/desk/cases/{number}/transfer", "TransferStep", CaseAct.transfer),
        ("/desk/cases/{number}/assistants", "ChangeAssistants", CaseAct.assist),
        ("/desk/cases/{number}/recall", "RecallStep", CaseAct.recall),
        ("/desk/cases/{number}/urge", "UrgeStep", CaseAct.urge),
        ("/desk/cases/{number}/recusal", "AskForRecusal", CaseAct.askForRecusal),
        ("/desk/cases/{number}/recusalend", "SettleRecusal", CaseAct.settleRecusal),
        ("/desk/cases/{number}/merge", "MergeCase", CaseAct.merge),
        ("/desk/cases/{number}/split", "SplitCase", CaseAct.split),
        ("/desk/cases/{number}/handover", "HandOverCase", CaseAct.handOver),
        ("/desk/cases/{number}/dispute", "RaiseDispute", CaseAct.dispute),
        ("/desk/cases/{number}/terminate", "TerminateCase", CaseAct.terminate),
        ("/desk/cases/{number}/correct", "CorrectDecision", CaseAct.correct),
        ("/desk/cases/{number}/revoke", "RevokeDecision", CaseAct.revoke),
        ("/desk/cases/{number}/withdrawdecision", "WithdrawDecision", CaseAct.withdrawDecision),
        ("/desk/cases/{number}/void", "DeclareVoid", CaseAct.declareVoid),
        ("/desk/cases/{number}/reopen", "ReopenCase", CaseAct.reopen),
        ("/desk/cases/{number}/refund", "RecordRefund", CaseAct.refund),
        ("/desk/cases/{number}/deferral", "DeferPayment", CaseAct.deferPayment),
        ("/desk/cases/{number}/payment", "RecordPayment", CaseAct.recordPayment),
        ("/desk/cases/{number}/remedy", "RecordRemedy", CaseAct.recordRemedy),
        ("/desk/cases/{number}/remedyend", "EndRemedy", CaseAct.endRemedy),
        ("/desk/cases/{number}/cancel", "CancelPermit", CaseAct.cancel),
        ("/desk/cases/{number}/transition", "DecideTransition", CaseAct.decideTransition),
        ("/desk/cases/{number}/withdraw", "RegisterWithdrawal", CaseAct.withdraw),
    ]

    var actRoutes: [DeskRoute] { Workspace.acts.map { actRoute($0.path, $0.name, $0.read) } }

    func actRoute(
        _ path: RoutePath,
        _ name: String,
        body: RouteBody? = nil,
        _ read: @escaping @Sendable (WebRequest, CaseContent) async throws -> CaseAct
    ) -> DeskRoute {
        DeskRoute(.post, path, name: name, access: Workspace.acting, body: body) { request, principal in
            let (principal, content) = try await content(request, principal)
            return try await perform(try await read(request, content), request, principal, content)
        }
    }

    private func perform(
        _ act: CaseAct,
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent
    ) async throws -> WebAnswer {
        let values = request.form.values
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        if values["\(act.prefix)-\(ActValues.keep)"] != nil {
            return try await keepDraft(of: act, request, principal, content)
        }
        let asksAgain = [ActValues.more, ItemFinder.button].contains { values["\(act.prefix)-\($0)"] != nil }
        guard let submit = act.submit, !asksAgain else {
            let typed = TypedForm(
                prefix: act.prefix,
                values: values,
                errors: asksAgain ? [] : act.errors,
                kept: act.kept
            )
            return try casePage(request, principal, content, typed: typed)
        }
        do {
            let receipt = try await self.submit(submit, act, key: key, principal, at: content.place)
            // A record from the site is in the log now.
            try await forgetFieldRecord(act.prefix, principal, content)
            try await forgetDrafts(of: act.prefix, principal, content)
            let issued = await documents(of: content.id, in: principal.realm, request)
            return .redirect(
                to: WorkspacePath.caseFile(content.number),
                flash: FlashMessage((receipt.isReplay ? "此前已办理：" : "已办理：") + act.label + issued)
            )
        } catch {
            guard let wording = Wording(refusal: error, in: content.definition) else { throw error }
            return try await refused(wording, error, act, request, principal)
        }
    }

    /// Submits what a form asks for in the name of who sent it, if that may be done at the case's place.
    func submit(
        _ submit: CaseAct.Submit,
        _ act: CaseAct,
        key: String,
        _ principal: Principal,
        at place: Place
    ) async throws -> Receipt<CaseAnswer> {
        try AccessDecision.require(principal, .permission(act.action), at: place)
        let actor = try await actor(principal, from: act.post(of: principal))
        return try await submit(log, SubmittedAct(realm: principal.realm, actor: actor, key: key))
    }

    /// Shows the case as it is now, with the refusal and everything that was typed.
    private func refused(
        _ wording: Wording,
        _ error: any Error,
        _ act: CaseAct,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws -> WebAnswer {
        let (_, content) = try await content(request, principal)
        var seen: Int?
        if case EventLogError.stale(_, let version, _, _) = error { seen = version }
        let place = RefusedField(prefix: act.prefix, values: request.form.values, papers: act.papers)
        let errors = place.name(of: error, wording).map {
            [FieldError(field: "\(act.prefix)-\($0)", message: wording.full)]
        }
        let typed = TypedForm(
            prefix: act.prefix,
            values: request.form.values,
            errors: errors ?? [],
            kept: act.kept
        )
        return try casePage(
            request,
            principal,
            content,
            typed: typed,
            refused: CasePresentation.Refused(wording: wording, seen: seen)
        )
    }

    /// The acting officer with the certificate that was checked.
    func actor(_ principal: Principal, from post: PostRow?) async throws -> Actor {
        let today = today
        return try await log.read(principal.realm) { try $0.actor(principal, from: post, on: today) }
    }

    /// Makes the documents of the act; if that fails the act stands, and they are made with the next one.
    func documents(of caseFile: CaseFile.ID, in realm: Realm, _ request: WebRequest) async -> String {
        do {
            let names = try await issuer.issue(for: caseFile, in: realm)
            return names.isEmpty ? "" : "，已制作" + names.map { "《\($0)》" }.joined()
        } catch {
            logger.error(
                "documents of a case were not made",
                metadata: ["request": "\(request.id)", "case": "\(caseFile)", "error.type": "\(type(of: error))"]
            )
            return "。文书暂未制成，将随下一次办理补制"
        }
    }
}
