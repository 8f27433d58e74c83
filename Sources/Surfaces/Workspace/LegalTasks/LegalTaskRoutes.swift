import Access
import Acting
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

extension Workspace {
    /// Who answers for an agency's items, and who decides for the legal office.
    private static let answeringLaw = AccessRule.permission(Permission(.draftItem, .agency))
    private static let decidingLaw = AccessRule.permission(Permission(.confirmItem, .agency))
    static let followingLaw = AccessRule.anyPermission([
        Permission(.draftItem, .agency), Permission(.confirmItem, .agency),
    ])

    var legalTaskRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/law-tasks", name: "LegalTasksPage", access: Workspace.followingLaw) {
                request,
                principal in try await legalTasks(request, principal, refused: nil)
            },
            DeskRoute(.post, "/law-tasks/{item}/answer", name: "AnswerLegalChange", access: Workspace.answeringLaw) {
                request,
                principal in
                let form = request.form.values
                let task = try await legalTask(request, principal, under: Workspace.answeringLaw)
                guard let kind = form[LegalTasksPage.field("kind", of: task)].flatMap(LegalAnswer.Kind.init) else {
                    let refusal = Wording(422, "law.kindMissing", "答复应选择一项，实为没有选择", field: "kind")
                    return try await legalTasks(request, principal, refused: refusal)
                }
                let command = AnswerLegalChange(
                    item: task.item,
                    change: task.change,
                    kind: kind,
                    reason: form[LegalTasksPage.field("reason", of: task)] ?? ""
                )
                return try await handle(command, "答复", request, principal)
            },
            DeskRoute(.post, "/law-tasks/{item}/decide", name: "DecideLegalAnswer", access: Workspace.decidingLaw) {
                request,
                principal in
                let form = request.form.values
                let task = try await legalTask(request, principal, under: Workspace.decidingLaw)
                guard let agreed = form[LegalTasksPage.field("agreed", of: task)], ["yes", "no"].contains(agreed) else {
                    let refusal = Wording(422, "law.decisionMissing", "审核应选择一项，实为没有选择", field: "agreed")
                    return try await legalTasks(request, principal, refused: refusal)
                }
                let command = DecideLegalAnswer(
                    item: task.item,
                    change: task.change,
                    isAgreed: agreed == "yes",
                    opinion: form[LegalTasksPage.field("opinion", of: task)] ?? ""
                )
                return try await handle(command, "审核", request, principal)
            },
        ]
    }

    private func legalTasks(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording?
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let today = today
        let tasks = try await log.read(principal.realm) { try $0.legalTasks(on: today) }
            .filter { Workspace.allows(principal, Workspace.followingLaw, for: $0) }
        let first = Workspace.firstShown(of: tasks, request)
        let shown = tasks[first...].prefix(Workspace.legalTasksShown)
        let lines = shown.map { task in
            LegalTasksPage.Line(
                task: task,
                mayAnswer: Workspace.allows(principal, Workspace.answeringLaw, for: task),
                mayDecide: Workspace.allows(principal, Workspace.decidingLaw, for: task),
                key: FormKey.field(log.randomness, at: log.clock.now)
            )
        }
        let page = LegalTasksPage(
            tasks: tasks,
            lines: lines,
            isFirst: first == 0,
            next: shown.endIndex < tasks.endIndex ? shown.last?.place : nil,
            today: today,
            limits: try LegalTaskRules.shipped().limits(in: principal.division?.text),
            refused: refused,
            typed: request.form.values,
            token: request.forgeryField
        )
        return .page(frame.page("法律变动", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    /// Each has a form of its own, so a page holds few.
    private static let legalTasksShown = 20

    /// Where the page begins: behind the place asked for, or with the task whose form was refused.
    private static func firstShown(of tasks: [LegalTask], _ request: WebRequest) -> Int {
        if let item = try? request.parameter("item"), let change = request.form.values["change"] {
            return tasks.firstIndex { $0.item.text == item && $0.change.text == change } ?? 0
        }
        guard let last = request.query["after"].flatMap({ LegalTask.Place($0) }) else { return 0 }
        return tasks.firstIndex { $0.place > last } ?? tasks.endIndex
    }

    /// Returns the task a form is about, if its item is within the reach of who sent it.
    private func legalTask(
        _ request: WebRequest,
        _ principal: Principal?,
        under rule: AccessRule
    ) async throws -> LegalTask {
        guard let principal else { throw WebRefusal.forbidden }
        let item = try request.parameter("item")
        let change = request.form.values["change"].flatMap { LegalChange($0) }
        let today = today
        let tasks = try await log.read(principal.realm) { try $0.legalTasks(of: PowerItem.ID(item), on: today) }
        guard let task = tasks.first(where: { $0.change == change }) else {
            throw WebRefusal.notFound
        }
        guard Workspace.allows(principal, rule, for: task) else {
            try await access.record(.accessRefused, by: principal, on: task.code, from: request.peer)
            throw WebRefusal.forbidden
        }
        return task
    }

    private static func allows(_ principal: Principal, _ rule: AccessRule, for task: LegalTask) -> Bool {
        allows(principal, rule, on: task.agency, in: task.division)
    }

    private func handle<C: Command>(
        _ command: C,
        _ label: String,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            _ = try await log.submit(command, as: Act(realm: principal.realm, actor: principal.actor, key: key))
            return .redirect(to: WorkspacePath.legalTasks, flash: FlashMessage("已办理：\(label)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await legalTasks(request, principal, refused: wording)
        }
    }
}
