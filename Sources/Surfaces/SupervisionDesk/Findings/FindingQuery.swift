import Directory
import Kernel
import Supervision
import WebServer

/// What the list of findings is narrowed to, and where in it somebody is; the whole of it stands in the address.
struct FindingQuery: Hashable, Sendable {
    var level: FindingLevel?
    /// Only yellow and red cards.
    var isCard = false
    var dimension: Dimension?
    var agency: String?
    /// Only those of agencies in this division.
    var division: Division.Code?
    var status: Finding.Status.Name?
    /// Only those that wait for an explanation or a judgment.
    var isOpen = false
    /// Only those raised on these days.
    var days: ClosedRange<Day>?
    var order = FindingSearch.Order.latest
    /// The last finding of every page before this one, so that one can go back by key.
    var trail: [OpenFindings.Cursor] = []

    init(
        level: FindingLevel? = nil,
        isCard: Bool = false,
        agency: String? = nil,
        isOpen: Bool = false,
        days: ClosedRange<Day>? = nil,
        division: Division.Code? = nil
    ) {
        self.division = division
        self.level = level
        self.isCard = isCard
        self.agency = agency
        self.isOpen = isOpen
        self.days = days
    }

    /// Reads an address; what is not understood narrows nothing.
    init(_ values: FormValues) {
        level = values["level"].flatMap(FindingLevel.init)
        dimension = values["dimension"].flatMap(Dimension.init)
        agency = values["agency"].flatMap { $0.isEmpty || $0.count > 60 ? nil : $0 }
        division = values["division"].flatMap { Division.Code($0) }
        status = values["status"].flatMap(Finding.Status.Name.init)
        isCard = values["cards"] == "1"
        isOpen = values["open"] == "1"
        if let first = values["from"].flatMap(Day.init), let last = values["through"].flatMap(Day.init), first <= last {
            days = first...last
        }
        order = values["order"].flatMap(FindingSearch.Order.init) ?? .latest
        trail = (values["trail"] ?? "").split(separator: "_").suffix(FindingQuery.longestTrail).compactMap { part in
            let numbers = part.split(separator: ".").compactMap { Int64($0) }
            guard numbers.count == 2, let rank = Int(exactly: numbers[0]) else { return nil }
            return OpenFindings.Cursor(rank: rank, position: numbers[1])
        }
    }

    private static let longestTrail = 60

    /// The query with its question mark; empty for the whole list.
    var text: String {
        let trail = trail.suffix(FindingQuery.longestTrail).map { "\($0.rank).\($0.position)" }.joined(separator: "_")
        let parts = fields.map { "\($0.name)=\(URLText.encode($0.value))" } + (trail.isEmpty ? [] : ["trail=\(trail)"])
        return parts.isEmpty ? "" : "?\(parts.joined(separator: "&"))"
    }

    /// What narrows and orders the list, as a form sends it.
    var fields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        if let level { fields.append(("level", level.rawValue)) }
        if isCard { fields.append(("cards", "1")) }
        if let days {
            fields += [("from", days.lowerBound.description), ("through", days.upperBound.description)]
        }
        if let dimension { fields.append(("dimension", dimension.rawValue)) }
        if let agency { fields.append(("agency", agency)) }
        if let division { fields.append(("division", division.digits)) }
        if let status { fields.append(("status", status.rawValue)) }
        if isOpen { fields.append(("open", "1")) }
        if order != .latest { fields.append(("order", order.rawValue)) }
        return fields
    }

    /// The same with a change, from its first page.
    func with(_ change: (inout FindingQuery) -> Void) -> FindingQuery {
        var other = self
        other.trail = []
        change(&other)
        return other
    }

    /// The page behind `row`.
    func page(behind row: FindingRow) -> FindingQuery {
        var other = self
        other.trail.append(OpenFindings.Cursor(rank: row.level.rank, position: row.position))
        return other
    }

    /// The page before this one; `nil` on the first.
    var previous: FindingQuery? {
        guard !trail.isEmpty else { return nil }
        var other = self
        other.trail.removeLast()
        return other
    }

    /// Returns what to ask for among `agencies`, which are all that may be seen.
    func search(among agencies: [String]) -> FindingSearch {
        FindingSearch(
            agencies: agency.map { chosen in agencies.filter { $0 == chosen } } ?? agencies,
            level: level,
            isCard: isCard,
            dimension: dimension,
            status: status,
            isOpen: isOpen,
            days: days,
            order: order
        )
    }
}

extension FindingQuery {
    /// The number this list stands behind.
    var figure: Figure {
        let kind = level?.chinese ?? (isCard ? "黄牌与红牌" : "监察信息")
        return Figure(
            name: (days == nil ? "" : "当期") + (isOpen ? "未了结的\(kind)" : kind),
            unit: level?.isCard ?? isCard ? "张" : "件",
            formula: formula(kind),
            list: SupervisionPath.findings(with { _ in })
        )
    }

    private func formula(_ kind: String) -> String {
        let period: String =
            switch days {
            case let days? where days.lowerBound == days.upperBound: "\(days.lowerBound.chinese)零时至二十四时"
            case let days?: "\(days.lowerBound.chinese)至\(days.upperBound.chinese)"
            case nil: "自上线起至现在"
            }
        let standing = isOpen ? "，单位尚未说明或者监察尚未审定的" : status.map { "，现为“\($0.chinese)”的" } ?? "，含后来摘牌、撤销的"
        let matter = dimension.map { "，内容为\($0.chinese)" } ?? ""
        return "\(period)发出的\(kind)\(matter)\(standing)；级别按监察规则的参数定，依据见各条"
    }
}
