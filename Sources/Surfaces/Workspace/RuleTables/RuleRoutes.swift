import Access
import Acting
import Casework
import Catalog
import DecisionTables
import Directory
import EventLog
import HTML
import Kernel
import RuleTables
import WebServer

extension Workspace {
    /// Those who may look at tables of rules and their drafts.
    static let ruling = AccessRule.anyPermission([
        Permission(.draftRules), Permission(.enactRules), Permission(.readDrafts),
    ])
    private static let draftingRules = AccessRule.permission(.draftRules)
    private static let enactingRules = AccessRule.permission(.enactRules)

    var ruleRoutes: [DeskRoute] {
        let list = DeskRoute(.get, "/rules", name: "RulesPage", access: Workspace.ruling) { request, principal in
            try await rules(request, principal)
        }
        return [list]
            + [
                ruleRoute(.get, "/rules/{use}", "RulePage", access: Workspace.ruling) { request, opened in
                    try rulePage(request, opened)
                },
                ruleRoute(.get, "/rules/{use}/table.dmn", "RuleTableDMN", access: Workspace.ruling) { _, opened in
                    guard let table = opened.inForce?.table else { throw WebRefusal.notFound }
                    return Workspace.dmn(table)
                },
                ruleRoute(.get, "/rules/{use}/draft.dmn", "RuleDraftDMN", access: Workspace.ruling) { _, opened in
                    guard let table = opened.state.draft?.content else { throw WebRefusal.notFound }
                    return Workspace.dmn(table)
                },
                ruleRoute(.post, "/rules/{use}", "DraftRuleTable", access: Workspace.draftingRules) {
                    request,
                    opened in try await draftRule(request, opened)
                },
                ruleRoute(
                    .post,
                    "/rules/{use}/import",
                    "ImportRuleTable",
                    access: Workspace.draftingRules,
                    body: .form(BodyLimits(requestBytes: (1 << 20) + (64 << 10), fileBytes: 1 << 20))
                ) { request, opened in try importRule(request, opened) },
                ruleRoute(.post, "/rules/{use}/enact", "EnactRuleTable", access: Workspace.enactingRules) {
                    request,
                    opened in try await enactRule(request, opened)
                },
                ruleRoute(.post, "/rules/{use}/return", "ReturnRuleTable", access: Workspace.enactingRules) {
                    request,
                    opened in try await returnRule(request, opened)
                },
            ].flatMap(\.self)
    }

    /// The two routes of something about a table: for a threshold of the division, and for a table of an item.
    private func ruleRoute(
        _ method: WebMethod,
        _ path: StaticString,
        _ name: String,
        access: AccessRule,
        body: RouteBody? = nil,
        _ handle: @escaping @Sendable (WebRequest, OpenedRule) async throws -> WebAnswer
    ) -> [DeskRoute] {
        let threshold = "\(path)"
        return [(threshold, name), (threshold.replacing("/rules/", with: "/rules/items/{item}/"), "Item\(name)")].map {
            path,
            name in
            DeskRoute(method, RoutePath(stringLiteral: path), name: name, access: access, body: body) {
                request,
                principal in try await handle(request, try await openRule(request, principal))
            }
        }
    }

    private static func dmn(_ table: DecisionTable) -> WebAnswer {
        .file(named: "\(table.name).dmn", type: "application/xml; charset=utf-8", bytes: Array(table.dmn().utf8))
    }

    private func rules(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        let today = log.clock.now.day
        let code = (request.query["item"] ?? "").trimmingSpaces
        let (lines, item) = try await log.read(principal.realm) { reading in
            (
                try TableUse.allCases.map { use in
                    RulesPage.Line(
                        table: try reading.ruleTable(use, in: division, on: today),
                        hasDraft: try reading.state(RuleTable.self, RuleTable.key(use, division)).state.draft != nil
                    )
                },
                code.isEmpty
                    ? nil : try RulesPage.ItemTables(code: code, of: division, on: today, in: reading)
            )
        }
        let page = RulesPage(lines: lines, code: code, item: item) { Workspace.owner(of: $0, for: division) }
        return .page(
            frame.page("规则表", for: principal, request) { page },
            status: code.isEmpty || item != nil ? 200 : 404
        )
    }

    static func owner(of table: TableInForce, for division: Division.Code) -> String {
        guard let place = table.division else { return "系统内置" }
        return place == division ? "本地" : "上级（\(place.text)）"
    }

    private func draftRule(_ request: WebRequest, _ opened: OpenedRule) async throws -> WebAnswer {
        var form = RuleForm(opened.terms, request.form.values)
        let act = request.form.values["do"] ?? "check"
        form.apply(act)
        guard act == "save" else { return try rulePage(request, opened, form: form) }
        return try await settle(request, opened, "已保存", form: form) { act in
            switch opened.subject {
            case .threshold(let use, let division):
                let draft = DraftRuleTable(
                    use: use,
                    division: division,
                    content: form.table,
                    basis: form.basis,
                    seen: opened.seen
                )
                _ = try await log.submit(draft, as: act)
            case .item(let item, let use):
                let draft = DraftItemTable(
                    item: item,
                    use: use,
                    content: form.table,
                    basis: form.basis,
                    seen: opened.seen
                )
                _ = try await log.submit(draft, as: act)
            }
        }
    }

