import Directory
import Kernel
import Supervision
import WebServer

/// Which steps somebody looks at, as the address says it.
struct StepQuery: Hashable, Sendable {
    /// How far back.
    enum Span: Int, Hashable, Sendable, CaseIterable {
        case month = 30
        case quarter = 90
        case year = 365
    }

    var division: String?
    var agency: String?
    var post: String?
    var caseNumber: String?
    var item: String?
    var step: String?
    /// Only the part of the span that lies in this month.
    var month: ScoreMonth?
    var days = Span.quarter

    init() {}

    /// Reads what the address asks for; what is not understood is the usual view.
    init(_ query: FormValues) {
        let text = { (name: String) in query[name].flatMap { $0.isEmpty ? nil : $0 } }
        division = text("division")
        agency = text("agency")
        post = text("post").map { $0 == StepQuery.nobody ? "" : $0 }
        caseNumber = text("case")
        item = text("item")
        step = text("step")
        days = query["days"].flatMap(Int.init).flatMap(Span.init) ?? .quarter
        month = text("month").flatMap(ScoreMonth.init)
    }

    /// The query with its question mark.
    var text: String { queryText(pairs) }

    /// The query of the list behind a figure.
    func text(of figure: StepFigure, _ trail: Trail) -> String {
        queryText(pairs + [("figure", figure.rawValue), ("trail", trail.text)])
    }

    private var pairs: [(name: String, value: String?)] {
        [
            ("division", division), ("agency", agency), ("post", post.map { $0.isEmpty ? StepQuery.nobody : $0 }),
            ("case", caseNumber), ("item", item), ("step", step), ("month", month?.text),
            ("days", days == .quarter ? nil : "\(days.rawValue)"),
        ]
    }

    /// In an address, what the system or an applicant did, which is done at no post.
    private static let nobody = "-"

    func with(_ change: (inout StepQuery) -> Void) -> StepQuery {
        var other = self
        change(&other)
        return other
    }

    /// One of the four numbers of these steps, of which `days` are the first and the last.
    func figure(_ figure: StepFigure, in days: ClosedRange<Day>) -> Figure {
        Figure(
            name: figure.chinese,
            unit: figure.unit,
            formula: "\(days.lowerBound.chinese)至\(days.upperBound.chinese)：\(figure.formula)",
            list: SupervisionPath.stepList(self, figure)
        )
    }

    func slice(_ agencies: Set<String>, today: Day) -> StepSlice {
        let span = (today - (days.rawValue - 1))...today
        var slice = StepSlice(days: month.map { $0.days.clamped(to: span) } ?? span, agencies: agencies)
        slice.item = item
        slice.step = step
        slice.post = post
        slice.caseNumber = caseNumber
        return slice
    }
}
