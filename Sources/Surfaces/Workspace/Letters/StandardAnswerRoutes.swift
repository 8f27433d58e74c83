import Access
import Acting
import Catalog
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// What an officer does with a standard answer; each is a form on its page and an address of its own.
enum StandardAnswerAct: String, CaseIterable, Sendable {
    case publish, change, withdraw

    var chinese: String {
        switch self {
        case .publish: "公开"
        case .change: "修改"
        case .withdraw: "撤下"
        }
    }

    func isOffered(for state: StandardAnswer) -> Bool {
        switch self {
        case .publish: state.isChanged
        case .change: true
        case .withdraw: state.published != nil
        }
    }
}

extension Workspace {
    /// Those who answer questions for their agency.
    static let answering = AccessRule.permission(Permission(.answerQuestion, .agency))

    var standardAnswerRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/standard-answers", name: "StandardAnswersPage", access: Workspace.answering) {
                request,
                principal in try await standardAnswers(request, principal)
            },
            DeskRoute(.post, "/standard-answers", name: "DraftStandardAnswer", access: Workspace.answering) {
                request,
                principal in try await draftStandardAnswer(request, principal)
            },
            DeskRoute(.get, "/standard-answers/{answer}", name: "StandardAnswerPage", access: Workspace.answering) {
                request,
                principal in try await standardAnswer(request, principal)
            },
        ]
            + StandardAnswerAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/standard-answers/{answer}/\(act.rawValue)"),
                    name: "StandardAnswer.\(act.rawValue)",
                    access: Workspace.answering
                ) { request, principal in try await handle(act, request, principal) }
            }
    }

    private static let standardAnswersShown = 200

    private func standardAnswers(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let status = request.query["status"].flatMap(StandardAnswer.Status.init) ?? .published
        let hidden = [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        let typed = request.form.values
        let page = try await log.read(principal.realm) { reading in
            let rows = try reading.standardAnswers(of: agency, status, limit: Workspace.standardAnswersShown)
            return StandardAnswersPage(
                status: status,
                counts: try reading.standardAnswerCounts(of: agency),
                lines: try rows.map { row in
                    let state = try reading.state(StandardAnswer.self, row.id.text).state
                    return StandardAnswersPage.Line(
                        id: row.id,
                        question: state.draft?.question ?? "",
                        about: state.subject?.item?.name ?? "本机关",
                        changedOn: row.changedOn.description,
                        isChanged: state.isChanged
                    )
                },
                typed: typed,
                refused: refused,
                hidden: hidden
            )
        }
        let crumbs = [Crumb("群众来信", to: WorkspacePath.letters), Crumb("标准答复")]
        return .page(
            frame.page("标准答复", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func draftStandardAnswer(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let form = request.form.values
        let code = (form["item"] ?? "").filter { !$0.isWhitespace }
        let item = code.isEmpty ? nil : try await log.read(principal.realm) { try $0.powerItem(code: code)?.id }
        if !code.isEmpty, item == nil {
            let unknown = Wording(ParticipationError.unknownItem)
            return try await standardAnswers(request, principal, refused: unknown)
        }
        let text = StandardAnswer.Text(question: form["question"] ?? "", answer: form["answer"] ?? "")
        return try await submit(
            DraftStandardAnswer(text, about: item),
            "起草标准答复",
            request,
            principal,
            then: WorkspacePath.standardAnswers(.drafted)
        ) { try await standardAnswers(request, principal, refused: $0) }
    }

    private func handle(
        _ act: StandardAnswerAct,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let form = request.form.values
        let (id, kept) = try await ownStandardAnswer(request, principal)
        let seen = form["seen"].flatMap { Int($0) } ?? kept.version
        let path = WorkspacePath.standardAnswer(id)
        func refused(_ wording: Wording) async throws -> WebAnswer {
            try await standardAnswer(request, principal, refused: (act, wording))
        }
        switch act {
        case .publish:
            let command = PublishStandardAnswer(id, seen: seen)
            return try await submit(command, act.chinese, request, principal, then: path, refused: refused)
        case .change:
            let text = StandardAnswer.Text(question: form["question"] ?? "", answer: form["answer"] ?? "")
            let command = DraftStandardAnswer(id, seen: seen, text)
            return try await submit(command, act.chinese, request, principal, then: path, refused: refused)
        case .withdraw:
            let command = WithdrawStandardAnswer(id, seen: seen, reason: form["reason"] ?? "")
            return try await submit(command, act.chinese, request, principal, then: path, refused: refused)
        }
    }

    /// Returns one of the principal's own agency; what another agency drafts is not its business.
    private func ownStandardAnswer(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (StandardAnswer.ID, Versioned<StandardAnswer>) {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let id = StandardAnswer.ID(try request.parameter("answer"))
        let loaded = try await log.read(principal.realm) { try $0.state(StandardAnswer.self, id.text) }
        guard loaded.state.subject?.agency == agency else { throw WebRefusal.notFound }
        return (id, loaded)
    }

    private func standardAnswer(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: (act: StandardAnswerAct, wording: Wording)? = nil
    ) async throws -> WebAnswer {
        let (id, loaded) = try await ownStandardAnswer(request, principal)
        guard let principal else { throw WebRefusal.forbidden }
        let (history, names) = try await log.read(principal.realm) { reading in
            let history = try reading.events(of: StandardAnswer.stream(id.text))
            return (history, try reading.names(of: history))
        }
        let page = StandardAnswerPage(
            id: id,
            state: loaded.state,
            preview: loaded.state.publicRecord(on: today),
            history: history,
            names: names,
            typed: request.form.values,
            refused: refused,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(loaded.version)),
            ]
        )
        let crumbs = [
            Crumb("群众来信", to: WorkspacePath.letters), Crumb("标准答复", to: WorkspacePath.standardAnswers),
            Crumb(loaded.state.draft?.question ?? ""),
        ]
        return .page(
            frame.page("标准答复", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? 200
        )
    }
}
