import Access
import Directory
import EventLog
import Kernel
import Supervision
import WebServer

/// The months without cases: which agencies, and what they say.
struct ZeroMonthRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            route(.get, SupervisionPath.Pattern.zeroMonths, "zeroMonths", DeskAccess.findings) { request, principal in
                try await page(request, principal, request.query["month"])
            },
            route(
                .post,
                SupervisionPath.Pattern.explainZeroMonth,
                "explainZeroMonth",
                DeskAccess.explaining,
                explain
            ),
        ]
    }

    private func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ asked: String?,
        text: String = "",
        fault: String? = nil
    ) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding])
        let latest = ScoreMonth(parts.today).previous
        let month = min(asked.flatMap(ScoreMonth.init) ?? latest, latest)
        let zeros = try await parts.read { reading in
            let agencies = try reading.agencies(in: scope, on: month.days.upperBound)
            return try reading.zeroMonths(
                of: Dictionary(agencies.map { ($0.id, $0.name) }) { first, _ in first },
                in: month
            )
        }
        let mayExplain = AccessDecision.decide(principal, DeskAccess.explaining) == .allowed
        let page = ZeroMonthPage(
            desk: DeskSite(parts, request, principal),
            month: month,
            latest: latest,
            zeros: zeros,
            duties: parts.duties,
            own: mayExplain ? principal?.agency?.text : nil,
            hidden: parts.hidden(request),
            text: text,
            fault: fault
        )
        if request.wantsSheet { return page.sheet.answer(principal, at: parts.log.clock.now) }
        return .page(page, status: fault == nil ? 200 : 422)
    }

    private func explain(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let agency = principal?.agency, let month = request.form.values["month"].flatMap(ScoreMonth.init) else {
            throw WebRefusal.notFound
        }
        let text = request.form.values["explanation"] ?? ""
        let command = ExplainZeroMonth(agency, month, explanation: text)
        if let fault = try await parts.refusal(of: command, request, principal, judging: false) {
            return try await page(request, principal, month.text, text: text, fault: fault)
        }
        return .redirect(to: SupervisionPath.zeroMonths(month), flash: FlashMessage("已提交说明。"))
    }
}
