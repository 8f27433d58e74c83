import Access
import DecisionTables
import Directory
import EventLog
import HTML
import Kernel
import RuleTables
import Supervision
import WebServer

/// Rules that supervisors write: listing, writing, trying, letting run, ending.
struct WrittenRuleRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.writtenRules,
                name: "writtenRules",
                access: DeskAccess.wall
            ) { request, principal in try await list(request, principal) },
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.writtenRule,
                name: "writtenRule",
                access: DeskAccess.wall
            ) { request, principal in try await page(request, principal, try code(request)) },
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.writtenRules,
                name: "draftWrittenRule",
                access: DeskAccess.setting,
                handler: draft
            ),
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.moveWrittenRule,
                name: "moveWrittenRule",
                access: DeskAccess.setting,
                handler: move
            ),
        ]
    }

    private func code(_ request: WebRequest) throws -> RuleCode {
        guard let code = RuleCode(rawValue: request.parameters["rule"] ?? ""), code.isWritten else {
            throw WebRefusal.notFound
        }
        return code
    }

    private func list(
        _ request: WebRequest,
        _ principal: Principal?,
        _ form: WrittenRuleForm? = nil,
        fault: String? = nil
    ) async throws -> WebAnswer {
        let home = principal?.division
        let today = parts.today
        let (rules, divisions) = try await parts.read { reading in
            (try reading.writtenRules(), try reading.choices(from: home, on: today))
        }
        let page = WrittenRuleListPage(
            desk: DeskSite(parts, request, principal),
            rules: rules,
            form: fields(
                form ?? WrittenRuleForm(division: home?.digits ?? ""),
                divisions,
                isKnown: false,
                request,
                principal
            ),
            fault: fault
        )
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ code: RuleCode,
        form: WrittenRuleForm? = nil,
        fault: String? = nil
    ) async throws -> WebAnswer {
        let home = principal?.division
        let today = parts.today
        let found = try await parts.read { reading in
            let versions = try reading.writtenRules().versions(of: code)
            let seen = versions.filter { $0.passages.contains { $0.stage == .shadow } }
            let shadows = try seen.map { version in
                (
                    version.number,
                    WrittenRulePage.Shadow(
                        counts: try reading.shadowCounts(of: code, version.number),
                        latest: try reading.shadowFindings(of: code, version.number, limit: 20)
                    )
                )
            }
            let place = versions.first.flatMap { Division.Code($0.rule.division) }
            return (
                versions: versions, shadows: Dictionary(shadows) { first, _ in first },
                divisions: try reading.choices(from: home, on: today),
                place: try place.flatMap {
                    try reading.reader.divisionTree(in: reading.realm).division($0, on: today)?.name
                },
                names: try reading.actors(
                    of: versions.flatMap(\.passages).map(\.by) + versions.compactMap { $0.trying?.by }
                )
            )
        }
        guard let last = found.versions.last else { throw WebRefusal.notFound }
        let page = WrittenRulePage(
            desk: DeskSite(parts, request, principal),
            code: code,
            versions: found.versions,
            shadows: found.shadows,
            names: found.names,
            divisionName: found.place ?? last.rule.division,
            form: fields(form ?? WrittenRuleForm(last.rule), found.divisions, isKnown: true, request, principal),
            hidden: hidden(request),
            fault: fault,
            progress: found.versions.last?.trying.flatMap { parts.trials.progress(of: $0) }
        )
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func fields(
        _ form: WrittenRuleForm,
        _ divisions: [Choice],
        isKnown: Bool,
        _ request: WebRequest,
        _ principal: Principal?
    ) -> WrittenRuleFields? {
        guard AccessDecision.decide(principal, DeskAccess.setting) == .allowed else { return nil }
        return WrittenRuleFields(form: form, divisions: divisions, isKnown: isKnown, hidden: hidden(request))
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
    }

    private func draft(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = WrittenRuleForm(request.form.values)
        let code = RuleCode(rawValue: form.code)
        let isKnown = try await parts.read { reading in
            try code.map { try !reading.writtenRules().versions(of: $0).isEmpty } ?? false
        }
        let refused = { (fault: String) in
            isKnown && code != nil
                ? try await page(request, principal, code ?? .remind, form: form, fault: fault)
                : try await list(request, principal, form, fault: fault)
        }
        guard let rule = form.rule else {
            return try await refused(SupervisionWording.refusal(.notALocalCode(form.code)))
        }
        if let fault = try await parts.refusal(of: DraftWrittenRule(rule), request, principal) {
            return try await refused(fault)
        }
        let faults = rule.table.check().map { $0.chinese(in: rule.table) }
        return .redirect(
            to: SupervisionPath.writtenRule(rule.code),
            flash: FlashMessage(faults.isEmpty ? "草稿已保存，请试算。" : "草稿已保存，条件表还有不符：\(faults.joined(separator: "；"))。")
        )
    }

    private func move(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let code = try code(request)
        guard let number = request.parameters["number"].flatMap(Int.init) else { throw WebRefusal.notFound }
        if let isToBegin = ["try": true, "stop": false][request.parameters["step"] ?? ""] {
            return try await trial(isToBegin, code, number, request, principal)
        }
        guard let step = request.parameters["step"].flatMap(MoveWrittenRule.Step.init) else {
            throw WebRefusal.notFound
        }
        let reason = request.form.values["reason-\(step.rawValue)-\(number)"] ?? ""
        let command = MoveWrittenRule(step, code, number, reason: reason)
        if let fault = try await parts.refusal(of: command, request, principal) {
            return try await page(request, principal, code, fault: fault)
        }
        let done =
            switch step {
            case .shadow: "第\(number)版自现在起试运行。"
            case .enact: "第\(number)版自现在起正式运行。"
            case .end: "第\(number)版已停用。"
            }
        return .redirect(to: SupervisionPath.writtenRule(code), flash: FlashMessage(done))
    }

    /// Asks that the last year be judged as if the draft had been live, or no longer.
    private func trial(
        _ isToBegin: Bool,
        _ code: RuleCode,
        _ number: Int,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let days = (parts.today - (WrittenRuleTrial.days - 1))...parts.today
        let fault =
            try await isToBegin
            ? parts.refusal(of: BeginRuleTrial(code, number, in: days), request, principal)
            : parts.refusal(of: StopRuleTrial(code, number), request, principal)
        if let fault { return try await page(request, principal, code, fault: fault) }
        let done = isToBegin ? "已开始试算，可以离开本页，结果保存在草稿中。" : "试算已停止。"
        return .redirect(to: SupervisionPath.writtenRule(code), flash: FlashMessage(done))
    }
}
