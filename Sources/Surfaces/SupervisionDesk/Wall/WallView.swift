import Directory
import Supervision
import WebServer

/// How somebody wants to see the wall.
struct WallView: Hashable, Sendable {
    /// Whether it fills a screen in a hall, without menu.
    var isWall = false
    var order = FindingSearch.Order.latest
    var days = Span.month
    /// The division one looks at; that of who looks when `nil`.
    var division: Division.Code?

    /// How far the trend reaches back.
    enum Span: Int, Hashable, Sendable, CaseIterable {
        case month = 30
        case quarter = 90
    }

    init() {}

    /// Reads what the address asks for; what is not understood is the usual view.
    init(_ query: FormValues) {
        isWall = query["display"] == "wall"
        order = query["order"].flatMap(FindingSearch.Order.init) ?? (isWall ? .gravest : .latest)
        division = query["division"].flatMap { Division.Code($0) }
        days = query["days"].flatMap(Int.init).flatMap(Span.init) ?? .month
    }

    /// The query that asks for it, with its question mark.
    var query: String {
        let parts =
            (isWall ? ["display=wall"] : []) + ["order=\(order.rawValue)", "days=\(days.rawValue)"]
            + (division.map { ["division=\($0.digits)"] } ?? [])
        return self == WallView() ? "" : "?\(parts.joined(separator: "&"))"
    }

    func with(_ change: (inout WallView) -> Void) -> WallView {
        var other = self
        change(&other)
        return other
    }
}
