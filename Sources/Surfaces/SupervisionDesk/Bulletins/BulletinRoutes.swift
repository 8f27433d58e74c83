import Access
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Publicity
import Supervision
import WebServer

/// Bulletins of months and quarters: what would be published, the review by another supervisor, what is public.
struct BulletinRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.bulletins, "bulletins", DeskAccess.wall, list),
            route(.get, SupervisionPath.Pattern.bulletin, "bulletin", DeskAccess.wall) { request, principal in
                try await page(request, principal)
            },
            route(.get, SupervisionPath.Pattern.bulletinPaper, "bulletinPaper", DeskAccess.wall, paper),
            route(.post, SupervisionPath.Pattern.bulletin(.propose), "proposeBulletin", DeskAccess.setting, propose),
            route(.post, SupervisionPath.Pattern.bulletin(.review), "reviewBulletin", DeskAccess.setting, review),
            route(.post, SupervisionPath.Pattern.bulletin(.withdraw), "withdrawBulletin", DeskAccess.setting, withdraw),
        ]
    }

    private static let months = 15

    private func division(_ principal: Principal?) throws(WebRefusal) -> Division.Code {
        guard let division = principal?.division else { throw .forbidden }
        return division
    }

    private func period(_ request: WebRequest) throws(WebRefusal) -> BulletinPeriod {
        guard let period = BulletinPeriod(request.parameters["period"] ?? ""),
            period.days.upperBound < parts.today
        else { throw .notFound }
        return period
    }

    /// The months and quarters that are over, the latest first; a quarter before its months.
    private var periods: [BulletinPeriod] {
        var month = ScoreMonth(parts.today)
        return (0..<BulletinRoutes.months).flatMap { _ in
            month = month.previous
            let quarter = BulletinPeriod.quarter(of: month)
            return (quarter.months.last == month ? [quarter] : []) + [.month(month)]
        }
    }

    /// Whether somebody looks after the division; who sees one agency alone learns of a bulletin when it is public.
    private func seesDrafts(_ principal: Principal?) throws(WebRefusal) -> Bool {
        switch try DeskScope(principal, for: [.readFindings]) {
        case .division: true
        case .agency: false
        }
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let division = try division(principal).digits
        let seesDrafts = try seesDrafts(principal)
        let periods = periods
        let rows = try await parts.read { reading in
            try periods.map { period in
                BulletinListPage.Row(
                    period: period,
                    bulletin: try reading.state(SupervisionBulletin.self, SupervisionBulletin.key(division, period))
                        .state
                )
            }
        }
        let shown = rows.filter { seesDrafts || $0.bulletin.edition != nil }
        return .page(BulletinListPage(desk: DeskSite(parts, request, principal), rows: shown))
    }

    private func found(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (period: BulletinPeriod, bulletin: SupervisionBulletin, seen: Int, now: BulletinRecord) {
        let (division, period) = (try division(principal), try period(request))
        guard try seesDrafts(principal) else { return try await foundPublic(division, period) }
        return try await parts.read { [policy = parts.masking] reading in
            let key = SupervisionBulletin.key(division.digits, period)
            let agencies = try reading.agencies(in: .division(division), on: period.days.upperBound)
            let tree = try reading.reader.divisionTree(in: reading.realm)
            let now = try reading.bulletin(
                of: division.digits,
                named: tree.division(division, on: period.days.upperBound)?.name ?? division.digits,
                Dictionary(agencies.map { ($0.id, $0.name) }) { first, _ in first },
                in: period,
                policy
            )
            let known = try reading.state(SupervisionBulletin.self, key)
            return (period, known.state, known.version, now)
        }
    }

    private func foundPublic(
        _ division: Division.Code,
        _ period: BulletinPeriod
    ) async throws -> (period: BulletinPeriod, bulletin: SupervisionBulletin, seen: Int, now: BulletinRecord) {
        let key = SupervisionBulletin.key(division.digits, period)
        let known = try await parts.read { try $0.state(SupervisionBulletin.self, key) }
        guard let edition = known.state.edition else { throw WebRefusal.notFound }
        return (period, known.state.published, known.version, edition.record)
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        fault: String? = nil
    ) async throws -> WebAnswer {
        let found = try await found(request, principal)
        let page = BulletinPage(
            desk: DeskSite(parts, request, principal),
            period: found.period,
            bulletin: found.bulletin,
            seen: found.seen,
            now: found.now,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)],
            mayJudge: AccessDecision.decide(principal, DeskAccess.setting) == .allowed,
            isProposer: found.bulletin.proposal?.by == principal?.actor(judging: true).id,
            fault: fault
        )
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func paper(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let found = try await found(request, principal)
        let bulletin = found.bulletin
        let waiting = bulletin.isWaiting ? bulletin.proposal.map { ($0.record, $0.on) } : nil
        guard let (record, day) = waiting ?? bulletin.edition.map({ ($0.record, $0.on) }) else {
            throw WebRefusal.notFound
        }
        return .file(
            named: "监督通报\(record.period.text).pdf",
            type: "application/pdf",
            bytes: try await parts.renderer.render(record.paper(on: day, isDemonstration: parts.isDemonstration)),
            isShown: true
        )
    }

    private func propose(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let now = try await found(request, principal).now
        return try await submit(ProposeBulletin(now, parts.publicity), request, principal, "已提请公开，等待另一名监督人员审核。")
    }

    private func review(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let isApproved = request.form.values["outcome"] == "approved"
        let command = ReviewBulletin(
            try period(request),
            of: try division(principal).digits,
            seen: request.form.values["seen"].flatMap(Int.init) ?? 0,
            isApproved: isApproved,
            opinion: request.form.values["opinion"] ?? ""
        )
        return try await submit(command, request, principal, isApproved ? "已公开。" : "已退回。")
    }

    private func withdraw(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let command = WithdrawBulletin(
            try period(request),
            of: try division(principal).digits,
            reason: request.form.values["reason"] ?? ""
        )
        return try await submit(command, request, principal, "已撤下。")
    }

    private func submit(
        _ command: some Command,
        _ request: WebRequest,
        _ principal: Principal?,
        _ done: String
    ) async throws -> WebAnswer {
        do {
            if let fault = try await parts.refusal(of: command, request, principal) {
                return try await page(request, principal, fault: fault)
            }
        } catch EventLogError.stale {
            return try await page(request, principal, fault: "通报在您查看后又有变化，请看过现在的内容再审核。")
        }
        return .redirect(to: SupervisionPath.bulletin(try period(request)), flash: FlashMessage(done))
    }
}
