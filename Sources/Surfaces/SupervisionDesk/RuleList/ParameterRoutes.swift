import Access
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Supervision
import WebServer

/// The parameters of one rule: what was set, setting more, ending what was set.
struct ParameterRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.parameters,
                name: "ruleParameters",
                access: DeskAccess.findings
            ) { request, principal in
                try await page(request, principal, try rule(request), nil)
            },
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.parameters,
                name: "setParameters",
                access: DeskAccess.setting,
                handler: set
            ),
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.endParameters,
                name: "endParameters",
                access: DeskAccess.setting,
                handler: end
            ),
        ]
    }

    private func rule(_ request: WebRequest) throws -> any SupervisionRule {
        guard let code = RuleCode(rawValue: request.parameters["rule"] ?? ""),
            let rule = try parts.supervisor.book.general.known.first(where: { type(of: $0).code == code })
                ?? RuleBook.known(code)
        else { throw WebRefusal.notFound }
        return rule
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ rule: any SupervisionRule,
        _ input: ParameterInput?,
        fault: String? = nil,
        trial: ParameterTrial? = nil
    ) async throws -> WebAnswer {
        let today = parts.today
        let home = principal?.division
        let code = type(of: rule).code
        let found = try await parts.read { reading in
            let settings = try reading.ruleSettings()
            let tree = try reading.reader.divisionTree(in: reading.realm)
            let own = home.flatMap { tree.division($0, on: today) }.map { [$0] } ?? []
            let scopes = settings.all.compactMap { $0.setting.scope.division.flatMap { Division.Code($0) } }
            let named = own + (home.map { tree.divisions(below: $0, on: today) } ?? [])
            return (
                settings: settings, divisions: named,
                names: Dictionary(
                    (named + scopes.compactMap { tree.division($0, on: today) }).map { ($0.code.digits, $0.name) },
                    uniquingKeysWith: { first, _ in first }
                ), actors: try reading.actors(of: settings.all.map(\.setBy))
            )
        }
        let maySet = AccessDecision.decide(principal, DeskAccess.setting) == .allowed
        let page = ParameterPage(
            desk: DeskSite(parts, request, principal),
            rule: rule,
            general: parts.supervisor.book.parameters.numbers(of: code),
            settings: found.settings,
            today: today,
            names: found.actors,
            divisionNames: found.names,
            form: maySet
                ? ParameterForm(
                    rule: rule,
                    input: input ?? ParameterInput(division: home?.digits ?? "", from: today),
                    divisions: found.divisions,
                    hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
                ) : nil,
            fault: fault,
            trial: trial
        )
        return .page(page, status: trial != nil || input == nil && fault == nil ? 200 : 422)
    }

    private func set(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let rule = try rule(request)
        var input = ParameterInput(request.form.values, of: rule)
        guard let setting = input.setting(of: rule) else { return try await page(request, principal, rule, input) }
        if let item = setting.scope.item, try await parts.read({ try $0.powerItem(code: item) == nil }) {
            input.faults.append(FieldError(field: "item", message: "职权目录中没有编码为\(item)的事项"))
            return try await page(request, principal, rule, input)
        }
        if request.form.values["act"] == "try" {
            do {
                let trial = try await self.trial(of: setting, principal)
                return try await page(request, principal, rule, input, trial: trial)
            } catch let refusal as SupervisionError {
                return try await page(request, principal, rule, input, fault: SupervisionWording.refusal(refusal))
            }
        }
        if let fault = try await parts.refusal(of: SetParameters(setting), request, principal) {
            return try await page(request, principal, rule, input, fault: fault)
        }
        return done(rule, "已设定，自\(setting.from.chinese)起生效。")
    }

    /// What the rule found in the last days as things are, and what it would have found; nothing is recorded.
    private func trial(of setting: ParameterSetting, _ principal: Principal?) async throws -> ParameterTrial {
        try setting.requireSound()
        let today = parts.today
        let days = (today - (ParameterTrial.days - 1))...today
        let scope = try DeskScope(principal, for: [.readFindings])
        let supervisor = parts.supervisor
        if RuleCode.comparisons.contains(setting.rule) { return try await compared(setting, scope, days) }
        return try await parts.read { reading in
            let settings = try reading.ruleSettings()
            let written = try reading.writtenRules()
            let agencies = Set(try reading.agencies(in: scope, on: today).map(\.id))
            let found = { (settings: RuleSettings) in
                try reading.backTest(supervisor, settings, written, in: days, of: agencies).found
                    .filter { $0.finding.breach.rule == setting.rule }
            }
            return ParameterTrial(
                before: try found(settings).map(ParameterTrial.Hit.init),
                after: try found(settings.trying(setting, from: days.lowerBound)).map(ParameterTrial.Hit.init)
            )
        }
    }

    /// What stands out in the days as a whole.
    private func compared(
        _ setting: ParameterSetting,
        _ scope: DeskScope,
        _ days: ClosedRange<Day>
    ) async throws -> ParameterTrial {
        let table = try await parts.steps.table()
        let (supervisor, today) = (parts.supervisor, parts.today)
        return try await parts.read { reading in
            let settings = try reading.ruleSettings()
            let slice = StepSlice(days: days, agencies: Set(try reading.agencies(in: scope, on: today).map(\.id)))
            let found = { (settings: RuleSettings, day: Day) in
                let adjusted = try supervisor.adjusted(by: settings, on: day)
                return try adjusted.book.leads(in: table, adjusted.calendar) { _ in slice }
                    .map(\.lead).filter { $0.rule == setting.rule }.map(ParameterTrial.Hit.init)
            }
            let tried = settings.trying(setting, from: today)
            return ParameterTrial(before: try found(settings, today), after: try found(tried, today))
        }
    }

    private func end(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let rule = try rule(request)
        guard let number = request.parameters["number"].flatMap(Int.init) else { throw WebRefusal.notFound }
        let reason = request.form.values["reason-\(number)"] ?? ""
        let command = EndParameters(number: number, from: parts.today, reason: reason)
        if let fault = try await parts.refusal(of: command, request, principal) {
            return try await page(request, principal, rule, nil, fault: fault)
        }
        return done(rule, "第\(number)号设定自今天起终止。")
    }

    private func done(_ rule: any SupervisionRule, _ message: String) -> WebAnswer {
        .redirect(to: SupervisionPath.parameters(type(of: rule).code), flash: FlashMessage(message))
    }
}
