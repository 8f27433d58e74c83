import Access
import EventLog
import Interchange
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
                return .page(StepPage(desk: DeskSite(parts, request, principal), view: view))
            },
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.stepFile,
                name: "supervisionStepFile",
                access: DeskAccess.wall,
                handler: file
            ),
        ]
    }

    private func view(_ request: WebRequest, _ principal: Principal?) async throws -> StepView {
        let scope = try DeskScope(principal, for: [.readFindings])
        let query = StepQuery(request.query)
        let table = try await parts.steps.table()
        let (calendar, today) = (parts.supervisor.calendar, parts.today)
        return try await parts.read { try $0.steps(query, scope, table, calendar, on: today) }
    }

    /// The parts of the level with their four numbers; the file says who took it, when, and how the numbers are made.
    private func file(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let view = try await view(request, principal)
        let title = "环节分析"
        let mark = "导出人：\(principal?.displayName ?? "")，导出时间：\(parts.log.clock.now.minuteText)"
        var writer = WorkbookWriter(sheet: title, mark: mark)
        writer.append([view.level.rawValue] + StepFigure.allCases.map { "\($0.chinese)（\($0.unit)）" })
        for part in view.parts {
            writer.append([part.name] + StepFigure.allCases.map { StepPage.text($0, part.figures) })
        }
        writer.append(["合计"] + StepFigure.allCases.map { StepPage.text($0, view.whole) })
        writer.append(["期间：\(view.days.lowerBound)至\(view.days.upperBound)", "", "", "", ""])
        for figure in StepFigure.allCases { writer.append(["\(figure.chinese)：\(figure.formula)", "", "", "", ""]) }
        writer.append([mark, "", "", "", ""])
        return .file(
            named: "\(title).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes: writer.bytes
        )
    }
}
