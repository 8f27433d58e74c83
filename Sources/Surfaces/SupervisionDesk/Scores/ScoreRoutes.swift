import Casework
import Access
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Supervision
import WebServer

/// Efficiency scores: the months, one month, one sheet, objections, the audit, the bulletin.
struct ScoreRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.scores, "scores", DeskAccess.findings) { request, principal in
                try await list(request, principal)
            },
            route(.post, SupervisionPath.Pattern.scoreScheme, "chooseScoreScheme", DeskAccess.setting, choose),
            route(.get, SupervisionPath.Pattern.monthScores, "monthScores", DeskAccess.findings) { request, principal in
                try await page(request, principal)
            },
            route(.get, SupervisionPath.Pattern.scoreSheet, "scoreSheet", DeskAccess.findings, sheet),
            route(.get, SupervisionPath.Pattern.scoreCases, "scoreCases", DeskAccess.findings, cases),
            route(.get, SupervisionPath.Pattern.scoreBulletin, "scoreBulletin", DeskAccess.findings, bulletin),
            route(.post, SupervisionPath.Pattern.scores(.draft), "draftScores", DeskAccess.setting, draft),
            route(.post, SupervisionPath.Pattern.scores(.object), "objectToScore", DeskAccess.explaining, object),
            route(.post, SupervisionPath.Pattern.scores(.answer), "answerScoreObjection", DeskAccess.setting, answer),
            route(.post, SupervisionPath.Pattern.scores(.freeze), "freezeScores", DeskAccess.setting, freeze),
        ]
    }

    private static let months = 12
    /// So many of the latest are shown though nobody has drafted them.
    private static let openMonths = 3

    private func division(_ principal: Principal?) throws(WebRefusal) -> Division.Code {
        guard let division = principal?.division else { throw .forbidden }
        return division
    }

    private func month(_ request: WebRequest) throws(WebRefusal) -> ScoreMonth {
        guard let month = ScoreMonth(request.parameters["month"] ?? "") else { throw .notFound }
        return month
    }

    private func list(_ request: WebRequest, _ principal: Principal?, fault: String? = nil) async throws -> WebAnswer {
        let division = try division(principal)
        let thisMonth = ScoreMonth(parts.today)
        var month = thisMonth
        let asked = (0..<ScoreRoutes.months).map { _ in
            month = month.previous
            return month
        }
        let (scores, choices, names) = try await parts.read { reading in
            let choices = try reading.schemeChoices(of: division)
            return (
                try asked.map { ScoreListPage.Month(month: $0, scores: try reading.scores(of: division, $0)) }, choices,
                try reading.actors(of: choices.all.map(\.by))
            )
        }
        let months = scores.enumerated().filter { $0.offset < ScoreRoutes.openMonths || $0.element.scores.draft != nil }
            .map(\.element)
        let maySet = AccessDecision.decide(principal, DeskAccess.setting) == .allowed
        let page = ScoreListPage(
            desk: DeskSite(parts, request, principal),
            months: months,
            scheme: try scheme(for: thisMonth, choices),
            schemes: SchemePanel(
                schemes: parts.scoreSchemes,
                choices: choices,
                names: names,
                thisMonth: thisMonth,
                hidden: hidden(request),
                mayChoose: maySet
            ),
            fault: fault,
            hidden: hidden(request),
            mayDraft: maySet
        )
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func scheme(for month: ScoreMonth, _ choices: SchemeChoices) throws -> ScoreScheme {
        guard let scheme = parts.scoreSchemes.scheme(for: month, choices) else { throw WebRefusal.notFound }
        return scheme
    }

    private func choose(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let values = request.form.values
        guard let from = values["from"].flatMap(ScoreMonth.init) else {
            return try await list(request, principal, fault: "请选择自哪个月起。")
        }
        let command = ChooseScoreScheme(
            values["scheme"] ?? "",
            for: try division(principal).digits,
            from: from,
            reason: values["reason"] ?? "",
            among: parts.scoreSchemes
        )
        if let fault = try await parts.refusal(of: command, request, principal) {
            return try await list(request, principal, fault: fault)
        }
        return .redirect(to: SupervisionPath.scores, flash: FlashMessage("已选用，自\(from.chinese)起生效。"))
    }

    private func found(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (month: ScoreMonth, scores: MonthlyScores, draft: ScoresDrafted) {
        let (division, month) = (try division(principal), try month(request))
        let scores = try await parts.read { try $0.scores(of: division, month) }
        guard let draft = scores.draft else { throw WebRefusal.notFound }
        return (month, scores, draft)
    }

    /// Who sees only one agency's findings sees only its posts and officers.
    private func sees(_ sheet: ScoreSheet, _ scope: DeskScope) -> Bool { sees(sheet.subject, sheet.agency, scope) }

    private func sees(_ subject: ScoreSubject, _ agency: String?, _ scope: DeskScope) -> Bool {
        switch (scope, subject) {
        case (.division, _), (.agency, .agency), (.agency, .item): true
        case (.agency(let id), .post), (.agency(let id), .officer): agency == id.text
        }
    }

    /// The quarter of the month, where the scheme gives its grades by quarters.
    private func quarter(
        _ found: (month: ScoreMonth, scores: MonthlyScores, draft: ScoresDrafted),
        _ kind: ScoreSubject.Kind,
        _ division: Division.Code,
        _ scope: DeskScope
    ) async throws -> QuarterPanel? {
        guard found.draft.scheme.gradedBy == .quarter else { return nil }
        let period = BulletinPeriod.quarter(of: found.month)
        let months = try await parts.read { reading in
            try period.months.map { try reading.scores(of: division, $0) }
        }
        let all = QuarterStanding.all(kind, in: months, under: found.draft.scheme)
        return QuarterPanel(
            period: period,
            kind: kind,
            standings: all.filter { sees($0.subject, $0.agency, scope) }
        )
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        fault: String? = nil
    ) async throws -> WebAnswer {
        let found = try await found(request, principal)
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding])
        let kind = request.query["kind"].flatMap(ScoreSubject.Kind.init) ?? .agency
        let page = ScorePage(
            desk: DeskSite(parts, request, principal),
            month: found.month,
            scores: found.scores,
            draft: found.draft,
            kind: kind,
            standings: found.scores.standings(kind).filter { sees($0.sheet, scope) },
            quarter: try await quarter(found, kind, try division(principal), scope),
            hidden: hidden(request),
            mayJudge: AccessDecision.decide(principal, DeskAccess.setting) == .allowed,
            today: parts.today,
            fault: fault
        )
        if request.wantsSheet { return page.sheet.answer(principal, at: parts.log.clock.now) }
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func foundSheet(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (month: ScoreMonth, scores: MonthlyScores, draft: ScoresDrafted, index: Int) {
        let found = try await found(request, principal)
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding])
        guard let index = request.parameters["sheet"].flatMap(Int.init), found.draft.sheets.indices.contains(index),
            sees(found.draft.sheets[index], scope)
        else { throw WebRefusal.notFound }
        return (found.month, found.scores, found.draft, index)
    }

    private func sheet(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let found = try await foundSheet(request, principal)
        let sheet = found.draft.sheets[found.index]
        let isOpen = found.scores.status == .drafted && parts.today <= found.draft.objectionsThrough
        let page = ScoreSheetPage(
            desk: DeskSite(parts, request, principal),
            month: found.month,
            scores: found.scores,
            draft: found.draft,
            index: found.index,
            sheet: sheet,
            part: found.draft.scheme.parts.first { $0.id == request.query["part"] },
            hidden: hidden(request),
            mayObject: isOpen && sheet.agency != nil && principal?.agency?.text == sheet.agency
                && AccessDecision.decide(principal, DeskAccess.explaining) == .allowed
        )
        if request.wantsSheet { return page.workbook.answer(principal, at: parts.log.clock.now) }
        return .page(page)
    }

    /// The decided cases of a sheet; whoever sees one agency's findings sees its cases alone.
    private func cases(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let found = try await foundSheet(request, principal)
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding])
        let (month, sheet, today) = (found.month, found.draft.sheets[found.index], parts.today)
        let (isEarly, trail) = (request.query["early"] == "1", Trail(request.query["trail"]))
        let limit = request.wantsSheet ? DeskSheet.most : CaseListPage.rows
        let (agencies, ids, page, rows) = try await parts.read { reading in
            let agencies = try reading.agencies(in: scope, on: today)
            let ids = try reading.scoredCases(
                of: sheet.subject,
                at: agencies.map(\.id),
                in: month.days,
                isEarly: isEarly
            )
            let behind = trail.keys.last.flatMap { key in ids.firstIndex { $0.text == key } }.map { $0 + 1 } ?? 0
            let page = Array(ids[behind...].prefix(limit))
            return (agencies, ids, page, try reading.cases(page))
        }
        let names = Dictionary(agencies.map { ($0.id, $0.name) }) { first, _ in first }
        let figure = ScoreFigure.decided(month, found.index, isEarly: isEarly)
        if request.wantsSheet {
            return CaseListPage.sheet(figure, rows, names).answer(principal, at: parts.log.clock.now)
        }
        let address = { SupervisionPath.scoreCases(month, found.index, isEarly: isEarly, $0) }
        let then = isEarly ? sheet.base.early : sheet.base.decided
        let answer = CaseListPage(
            desk: DeskSite(parts, request, principal),
            part: .scores,
            crumbs: [
                Crumb("效能评估", to: SupervisionPath.scores), Crumb(month.chinese, to: SupervisionPath.scores(month)),
                Crumb(sheet.name, to: SupervisionPath.scoreSheet(month, found.index)),
            ],
            figure: figure,
            place: ids.count == then ? sheet.name : "\(sheet.name)（起草评估时\(then)件，此后有变动或者不在本单位）",
            count: ids.count,
            rows: rows,
            agencies: names,
            page: trail.page,
            address: address(Trail()),
            previous: trail.previous.map(address),
            next: page.last.flatMap { $0 == ids.last ? nil : address(trail.behind($0.text)) }
        )
        return .page(answer)
    }

    private func bulletin(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let found = try await found(request, principal)
        guard case .frozen(let day) = found.scores.status else { throw WebRefusal.notFound }
        let issuer = try await parts.read { reading in
            try reading.reader.divisionTree(in: reading.realm)
                .division(try division(principal), on: day)?.name ?? ""
        }
        guard let content = found.scores.bulletin(issuer: issuer, isDemonstration: parts.isDemonstration) else {
            throw WebRefusal.notFound
        }
        return .file(
            named: "效能评估通报\(found.month.text).pdf",
            type: "application/pdf",
            bytes: try await parts.renderer.render(content),
            isShown: true
        )
    }

    private func draft(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (division, month) = (try division(principal), try month(request))
        let choices = try await parts.read { try $0.schemeChoices(of: division) }
        let scheme = try scheme(for: month, choices)
        let today = parts.today
        let sheets = try await parts.read { reading in
            let agencies = try reading.agencies(in: .division(division), on: today)
            let material = try reading.scoreMaterial(
                of: Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
                in: month.days
            )
            return material.sheets(under: scheme, names: try reading.scoredNames(Array(material.agencies.keys)))
        }
        let command = DraftScores(
            month,
            of: division.digits,
            under: scheme,
            sheets,
            objectionWorkingDays: parts.scoreSchemes.objectionWorkingDays
        )
        return try await submit(command, request, principal, judging: true, "已起草，开始公示异议。")
    }

    private func object(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let position = request.form.values["position"].flatMap(Int64.init) ?? -1
        let command = ObjectToScore(
            try month(request),
            of: try division(principal).digits,
            position: position,
            text: request.form.values["text-\(position)"] ?? ""
        )
        return try await submit(command, request, principal, judging: false, "异议已提交。")
    }

    private func answer(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let number = request.form.values["number"].flatMap(Int.init) ?? 0
        let command = AnswerScoreObjection(
            try month(request),
            of: try division(principal).digits,
            number: number,
            isUpheld: request.form.values["outcome"] == "upheld",
            text: request.form.values["text-\(number)"] ?? ""
        )
        return try await submit(command, request, principal, judging: true, "已答复异议。")
    }

    private func freeze(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let command = FreezeScores(
            try month(request),
            of: try division(principal).digits,
            opinion: request.form.values["opinion"] ?? ""
        )
        return try await submit(command, request, principal, judging: true, "已审定，不再变动。")
    }

    private func submit(
        _ command: some Command,
        _ request: WebRequest,
        _ principal: Principal?,
        judging: Bool,
        _ done: String
    ) async throws -> WebAnswer {
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let deed = Act(realm: parts.realm, actor: principal.actor(judging: judging), key: key)
        do {
            _ = try await parts.log.submit(command, as: deed)
            return .redirect(to: SupervisionPath.scores(try month(request)), flash: FlashMessage(done))
        } catch let refusal as SupervisionError {
            return try await page(request, principal, fault: SupervisionWording.refusal(refusal))
        } catch let refusal as AuthorityRefusal {
            return try await page(request, principal, fault: SupervisionWording.refusal(refusal))
        }
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
    }
}

extension EventReading {
    fileprivate func schemeChoices(of division: Division.Code) throws -> SchemeChoices {
        try state(SchemeChoices.self, SchemeChoices.key(division.digits)).state
    }

    fileprivate func scores(of division: Division.Code, _ month: ScoreMonth) throws -> MonthlyScores {
        try state(MonthlyScores.self, MonthlyScores.key(division.digits, month)).state
    }
}
