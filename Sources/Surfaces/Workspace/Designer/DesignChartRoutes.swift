import Access
import Documents
import Processes
import WebServer

extension Workspace {
    /// Both charts of a draft, each as drawing, image and paper.
    var designChartRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/processes/{draft}/chart.svg", name: "ProcessChart", access: Workspace.designing) {
                request,
                principal in
                let (chart, width) = try await chart(request, principal)
                return WebAnswer(type: "image/svg+xml; charset=utf-8", bytes: Array(chart.svg(width: width).utf8))
            },
            DeskRoute(.get, "/processes/{draft}/chart.png", name: "ProcessChartImage", access: Workspace.designing) {
                request,
                principal in try await picture(request, principal, as: .png)
            },
            DeskRoute(.get, "/processes/{draft}/chart.pdf", name: "ProcessChartPaper", access: Workspace.designing) {
                request,
                principal in try await picture(request, principal, as: .pdf)
            },
        ]
    }

    private func chart(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (chart: ProcessChart, width: Int) {
        let audience = request.query["audience"].flatMap(ProcessChart.Audience.init) ?? .internal
        let chart = ProcessChart(try await open(request, principal).content.definition, for: audience)
        return (chart, audience == .internal ? 1_264 : 620)
    }

    private func picture(
        _ request: WebRequest,
        _ principal: Principal?,
        as form: DocumentRenderer.PictureForm
    ) async throws -> WebAnswer {
        let (chart, width) = try await chart(request, principal)
        return try await picture(of: chart, width: width, as: form)
    }
    /// A chart as an image or on paper, to look at or to keep under `name`, else under its title.
    func picture(
        of chart: ProcessChart,
        width: Int,
        as form: DocumentRenderer.PictureForm,
        named name: String? = nil
    ) async throws -> WebAnswer {
        let picture = chart.picture(width: width)
        return .file(
            named: "\(name ?? picture.title).\(form.rawValue)",
            type: form.mediaType,
            bytes: try await pictures.render(picture, as: form),
            isShown: true
        )
    }
}
