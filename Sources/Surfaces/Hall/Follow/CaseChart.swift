import Casework
import Documents
import Processes
import WebServer

/// The external chart of a followed case: the way so far, where it stands, and the time used.
///
/// - Source: 粤府办〔2007〕76号 二(二).
struct CaseChart: Sendable {
    /// In which shape it is asked for.
    enum Shape: String, Sendable {
        case svg, narrow, png, pdf
    }

    /// `nil` as long as the process of the case is not known.
    let chart: ProcessChart?

    init(_ followed: FollowedCase, _ parts: HallParts) {
        chart = followed.process.map { process in
            ProcessChart(process, for: .external, trace: followed.state.trace(on: parts.today, in: parts.calendar))
        }
    }

    private static let width = 620
    private static let narrowWidth = 280

    func answer(_ shape: Shape, of number: String, by renderer: DocumentRenderer) async throws -> WebAnswer {
        guard let chart else { throw WebRefusal.notFound }
        switch shape {
        case .svg, .narrow:
            let svg = chart.svg(width: shape == .svg ? CaseChart.width : CaseChart.narrowWidth)
            return WebAnswer(type: "image/svg+xml; charset=utf-8", bytes: Array(svg.utf8))
        case .png: return try await file(of: chart, as: .png, number, renderer)
        case .pdf: return try await file(of: chart, as: .pdf, number, renderer)
        }
    }

    private func file(
        of chart: ProcessChart,
        as form: DocumentRenderer.PictureForm,
        _ number: String,
        _ renderer: DocumentRenderer
    ) async throws -> WebAnswer {
        .file(
            named: "\(number)流程图.\(form.rawValue)",
            type: form.mediaType,
            bytes: try await renderer.render(chart.picture(width: CaseChart.width), as: form),
            isShown: true
        )
    }
}
