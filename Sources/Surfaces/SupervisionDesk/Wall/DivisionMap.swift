import Directory
import HTML
import Supervision

/// One tile of the map, always with the same four numbers.
struct MapTile: Hashable, Sendable {
    /// What it stands for.
    enum Place: Hashable, Sendable {
        /// Everything in a division below.
        case division(Division.Code)
        /// The agencies of the division itself.
        case own
        case agency(String)
    }

    let place: Place
    let name: String
    let cases: Int
    let overdue: Int
    let yellow: Int
    let red: Int

    init(_ place: Place, _ name: String, _ lines: [WallSnapshot.AgencyLine]) {
        self.place = place
        self.name = name
        cases = lines.reduce(0) { $0 + $1.cases }
        overdue = lines.reduce(0) { $0 + $1.overdue }
        yellow = lines.reduce(0) { $0 + ($1.counts[.yellowCard] ?? 0) }
        red = lines.reduce(0) { $0 + ($1.counts[.redCard] ?? 0) }
    }

    /// The tiles of a scope: the divisions directly below and the agencies of its own, or, where nothing lies below, every
    /// agency.
    ///
    /// - Parameters:
    ///   - lines: the agencies of the scope.
    ///   - home: its division.
    ///   - below: the divisions directly below it, in order.
    /// - Returns: the tiles, in an order that findings do not change.
    static func tiles(_ lines: [WallSnapshot.AgencyLine], of home: Division, above below: [Division]) -> [MapTile] {
        let lower = below.compactMap { division -> MapTile? in
            let inside = lines.filter { $0.agency.division.map(division.code.contains) ?? false }
            return inside.isEmpty ? nil : MapTile(.division(division.code), division.name, inside)
        }
        guard !lower.isEmpty else {
            return lines.sorted { $0.agency.id < $1.agency.id }.map { line in
                MapTile(.agency(line.agency.id), line.agency.name, [line])
            }
        }
        let own = lines.filter { line in
            !below.contains { $0.code.contains(line.agency.division ?? home.code) }
        }
        return (own.isEmpty ? [] : [MapTile(.own, "\(home.name)本级", own)]) + lower
    }

    /// The gravest of what is so, in words.
    fileprivate var standing: (text: String, tone: Tone) {
        if red > 0 { return (FindingLevel.redCard.chinese, SupervisionWording.tone(.redCard)) }
        if yellow > 0 { return (FindingLevel.yellowCard.chinese, SupervisionWording.tone(.yellowCard)) }
        if overdue > 0 { return ("有超期", .caution) }
        return cases > 0 ? ("正常", .good) : ("无在办", .neutral)
    }
}

/// The divisions of a scope, or the agencies of the last one, as tiles in a grid: name, standing in shape and word, four
/// numbers; each leads one level down.
struct DivisionMap: Component {
    let tiles: [MapTile]

    /// How many are drawn; a division has no more below it, an agency's place in a longer list is in the table.
    private static let most = 60

    var body: any HTML {
        if tiles.isEmpty {
            EmptyState("范围内没有单位")
        } else {
            ul(.cssClass("division-map")) { for tile in tiles.prefix(DivisionMap.most) { drawn(tile) } }
            if tiles.count > DivisionMap.most {
                p(.cssClass("quiet panel-more")) { "画出前\(DivisionMap.most)个，其余见各单位情况。" }
            }
        }
    }

    private func drawn(_ tile: MapTile) -> any HTML {
        let (text, tone) = tile.standing
        return li(.cssClass(tone.rawValue)) {
            a(.href(address(tile))) {
                span(.cssClass("map-name")) { tile.name }
                Badge(text, tone: tone)
                number("在办", tile.cases)
                number("超期", tile.overdue)
                number("黄牌", tile.yellow)
                number("红牌", tile.red)
            }
        }
    }

    private func number(_ label: String, _ count: Int) -> any HTML {
        span(.cssClass("map-number")) {
            "\(label) "
            strong { "\(count)" }
        }
    }

    private func address(_ tile: MapTile) -> String {
        switch tile.place {
        case .division(let code): SupervisionPath.wall(WallView().with { $0.division = code })
        case .own: "#agencies"
        case .agency(let id):
            tile.red + tile.yellow > 0
                ? SupervisionPath.findings(FindingQuery(agency: id, isOpen: true))
                : SupervisionPath.cases(CaseListQuery(tile.overdue > 0 ? .overdue : .open, agency: id))
        }
    }
}
