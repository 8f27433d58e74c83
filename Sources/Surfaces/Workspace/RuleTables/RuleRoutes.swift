import Access
import Acting
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
        [
            DeskRoute(.get, "/rules", name: "RulesPage", access: Workspace.ruling) { request, principal in
                try await rules(request, principal)
            },
            DeskRoute(.get, "/rules/{use}", name: "RulePage", access: Workspace.ruling) { request, principal in
                try rulePage(request, try await openRule(request, principal))
            },
            DeskRoute(.get, "/rules/{use}/table.dmn", name: "RuleTableDMN", access: Workspace.ruling) {
                request,
                principal in
                let table = try await openRule(request, principal).inForce.table
                return WebAnswer(type: "application/xml; charset=utf-8", bytes: Array(table.dmn().utf8))
            },
            DeskRoute(.post, "/rules/{use}", name: "DraftRuleTable", access: Workspace.draftingRules) {
                request,
                principal in try await draftRule(request, principal)
            },
            DeskRoute(.post, "/rules/{use}/enact", name: "EnactRuleTable", access: Workspace.enactingRules) {
                request,
                principal in
                guard let day = request.form.values["day"].flatMap({ Day($0) }) else {
                    let wording = Wording(422, "rules.day", "施行日期应为YYYY-MM-DD", field: "day")
                    return try rulePage(request, try await openRule(request, principal), refused: wording)
                }
                return try await settleRule(request, principal, "已定为\(day)起施行") { opened in
                    EnactRuleTable(use: opened.use, division: opened.division, inForceFrom: day, seen: opened.seen)
                }
            },
            DeskRoute(.post, "/rules/{use}/return", name: "ReturnRuleTable", access: Workspace.enactingRules) {
                request,
                principal in
                let reason = (request.form.values["reason"] ?? "").trimmingSpaces
                return try await settleRule(request, principal, "已退回") { opened in
                    ReturnRuleTable(use: opened.use, division: opened.division, reason: reason, seen: opened.seen)
                }
            },
        ]
    }

    /// A table of the principal's division, with what holds there today.
    struct OpenedRule: Sendable {
        let principal: Principal
        let use: TableUse
        let division: Division.Code
        let inForce: TableInForce
        let state: RuleTable
        let version: Int
        let today: Day
        /// The version of the stream the form was made for.
        let seen: Int
    }

    private func openRule(_ request: WebRequest, _ principal: Principal?) async throws -> OpenedRule {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        guard let use = TableUse(rawValue: try request.parameter("use")) else { throw WebRefusal.notFound }
        let today = log.clock.now.day
        let (loaded, inForce) = try await log.read(principal.realm) { reading in
            (
                try reading.state(RuleTable.self, RuleTable.key(use, division)),
                try reading.ruleTable(use, in: division, on: today)
            )
        }
        return OpenedRule(
            principal: principal,
            use: use,
            division: division,
            inForce: inForce,
            state: loaded.state,
            version: loaded.version,
            today: today,
            seen: request.form.values["seen"].flatMap { Int($0) } ?? loaded.version
        )
    }

    private func rules(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        let today = log.clock.now.day
        let lines = try await log.read(principal.realm) { reading in
            try TableUse.allCases.map { use in
                RulesPage.Line(
                    table: try reading.ruleTable(use, in: division, on: today),
                    hasDraft: try reading.state(RuleTable.self, RuleTable.key(use, division)).state.draft != nil
                )
            }
        }
        let page = RulesPage(lines: lines) { Workspace.owner(of: $0, for: division) }
        return .page(frame.page("规则表", for: principal, request) { page })
    }

    private static func owner(of table: TableInForce, for division: Division.Code) -> String {
        guard let place = table.division else { return "系统内置" }
        return place == division ? "本地" : "上级（\(place.text)）"
    }

    private func draftRule(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let opened = try await openRule(request, principal)
        var form = RuleForm(opened.use, request.form.values)
        let act = request.form.values["do"] ?? "check"
        form.apply(act)
        guard act == "save" else { return try rulePage(request, opened, form: form) }
        do {
            let draft = DraftRuleTable(
                use: opened.use,
                division: opened.division,
                content: form.table,
                basis: form.basis,
                seen: opened.seen
            )
            _ = try await log.submit(draft, as: try processAct(request, opened.principal, on: opened.use.rawValue))
            return .redirect(to: WorkspacePath.rule(opened.use.rawValue), flash: FlashMessage("已保存"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try rulePage(request, opened, form: form, refused: wording)
        }
    }

    /// Puts a draft in force or sends it back; a refusal shows the page again.
    private func settleRule<C: Command>(
        _ request: WebRequest,
        _ principal: Principal?,
        _ done: String,
        _ command: (OpenedRule) -> C
    ) async throws -> WebAnswer {
        let opened = try await openRule(request, principal)
        do {
            _ = try await log.submit(
                command(opened),
                as: try processAct(request, opened.principal, on: opened.use.rawValue)
            )
            return .redirect(to: WorkspacePath.rule(opened.use.rawValue), flash: FlashMessage(done))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try rulePage(request, try await openRule(request, principal), refused: wording)
        }
    }

    private func rulePage(
        _ request: WebRequest,
        _ opened: OpenedRule,
        form sent: RuleForm? = nil,
        refused: Wording? = nil
    ) throws -> WebAnswer {
        let draft = opened.state.draft
        let form =
            sent
            ?? RuleForm(
                opened.use,
                draft?.content ?? opened.inForce.table,
                basis: draft?.basis ?? ""
            )
        let tried = [("施行中的", opened.inForce.table)] + (draft.map { [("草稿", $0.content)] } ?? [])
        let principal = opened.principal
        let isAuthor = draft?.authors.contains(principal.actor.id) ?? false
        let page = RulePage(
            inForce: opened.inForce,
            owner: Workspace.owner(of: opened.inForce, for: opened.division),
            state: opened.state,
            form: form,
            faults: form.table.check(),
            isUnsaved: sent != nil,
            errors: refused.flatMap { wording in
                wording.field.map { [FieldError(field: $0, message: wording.text)] }
            } ?? [],
            refused: refused,
            mayDraft: AccessDecision.decide(principal, Workspace.draftingRules) == .allowed,
            mayEnact: AccessDecision.decide(principal, Workspace.enactingRules) == .allowed && !isAuthor,
            earliest: opened.state.versions.last.map { max(opened.today, $0.inForceFrom + 1) } ?? opened.today,
            trial: RuleTrial(opened.use, request.query, on: tried),
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(opened.seen)),
            ]
        )
        let crumbs = [Crumb("规则表", to: WorkspacePath.rules), Crumb(opened.use.chinese)]
        return .page(
            frame.page(opened.use.chinese, for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }
}
