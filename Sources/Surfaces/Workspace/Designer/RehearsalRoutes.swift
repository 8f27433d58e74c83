import Acting
import Access
import EventLog
import HTML
import Kernel
import Processes
import WebServer
import WorkflowEngine

extension Workspace {
    var rehearsalRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/processes/{draft}/rehearsal", name: "RehearsalPage", access: Workspace.designing) {
                request,
                principal in try await rehearse(request, principal)
            },
            DeskRoute(
                .post,
                "/processes/{draft}/cases/keep",
                name: "KeepProcessCase",
                access: .permission(.draftProcess)
            ) { request, principal in
                let content = try await open(request, principal).content
                var rehearsal = try Rehearsal(content.definition)
                for text in request.form.values.all("move") {
                    guard let move = RehearsalMove(text) else { throw WebRefusal.notFound }
                    try rehearsal.take(move)
                }
                let name = (request.form.values["case-name"] ?? "").trimmingSpaces
                let kept = ProcessTestCase(
                    name: name.isEmpty ? "用例 \(content.testCases.count + 1)" : name,
                    moves: rehearsal.moves,
                    goal: rehearsal.whereabouts
                )
                return try await change(request, principal, "存为用例") { $0 + [kept] }
            },
            DeskRoute(
                .post,
                "/processes/{draft}/cases/remove",
                name: "RemoveProcessCase",
                access: .permission(.draftProcess)
            ) { request, principal in
                let index = request.form.values["case"].flatMap { Int($0) } ?? -1
                return try await change(request, principal, "删除用例") { cases in
                    cases.enumerated().filter { $0.offset != index }.map(\.element)
                }
            },
        ]
    }

    private func change(
        _ request: WebRequest,
        _ principal: Principal?,
        _ label: String,
        _ cases: ([ProcessTestCase]) -> [ProcessTestCase]
    ) async throws -> WebAnswer {
        let content = try await open(request, principal).content
        let changed = ProcessDraft.Content(
            definition: content.definition,
            promised: content.promised,
            statutory: content.statutory,
            testCases: cases(content.testCases)
        )
        return try await act(request, principal, label) { DraftProcess(draft: $0, content: changed, seen: $1) }
    }

    /// Longer walks than any case makes.
    private static let greatestWalk = 500

    private func rehearse(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let opened = try await open(request, principal)
        let definition = opened.content.definition
        var refused: Wording?
        var rehearsal: Rehearsal
        do {
            rehearsal = try Rehearsal(definition)
        } catch {
            return .redirect(
                to: WorkspacePath.process(opened.id.text),
                flash: FlashMessage("流程图不完整，还不能试走：请先按核对结果补全")
            )
        }
        do {
            for text in request.query.all("move").prefix(Workspace.greatestWalk) {
                guard let move = RehearsalMove(text) else { throw WebRefusal.notFound }
                try rehearsal.take(move)
            }
        } catch let refusal as FlowRefusal {
            refused = Wording(refusal, in: definition)
        }
        let page = RehearsalPage(
            draft: opened.id.text,
            rehearsal: rehearsal,
            refused: refused,
            mayKeep: opened.state.stage == .drafted
                && AccessDecision.decide(opened.principal, .permission(.draftProcess)) == .allowed,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(opened.version)),
            ]
        )
        let crumbs = [
            Crumb("流程设计", to: WorkspacePath.processes),
            Crumb(definition.name, to: WorkspacePath.process(opened.id.text)), Crumb("试走"),
        ]
        return .page(
            frame.page("试走 \(definition.name)", for: opened.principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }
}

extension DesignPage.CaseLine {
    init(_ testCase: ProcessTestCase, in definition: ProcessDefinition) {
        name = testCase.name
        path = testCase.moves.map(definition.words).joined(separator: " → ")
        goal = definition.names(testCase.goal)
        fault =
            switch testCase.fault(in: definition) {
            case nil: nil
            case .cannotRun: "流程图不完整，走不起来"
            case .refused(let move, let refusal): "第 \(move) 步走不通：\(Wording(refusal, in: definition).full)"
            case .elsewhere(let found): "走到了：\(definition.names(found))"
            }
    }
}
