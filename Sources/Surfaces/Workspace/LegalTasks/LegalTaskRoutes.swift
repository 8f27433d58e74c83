import Access
import Acting
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Law
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
        let query = LegalTaskQuery(request.query)
        let reach = Workspace.followedTasks(principal)
        let refusedTask = (try? request.parameter("item")).map { PowerItem.ID($0) }
        let change = request.form.values["change"].flatMap { LegalChange($0) }
        let listing = try await log.read(principal.realm) { reading in
            var filter = LegalTaskFilter(reach: reach, agency: query.agency)
            let counts = try reading.legalTaskCounts(on: today, filter)
            filter.progress = query.progress
            // The task whose form was refused stands first, and the list goes on behind it.
            var tasks: [LegalTask] = []
            if let refusedTask, let change, let task = try reading.legalTask(of: refusedTask, change, on: today) {
                tasks.append(task)
            }
            tasks += try reading.legalTasks(
                on: today,
                filter,
                after: tasks.last?.place ?? query.after,
                limit: Workspace.legalTasksShown + 1 - tasks.count
            )
            let agencies = try reading.legalTaskAgencies(on: today, LegalTaskFilter(reach: reach))
            return (counts: counts, tasks: tasks, agencies: agencies)
        }
        let shown = listing.tasks.prefix(Workspace.legalTasksShown)
        let lines = shown.map { task in
            LegalTasksPage.Line(
                task: task,
                mayAnswer: Workspace.allows(principal, Workspace.answeringLaw, for: task),
                mayDecide: Workspace.allows(principal, Workspace.decidingLaw, for: task),
                key: FormKey.field(log.randomness, at: log.clock.now)
            )
        }
        let page = LegalTasksPage(
            query: query,
            counts: listing.counts,
            agencies: listing.agencies,
            lines: lines,
            next: listing.tasks.count > shown.count ? shown.last?.place : nil,
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

    /// Whose tasks the principal follows: what `allows` says of one, for a query.
    private static func followedTasks(_ principal: Principal) -> LegalTaskFilter.Reach {
        let reach = [Action.draftItem, .confirmItem].compactMap { principal.reach(of: $0) }.max() ?? .own
        return LegalTaskFilter.Reach(
            agency: reach >= .agency ? principal.agency?.text : nil,
            division: reach >= .division ? principal.division?.digits : nil,
            seesUnassigned: AccessDecision.decide(
                principal,
                .permission(Permission(.readDrafts, .division))
            ) == .allowed
        )
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
        guard let change,
            let task = try await log.read(
                principal.realm,
                { try $0.legalTask(of: PowerItem.ID(item), change, on: today) }
            )
        else { throw WebRefusal.notFound }
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
