import Acting
import Access
import Casework
import EventLog
import HTML
import Kernel
import Processes
import WebServer

extension Workspace {
    /// Those who may look at drafts of processes.
    static let designing = AccessRule.anyPermission([
        Permission(.draftProcess), Permission(.publishProcess), Permission(.readDrafts),
    ])
    static let drawingUp = AccessRule.permission(.draftProcess)
    private static let settling = AccessRule.permission(.publishProcess)

    var designerRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/processes", name: "ProcessesPage", access: Workspace.designing) { request, principal in
                try await processes(request, principal)
            },
            DeskRoute(.post, "/processes", name: "BeginProcess", access: Workspace.drawingUp) { request, principal in
                try await begin(request, principal)
            },
            DeskRoute(.get, "/processes/{draft}", name: "DesignPage", access: Workspace.designing) {
                request,
                principal in
                let opened = try await open(request, principal)
                return try designPage(request, opened, DesignTable(opened.content), opened.content)
            },
            DeskRoute(.post, "/processes/{draft}", name: "DraftProcess", access: Workspace.drawingUp) {
                request,
                principal in try await edit(request, principal)
            },
            DeskRoute(.post, "/processes/{draft}/check", name: "CheckProcess", access: Workspace.drawingUp) {
                request,
                principal in
                let opened = try await open(request, principal)
                let (content, errors) = DesignTable(request.form.values).content(on: opened.content)
                return .page(DesignFindings(content, unread: errors.count))
            },
            DeskRoute(.post, "/processes/{draft}/submit", name: "SubmitProcess", access: Workspace.drawingUp) {
                request,
                principal in
                let note = request.form.values["note"].flatMap { $0.trimmingSpaces.isEmpty ? nil : $0.trimmingSpaces }
                return try await act(request, principal, "提交") { SubmitProcess(draft: $0, seen: $1, note: note) }
            },
            DeskRoute(.post, "/processes/{draft}/return", name: "ReturnProcess", access: Workspace.settling) {
                request,
                principal in
                let reason = (request.form.values["reason"] ?? "").trimmingSpaces
                return try await act(request, principal, "退回") { ReturnProcess(draft: $0, seen: $1, reason: reason) }
            },
            DeskRoute(.post, "/processes/{draft}/publish", name: "PublishProcess", access: Workspace.settling) {
                request,
                principal in try await act(request, principal, "公布") { PublishDraft(draft: $0, seen: $1) }
            },
        ] + importRoutes + rehearsalRoutes + comparisonRoutes + designChartRoutes
    }

    /// A draft that the principal may see.
    struct OpenedDraft: Sendable {
        let principal: Principal
        let id: ProcessDraft.ID
        let state: ProcessDraft
        let version: Int
        let content: ProcessDraft.Content
    }

    func open(_ request: WebRequest, _ principal: Principal?) async throws -> OpenedDraft {
        guard let principal else { throw WebRefusal.forbidden }
        let id = ProcessDraft.ID(try request.parameter("draft"))
        let loaded = try await log.read(principal.realm) { try $0.state(ProcessDraft.self, id.text) }
        guard let content = loaded.state.content else { throw WebRefusal.notFound }
        return OpenedDraft(
            principal: principal,
            id: id,
            state: loaded.state,
            version: loaded.version,
            content: content
        )
    }

    private static let listed = 200

    func processes(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let (drafts, published, plans) = try await log.read(principal.realm) { reading in
            (
                try reading.openDrafts(limit: Workspace.listed),
                try reading.publishedProcesses(limit: Workspace.listed),
                try reading.migrationPlans(limit: Workspace.listed)
            )
        }
        let page = ProcessesPage(
            drafts: drafts,
            published: published,
            plans: plans,
            mayWrite: AccessDecision.decide(principal, Workspace.drawingUp) == .allowed,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)],
            refused: refused
        )
        return .page(frame.page("流程设计", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func begin(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let from = request.form.values["origin"] ?? ""
        let content = try await log.read(principal.realm) { try ProcessDraft.Content(from: from, in: $0) }
        guard let content else {
            let wording = Wording(422, "process.noOrigin", "应选择一个底稿，实为没有选择", field: "origin")
            return try await processes(request, principal, refused: wording)
        }
        let draft = try await log.submit(
            DraftProcess(draft: nil, content: content),
            as: try processAct(request, principal)
        )
        return .redirect(to: WorkspacePath.process(draft.answer.text), flash: FlashMessage("已建立草稿"))
    }

    private func edit(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let opened = try await open(request, principal)
        var table = DesignTable(request.form.values)
        let act = request.form.values["do"] ?? "check"
        table.apply(act)
        let (content, errors) = table.content(on: opened.content)
        let seen = seen(request) ?? opened.version
        let current = request.form.values["current"].flatMap { Int($0) } ?? opened.version
        if act == "merge", errors.isEmpty {
            guard let base = try await state(of: opened, at: seen) else { throw WebRefusal.notFound }
            let merge = DraftMerge(base: base, mine: content, theirs: opened.content)
            let book = NameBook(merge.content.definition)
            let words = merge.conflicts.map { book.label(Step.ID($0)) }.joined(separator: "、")
            return try designPage(
                request,
                opened,
                DesignTable(merge.content),
                merge.content,
                merged: words.isEmpty ? "两边的改动没有冲突。核对后保存。" : "两边都改了：\(words)。已取你的改法，核对后保存。"
            )
        }
        guard act == "save" || act == "overwrite", errors.isEmpty else {
            let shown = errors.isEmpty ? DesignTable(content) : table
            return try designPage(
                request,
                opened,
                shown,
                content,
                seen: seen,
                errors: act.contains(":") ? [] : errors
            )
        }
        do {
            // Who overwrites has been shown what: a third state saved since is refused again.
            _ = try await log.submit(
                DraftProcess(draft: opened.id, content: content, seen: act == "overwrite" ? current : seen),
                as: try processAct(request, opened.principal, on: opened.id.text)
            )
            return .redirect(to: WorkspacePath.process(opened.id.text), flash: FlashMessage("已保存"))
        } catch EventLogError.stale {
            return try designPage(
                request,
                opened,
                table,
                content,
                seen: seen,
                conflict: ProcessComparison(opened.content.definition, content.definition).changes
            )
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try designPage(request, opened, table, content, seen: seen, refused: wording)
        }
    }

    /// Runs what concerns the draft as a whole; a refusal shows it again.
    func act<C: Command>(
        _ request: WebRequest,
        _ principal: Principal?,
        _ label: String,
        _ command: (ProcessDraft.ID, Int) -> C
    ) async throws -> WebAnswer {
        let opened = try await open(request, principal)
        do {
            _ = try await log.submit(
                command(opened.id, seen(request) ?? opened.version),
                as: try processAct(request, opened.principal, on: opened.id.text)
            )
            return .redirect(to: WorkspacePath.process(opened.id.text), flash: FlashMessage("已办理：\(label)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            let fresh = try await open(request, principal)
            return try designPage(request, fresh, DesignTable(fresh.content), fresh.content, refused: wording)
        }
    }

    /// The draft as it was at a version of its stream.
    private func state(of opened: OpenedDraft, at version: Int) async throws -> ProcessDraft.Content? {
        try await log.read(opened.principal.realm) { reading in
            try reading.events(of: ProcessDraft.stream(opened.id.text)).last { event in
                guard event.envelope.version <= version, case .drafted? = event.as(ProcessDraftEvent.self) else {
                    return false
                }
                return true
            }.flatMap { event in
                if case .drafted(let drafted)? = event.as(ProcessDraftEvent.self) { drafted.content } else { nil }
            }
        }
    }

    private func seen(_ request: WebRequest) -> Int? { request.form.values["seen"].flatMap { Int($0) } }

    private func designPage(
        _ request: WebRequest,
        _ opened: OpenedDraft,
        _ table: DesignTable,
        _ content: ProcessDraft.Content,
        seen: Int? = nil,
        errors: [FieldError] = [],
        refused: Wording? = nil,
        conflict: [ProcessComparison.Change]? = nil,
        merged: String? = nil
    ) throws -> WebAnswer {
        let definition = content.definition
        let isOwn = opened.state.agency == nil || opened.state.agency == opened.principal.agency?.text
        let page = DesignPage(
            draft: opened.id.text,
            draftState: opened.state,
            table: table,
            findings: DesignFindings(content, unread: errors.count),
            errors: errors,
            refused: refused,
            conflict: conflict.map {
                .init(changes: $0, names: opened.content.definition.names.merging(definition.names) { _, new in new })
            },
            merged: merged,
            isUnsaved: content != opened.content,
            mayWrite: isOwn && AccessDecision.decide(opened.principal, Workspace.drawingUp) == .allowed,
            isOwn: isOwn,
            mayPublish: AccessDecision.decide(opened.principal, Workspace.settling) == .allowed,
            cases: content.testCases.map { DesignPage.CaseLine($0, in: definition) },
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(seen ?? opened.version)),
                HiddenField("current", String(opened.version)),
            ]
        )
        return .page(
            frame.page(definition.name, for: opened.principal, request, crumbs: crumbs(definition)) { page },
            status: conflict != nil ? 409 : refused?.status ?? (errors.isEmpty ? 200 : 422)
        )
    }

    func crumbs(_ definition: ProcessDefinition) -> [Crumb] {
        [Crumb("流程设计", to: WorkspacePath.processes), Crumb(definition.name)]
    }
}

extension ProcessDraft.Content {
    /// Returns what a new draft begins with, or `nil` if there is nothing of that name.
    ///
    /// - Parameters:
    ///   - origin: `template:NAME`, `version:KEY` for the next version of a published process, `copy:KEY` for a new process
    ///     like a published one, `draft:ID`.
    ///   - reading: the realm.
    /// - Throws: what the log throws.
    fileprivate init?(from origin: String, in reading: EventReading) throws {
        let parts = origin.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "template":
            guard let template = ProcessTemplate(rawValue: parts[1]) else { return nil }
            self.init(
                definition: try template.definition().renamed(ProcessDefinition.ID(""), version: 1),
                promised: template.statutory,
                statutory: template.statutory
            )
        case "version", "copy":
            guard let published = try reading.state(PublishedProcess.self, parts[1]).state.published else { return nil }
            let definition = published.definition
            let next = parts[0] == "version"
            self.init(
                definition: definition.renamed(
                    next ? definition.id : ProcessDefinition.ID(""),
                    version: next ? definition.version + 1 : 1
                ),
                promised: published.promised,
                statutory: published.statutory
            )
        case "draft":
            guard let content = try reading.state(ProcessDraft.self, parts[1]).state.content else { return nil }
            self.init(
                definition: content.definition.renamed(ProcessDefinition.ID(""), version: 1),
                promised: content.promised,
                statutory: content.statutory,
                testCases: content.testCases
            )
        default: return nil
        }
    }
}
