import Access
import Acting
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import WebServer
import WorkflowEngine

extension Workspace {
    private static let migrating = AccessRule.permission(.migrateCases)
    /// As many cases as one request takes over, so that nobody waits for the page.
    static let migratedAtOnce = 50

    var migrationRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/processes/{draft}/running", name: "DraftImpact", access: Workspace.designing) {
                request,
                principal in
                let opened = try await open(request, principal)
                let content = opened.content
                let target = MigrationSurvey.Target(
                    definition: content.definition,
                    promised: content.promised,
                    statutory: content.statutory
                )
                return try await survey(request, principal, target, isPublished: false)
            },
            DeskRoute(
                .get,
                "/processes/{process}/versions/{number}/running",
                name: "VersionImpact",
                access: Workspace.designing
            ) { request, principal in
                try await survey(request, principal, published(request, principal), isPublished: true)
            },
            DeskRoute(
                .post,
                "/processes/{process}/versions/{number}/running",
                name: "ProposeMigration",
                access: .permission(.draftProcess)
            ) { request, principal in try await propose(request, principal) },
            DeskRoute(.get, "/migrations/{plan}", name: "MigrationPlanPage", access: Workspace.designing) {
                request,
                principal in try await planPage(request, principal)
            },
            DeskRoute(.post, "/migrations/{plan}/run", name: "MigrateCases", access: Workspace.migrating) {
                request,
                principal in try await migrate(request, principal, goesBack: false)
            },
            DeskRoute(.post, "/migrations/{plan}/back", name: "MigrateBack", access: Workspace.migrating) {
                request,
                principal in try await migrate(request, principal, goesBack: true)
            },
            DeskRoute(.post, "/migrations/{plan}/decline", name: "DeclineMigration", access: Workspace.migrating) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                let plan = MigrationPlan.ID(try request.parameter("plan"))
                let reason = (request.form.values["reason"] ?? "").trimmingSpaces
                do {
                    _ = try await log.submit(
                        DeclineMigration(plan: plan, reason: reason),
                        as: try processAct(request, principal, on: plan.text)
                    )
                } catch {
                    guard let wording = Wording(refusal: error) else { throw error }
                    return try await planPage(request, principal, refused: wording)
                }
                return .redirect(to: WorkspacePath.migration(plan.text), flash: FlashMessage("已否决"))
            },
        ]
    }

    private func published(_ request: WebRequest, _ principal: Principal?) async throws -> MigrationSurvey.Target {
        guard let principal, let number = Int(try request.parameter("number")) else { throw WebRefusal.notFound }
        let pin = ProcessPin(id: try request.parameter("process"), version: number)
        guard let found = try await log.read(principal.realm, { try $0.process(pin) }) else {
            throw WebRefusal.notFound
        }
        return MigrationSurvey.Target(
            definition: found.definition,
            promised: found.promised,
            statutory: found.statutory
        )
    }

    private func survey(
        _ request: WebRequest,
        _ principal: Principal?,
        _ target: MigrationSurvey.Target,
        isPublished: Bool,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let new = target.definition
        let values = request.form.values.all("from").isEmpty ? request.query : request.form.values
        let from = values["from"].flatMap { Int($0) }
        let mayPropose = isPublished && AccessDecision.decide(principal, .permission(.draftProcess)) == .allowed
        let (versions, survey) = try await log.read(principal.realm) { reading in
            let versions = try reading.runningVersions(of: new.id)
            let version = from ?? versions.first { $0.version < new.version }?.version ?? new.version - 1
            let pin = ProcessPin(id: new.id.text, version: version)
            guard version != new.version, let old = try reading.process(pin)?.definition else {
                return (versions, MigrationSurvey?.none)
            }
            let mapping = FlowMapping(values, from: old)
            let cases = try reading.runningCases(under: pin, limit: ProposeMigration.mostCases)
            let action: Access.Action = mayPropose ? .draftProcess : .readDrafts
            return (versions, try MigrationSurvey(old, target, mapping, cases, for: principal, action, in: reading))
        }
        let crumbs = [Crumb("流程设计", to: WorkspacePath.processes), Crumb("在办件")]
        guard let survey else {
            return .page(
                frame.page("在办件 \(new.name)", for: principal, request, crumbs: crumbs) {
                    h1 { "在办件：\(new.name)" }
                    EmptyState("这是首版，没有按别的版本办理的办件")
                }
            )
        }
        let chosen = request.form.values.all("case")
        let page = MigrationPage(
            survey: survey,
            address: request.path,
            versions: versions,
            mayPropose: mayPropose,
            isPublished: isPublished,
            chosen: Set(refused == nil ? survey.lines.map(\.id.text) : chosen),
            reason: request.form.values["reason"] ?? "",
            refused: refused,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        )
        return .page(
            frame.page("在办件 \(new.name)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func propose(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let target = try await published(request, principal)
        guard let principal, let version = request.form.values["from"].flatMap({ Int($0) }) else {
            throw WebRefusal.notFound
        }
        let to = ProcessPin(id: target.definition.id.text, version: target.definition.version)
        let from = ProcessPin(id: to.id, version: version)
        guard let old = try await log.read(principal.realm, { try $0.process(from)?.definition }) else {
            throw WebRefusal.notFound
        }
        let mapping = FlowMapping(request.form.values, from: old)
        let cases = request.form.values.all("case").map { CaseFile.ID($0) }
        // A case that lies out of reach is not proposed, whoever asks.
        let inReach = try await log.read(principal.realm) { reading in
            try MigrationSurvey(old, target, mapping, cases, for: principal, .draftProcess, in: reading).lines.map(\.id)
        }
        do {
            let plan = try await log.submit(
                ProposeMigration(
                    from: from,
                    to: to,
                    mapping: mapping,
                    cases: inReach,
                    reason: request.form.values["reason"] ?? ""
                ),
                as: try processAct(request, principal)
            )
            return .redirect(to: WorkspacePath.migration(plan.answer.text), flash: FlashMessage("已提出，待法制机构审核"))
        } catch {
            guard let wording = Wording(refusal: error, in: old) else { throw error }
            return try await survey(request, principal, target, isPublished: true, refused: wording)
        }
    }

    /// Takes ticked cases over one by one; what is refused stays as it was, with the reason beside it.
    private func migrate(
        _ request: WebRequest,
        _ principal: Principal?,
        goesBack: Bool
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let plan = MigrationPlan.ID(try request.parameter("plan"))
        let act = try processAct(request, principal, on: plan.text)
        let loaded = try await survey(of: plan, for: principal)
        let asked = Set(request.form.values.all("case"))
        let lines = loaded.survey.lines.filter { asked.contains($0.id.text) }
        var remarks: [CaseFile.ID: Wording] = [:]
        var count = 0
        for line in lines.prefix(Workspace.migratedAtOnce) {
            let seen = request.form.values["seen.\(line.id)"].flatMap { Int($0) } ?? 0
            let command = MigrateCase(plan: plan, caseFile: line.id, seen: seen, goesBack: goesBack)
            let own = Act(
                realm: principal.realm,
                actor: principal.actor,
                key: "\(act.key) \(line.id)",
                correlation: plan.text
            )
            do {
                _ = try await log.submit(command, as: own)
                count += 1
            } catch {
                guard let wording = Wording(refusal: error, in: loaded.survey.old) else { throw error }
                remarks[line.id] = wording
            }
        }
        guard remarks.isEmpty else { return try await planPage(request, principal, remarks: remarks) }
        let left = lines.count - count
        let words = goesBack ? "已迁回 \(count) 件" : "已迁移 \(count) 件" + (left > 0 ? "，尚余 \(left) 件" : "")
        return .redirect(to: WorkspacePath.migration(plan.text), flash: FlashMessage(words))
    }

    private struct LoadedPlan: Sendable {
        let plan: MigrationPlan
        let proposal: MigrationProposed
        let proposer: String
        let survey: MigrationSurvey
    }

    private func survey(of id: MigrationPlan.ID, for principal: Principal) async throws -> LoadedPlan {
        try await log.read(principal.realm) { reading in
            let plan = try reading.state(MigrationPlan.self, id.text).state
            guard let proposal = plan.proposal, let old = try reading.process(proposal.from)?.definition,
                let new = try reading.process(proposal.to)
            else { throw WebRefusal.notFound }
            let target = MigrationSurvey.Target(
                definition: new.definition,
                promised: new.promised,
                statutory: new.statutory
            )
            let mayDecide = AccessDecision.decide(principal, Workspace.migrating) == .allowed
            return LoadedPlan(
                plan: plan,
                proposal: proposal,
                proposer: try reading.state(OfficerEntry.self, plan.proposer).state.officer?.name ?? plan.proposer,
                survey: try MigrationSurvey(
                    old,
                    target,
                    proposal.mapping,
                    proposal.cases,
                    plan: id,
                    for: principal,
                    mayDecide ? .migrateCases : .readDrafts,
                    in: reading
                )
            )
        }
    }

    private func planPage(
        _ request: WebRequest,
        _ principal: Principal?,
        remarks: [CaseFile.ID: Wording] = [:],
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let id = MigrationPlan.ID(try request.parameter("plan"))
        let loaded = try await survey(of: id, for: principal)
        let (forgery, randomness, clock) = (request.forgeryField, log.randomness, log.clock)
        let page = MigrationPlanPage(
            id: id,
            plan: loaded.plan,
            proposal: loaded.proposal,
            proposer: loaded.proposer,
            survey: loaded.survey,
            mayDecide: AccessDecision.decide(principal, Workspace.migrating) == .allowed
                && principal.actor.id != loaded.plan.proposer,
            remarks: remarks,
            refused: refused,
            hidden: { [forgery, FormKey.field(randomness, at: clock.now)] }
        )
        let crumbs = [Crumb("流程设计", to: WorkspacePath.processes), Crumb("迁移方案")]
        return .page(
            frame.page("迁移方案 \(loaded.survey.target.definition.name)", for: principal, request, crumbs: crumbs) {
                page
            },
            status: remarks.isEmpty ? refused?.status ?? 200 : 409
        )
    }
}

extension FlowMapping {
    /// Reads what the form says of the nodes of `old`: nothing, `-` for none, or the node that takes the place.
    fileprivate init(_ values: FormValues, from old: ProcessDefinition) {
        let nodes = old.steps.map(\.id) + (old.timers ?? []).map(\.id)
        self.init(
            nodes.compactMap { node in
                guard let text = values["map.\(node)"]?.trimmingSpaces, !text.isEmpty, text != node.text else {
                    return nil
                }
                return Link(from: node, to: text == "-" ? nil : FlowNode.ID(text))
            }
        )
    }
}
