import Access
import EventLog
import Kernel
import Supervision
import WebServer

/// Steps from province down to case, as a page and as a file.
struct StepRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.steps,
                name: "supervisionSteps",
                access: DeskAccess.wall
            ) { request, principal in
                let view = try await view(request, principal)
                return request.wantsSheet
                    ? sheet(view).answer(principal, at: parts.log.clock.now)
                    : .page(StepPage(desk: DeskSite(parts, request, principal), view: view))
            },
            route(.get, SupervisionPath.Pattern.stepList, "supervisionStepList", DeskAccess.wall) {
                request,
                principal in
                let list = try await list(request, principal)
                return request.wantsSheet
                    ? list.sheet.answer(principal, at: parts.log.clock.now)
                    : .page(StepListPage(desk: DeskSite(parts, request, principal), list: list))
            },
        ]
    }

    private func view(_ request: WebRequest, _ principal: Principal?) async throws -> StepView {
        let scope = try DeskScope(principal, for: [.readFindings])
        let query = StepQuery(request.query)
        let table = try await parts.steps.table()
        let (calendar, today) = (parts.supervisor.calendar, parts.today)
        return try await parts.read { try $0.steps(query, scope, table, calendar, on: today) }
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> StepList {
        let scope = try DeskScope(principal, for: [.readFindings])
        let (query, trail) = (StepQuery(request.query), Trail(request.query["trail"]))
        let figure = request.query["figure"].flatMap(StepFigure.init) ?? .steps
        let table = try await parts.steps.table()
        let (calendar, today) = (parts.supervisor.calendar, parts.today)
        let limit = request.wantsSheet ? DeskSheet.most : StepList.rows
        return try await parts.read { reading in
            try reading.stepList(query, figure, trail, scope, table, calendar, on: today, limit: limit + 1)
        }
    }

    /// The parts of the level with their four numbers.
    private func sheet(_ view: StepView) -> DeskSheet {
        let parts = view.parts.map { part in
            [part.name] + StepFigure.allCases.map { StepPage.text($0, part.figures) }
        }
        let whole = ["合计"] + StepFigure.allCases.map { StepPage.text($0, view.whole) }
        return DeskSheet(
            title: "环节分析",
            columns: [view.level.rawValue] + StepFigure.allCases.map { "\($0.chinese)（\($0.unit)）" },
            rows: parts + [whole],
            figures: StepFigure.allCases.map { view.query.figure($0, in: view.days) }
        )
    }
}
