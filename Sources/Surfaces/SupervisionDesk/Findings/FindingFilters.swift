import HTML
import Supervision

/// The ways to narrow the list, each with how many findings it would leave.
struct FindingFilters: Component {
    let query: FindingQuery
    let agencies: [DeskAgency]
    let facets: [FindingFacet]

    var body: any HTML {
        div(.cssClass("filter-block")) {
            FilterChips("级别", FindingLevel.gravestFirst.map { chip($0.chinese, \.level, $0) { $0.level } })
            if let narrowed { p { narrowed } }
            FilterChips("状态", [openChip] + Finding.Status.Name.allCases.map(statusChip))
            FilterChips("维度", dimensions.map { chip($0.chinese, \.dimension, $0) { $0.dimension } })
            if agencies.count > 1 { agencyForm }
        }
    }

    /// What no chip says, with the way out of it.
    private var narrowed: (any HTML)? {
        let words = [
            query.days.map { "发出日期：\($0.lowerBound)至\($0.upperBound) " }, query.isCard ? "只看黄牌与红牌 " : nil,
        ].compactMap(\.self)
        guard !words.isEmpty else { return nil }
        let without = query.with {
            $0.days = nil; $0.isCard = false
        }
        return HTMLGroup([words.joined(), a(.href(SupervisionPath.findings(without))) { "不限" }])
    }

    private var agencyForm: any HTML {
        form(.cssClass("filters"), .action(SupervisionPath.findings), .method(.get)) {
            label(.cssClass("filters-label"), .for("agency")) { "单位" }
            for field in query.fields where field.name != "agency" { HiddenField(field.name, field.value) }
            select(.id("agency"), .name("agency")) {
                option(.value("")) { "全部单位" }
                for agency in agencies {
                    let count = facets.filter { $0.agency == agency.id }.reduce(0) { $0 + $1.count }
                    option(.value(agency.id), .selected(agency.id == query.agency)) { "\(agency.name)（\(count)）" }
                }
            }
            button(.cssClass("button secondary"), .type("submit")) { "查看" }
        }
    }

    /// Dimensions nobody found anything in are left out, unless the list is narrowed to one.
    private var dimensions: [Dimension] {
        let found = Set(facets.map(\.dimension))
        return Dimension.allCases.filter { found.contains($0) || $0 == query.dimension }
    }

    private var openChip: FilterChips.Chip {
        .init(
            "未了结",
            count: count(where: { $0.status.isOpen }, apartFrom: .status),
            to: SupervisionPath.findings(
                query.with {
                    $0.isOpen.toggle(); $0.status = nil
                }
            ),
            isOn: query.isOpen
        )
    }

    private func statusChip(_ status: Finding.Status.Name) -> FilterChips.Chip {
        let isOn = query.status == status
        return .init(
            status.chinese,
            count: count(where: { $0.status == status }, apartFrom: .status),
            to: SupervisionPath.findings(
                query.with {
                    $0.status = isOn ? nil : status; $0.isOpen = false
                }
            ),
            isOn: isOn
        )
    }

    private func chip<Value: Hashable>(
        _ name: String,
        _ field: WritableKeyPath<FindingQuery, Value?>,
        _ value: Value,
        of facet: (FindingFacet) -> Value
    ) -> FilterChips.Chip {
        let isOn = query[keyPath: field] == value
        return .init(
            name,
            count: count(
                where: { facet($0) == value },
                apartFrom: Value.self == FindingLevel.self ? .level : .dimension
            ),
            to: SupervisionPath.findings(query.with { $0[keyPath: field] = isOn ? nil : value }),
            isOn: isOn
        )
    }

    private enum Facet {
        case level, dimension, status
    }

    /// What the other filters leave of what `isMeant` picks.
    private func count(where isMeant: (FindingFacet) -> Bool, apartFrom facet: Facet) -> Int {
        facets.reduce(0) { sum, entry in
            let agrees =
                isMeant(entry) && (!query.isCard || entry.level.isCard)
                && (query.agency.map { $0 == entry.agency } ?? true)
                && (facet == .level || query.level.map { $0 == entry.level } ?? true)
                && (facet == .dimension || query.dimension.map { $0 == entry.dimension } ?? true)
                && (facet == .status || isStatus(entry.status))
            return agrees ? sum + entry.count : sum
        }
    }

    private func isStatus(_ status: Finding.Status.Name) -> Bool {
        if query.isOpen && !status.isOpen { return false }
        return query.status.map { $0 == status } ?? true
    }
}