    /// Fills the form with the one table of a file; nothing is stored.
    private func importRule(_ request: WebRequest, _ opened: OpenedRule) throws -> WebAnswer {
        let basis = (request.form.values["basis"] ?? "").trimmingSpaces
        guard let file = request.form.files("file").first, !file.bytes.isEmpty else {
            let wording = Wording(422, "rules.import.noFile", "应选择一个 DMN 文件，实为没有选择", field: "file")
            return try rulePage(request, opened, refused: wording)
        }
        let read: RuleImport
        do {
            read = try RuleImport(Array(file.bytes), named: file.name, for: opened.terms)
        } catch {
            return try rulePage(request, opened, refused: error.wording)
        }
        let form = RuleForm(opened.terms, read.table, basis: basis)
        return try rulePage(request, opened, form: form, remarks: read.remarks)
    }

    private func enactRule(_ request: WebRequest, _ opened: OpenedRule) async throws -> WebAnswer {
        guard let day = request.form.values["day"].flatMap({ Day($0) }) else {
            let wording = Wording(422, "rules.day", "施行日期应为YYYY-MM-DD", field: "day")
            return try rulePage(request, opened, refused: wording)
        }
        return try await settle(request, opened, "已定为\(day)起施行") { act in
            switch opened.subject {
            case .threshold(let use, let division):
                let enact = EnactRuleTable(use: use, division: division, inForceFrom: day, seen: opened.seen)
                _ = try await log.submit(enact, as: act)
            case .item(let item, let use):
                let enact = EnactItemTable(item: item, use: use, inForceFrom: day, seen: opened.seen)
                _ = try await log.submit(enact, as: act)
            }
        }
    }

    private func returnRule(_ request: WebRequest, _ opened: OpenedRule) async throws -> WebAnswer {
        let reason = (request.form.values["reason"] ?? "").trimmingSpaces
        return try await settle(request, opened, "已退回") { act in
            switch opened.subject {
            case .threshold(let use, let division):
                let back = ReturnRuleTable(use: use, division: division, reason: reason, seen: opened.seen)
                _ = try await log.submit(back, as: act)
            case .item(let item, let use):
                let back = ReturnItemTable(item: item, use: use, reason: reason, seen: opened.seen)
                _ = try await log.submit(back, as: act)
            }
        }
    }

    /// Does what was asked for; a refusal shows the page again, with what was typed.
    private func settle(
        _ request: WebRequest,
        _ opened: OpenedRule,
        _ done: String,
        form: RuleForm? = nil,
        _ run: (Act) async throws -> Void
    ) async throws -> WebAnswer {
        do {
            try await run(try processAct(request, opened.principal, on: opened.subject.key))
            return .redirect(to: opened.subject.address, flash: FlashMessage(done))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try rulePage(request, opened, form: form, refused: wording)
        }
    }

    private func rulePage(
        _ request: WebRequest,
        _ opened: OpenedRule,
        form sent: RuleForm? = nil,
        refused: Wording? = nil,
        remarks: [String] = []
    ) throws -> WebAnswer {
        let draft = opened.state.draft
        let form = sent ?? RuleForm(opened.terms, opened.current, basis: draft?.basis ?? "")
        let tried =
            (opened.inForce.map { [("施行中的", $0.table)] } ?? []) + (draft.map { [("草稿", $0.content)] } ?? [])
        let principal = opened.principal
        let isAuthor = draft?.authors.contains(principal.actor.id) ?? false
        let page = RulePage(
            terms: opened.terms,
            address: opened.subject.address,
            inForce: opened.inForce,
            lapsed: opened.lapsed.map { Wording($0) },
            state: opened.state,
            form: form,
            faults: form.table.check(),
            isUnsaved: sent != nil,
            errors: refused.flatMap { wording in
                wording.field.map { [FieldError(field: $0, message: wording.text)] }
            } ?? [],
            refused: refused,
            remarks: remarks,
            mayDraft: AccessDecision.decide(principal, Workspace.draftingRules) == .allowed,
            mayEnact: AccessDecision.decide(principal, Workspace.enactingRules) == .allowed && !isAuthor,
            earliest: opened.state.versions.last.map { max(opened.today, $0.inForceFrom + 1) } ?? opened.today,
            trial: RuleTrial(opened.terms, request.query, on: tried),
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(opened.seen)),
            ]
        )
        let crumbs = [Crumb("规则表", to: WorkspacePath.rules), Crumb(opened.terms.name)]
        return .page(
            frame.page(opened.terms.name, for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }
}
