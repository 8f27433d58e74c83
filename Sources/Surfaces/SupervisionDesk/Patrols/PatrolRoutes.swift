import Access
import Directory
import EventLog
import Kernel
import Supervision
import WebServer

/// The log of patrols of the division's supervisors, or of an agency's own.
struct PatrolRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.patrols, "patrols", DeskAccess.wall) { request, principal in
                try await page(request, principal, PatrolPage.Answer())
            },
            route(.post, SupervisionPath.Pattern.patrols, "recordPatrol", DeskAccess.patrolling, record),
        ]
    }

    private func keeper(_ principal: Principal?) throws(WebRefusal) -> PatrolKeeper {
        switch try DeskScope(principal, for: [.readFindings]) {
        case .division(let code): .division(code.digits)
        case .agency(let id): .agency(id.text)
        }
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ answer: PatrolPage.Answer
    ) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.readFindings])
        let (keeper, today) = (try keeper(principal), parts.today)
        let thisMonth = ScoreMonth(today)
        let asked = request.query["month"].flatMap(ScoreMonth.init) ?? thisMonth
        let month = min(asked, thisMonth)
        let (log, begun, agencies, officers) = try await parts.read { reading in
            let log = try reading.state(PatrolLog.self, PatrolLog.key(keeper, month)).state
            let officers = try Set(log.entries.map(\.by)).map { id in
                (id, try reading.reader.officer(Officer.ID(id), in: reading.realm)?.name ?? id)
            }
            let begun = try reading.firstDay ?? today
            return (log, begun, try reading.agencies(in: scope, on: today), Dictionary(officers) { first, _ in first })
        }
        let owed = parts.duties.patrols(of: keeper)
        let page = PatrolPage(
            desk: DeskSite(parts, request, principal),
            month: month,
            thisMonth: thisMonth,
            keeper: keeper,
            log: log,
            duties: parts.duties,
            missed: log.missed(in: month, since: begun, before: today, owed: owed, parts.supervisor.calendar),
            agencies: agencies,
            mayRecord: AccessDecision.decide(principal, DeskAccess.patrolling) == .allowed,
            officers: officers,
            hidden: parts.hidden(request),
            today: today,
            answer: answer
        )
        if request.wantsSheet { return page.sheet.answer(principal, at: parts.log.clock.now) }
        return .page(page, status: answer.fault == nil ? 200 : 422)
    }

    private func record(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let values = request.form.values
        let names = ["on", "agency", "items", "cases", "found", "outcome", "next"]
        let answer = PatrolPage.Answer(
            values: Dictionary(names.compactMap { name in values[name].map { (name, $0) } }) { first, _ in first }
        )
        guard let on = Day(answer["on"]), let outcome = Patrol.Outcome(rawValue: answer["outcome"]) else {
            return try await page(request, principal, answer.refused("请填写巡查日期（年-月-日）并选择结论。"))
        }
        let keeper = try keeper(principal)
        let command = RecordPatrol(
            keeper,
            on: on,
            agency: Agency.ID(answer["agency"]),
            items: answer.lines("items"),
            cases: answer.lines("cases"),
            outcome: outcome,
            found: answer["found"],
            next: answer["next"],
            parts.duties
        )
        // An agency's own supervisor goes from the post of supervision, where there is one.
        let isJudging = !keeper.isOwn || principal?.posts.contains { $0.responsibility == .supervision } ?? false
        if let fault = try await parts.refusal(of: command, request, principal, judging: isJudging) {
            return try await page(request, principal, answer.refused(fault))
        }
        return .redirect(to: SupervisionPath.patrols(ScoreMonth(on)), flash: FlashMessage("已登记巡查。"))
    }
}

extension PatrolPage.Answer {
    fileprivate func refused(_ fault: String) -> PatrolPage.Answer {
        var other = self
        other.fault = fault
        return other
    }

    /// What was written on lines of its own.
    fileprivate func lines(_ name: String) -> [String] {
        self[name].split { $0.isNewline || $0.isWhitespace }.map(String.init)
    }
}
