import Directory
import HTML
import Kernel

/// The one switch between regions: the way from the province down to the one that is shown, and those below it.
struct RegionSwitch: Component {
    /// A region and where its page is.
    struct Region: Hashable, Sendable {
        let name: String
        /// Items of the region and of all below it.
        let count: Int
        let address: String
    }

    /// From the province down; the last one is shown, unless nothing was chosen.
    let path: [Region]
    let below: [Region]
    /// Where no region is chosen.
    let everywhere: String
    let isChosen: Bool
    let language: PageLanguage

    var body: any HTML {
        if !path.isEmpty || !below.isEmpty {
            nav(.cssClass("region-switch"), .aria(.label, HallLabel.region.said(in: language))) {
                ul(.cssClass("region-path")) {
                    li {
                        a(.href(everywhere), .when(!isChosen, .aria(.current, "true"))) {
                            HallLabel.allRegions.said(in: language)
                        }
                    }
                    for (index, region) in path.enumerated() {
                        let isShown = isChosen && index == path.count - 1
                        li {
                            a(.href(region.address), .when(isShown, .aria(.current, "true"))) {
                                language.quoting(region.name)
                            }
                        }
                    }
                }
                if !below.isEmpty {
                    details(.cssClass("more-filters")) {
                        summary { HallLabel.changeRegion.said(in: language) }
                        ul(.cssClass("browse")) {
                            for region in below {
                                li {
                                    a(.href(region.address)) { language.quoting(region.name) }
                                    span(.cssClass("count")) { region.count }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension RegionSwitch {
    /// The switch as it stands at one region.
    ///
    /// - Parameters:
    ///   - tree: the divisions as they are.
    ///   - items: how many items there are, by the twelve digits of the region they are of.
    ///   - chosen: the region that is shown; `nil` where none was chosen, then the way leads as far down as there is
    ///     but one.
    ///   - today: the day of the tree.
    ///   - language: of the page.
    ///   - address: where a region's page is; `nil` for that of all.
    init(
        _ tree: DivisionTree,
        items: [(region: String, count: Int)],
        chosen: Division.Code?,
        on today: Day,
        in language: PageLanguage = .chinese,
        address: (Division.Code?) -> String
    ) {
        let places = items.compactMap { item in Division.Code(item.region).map { (code: $0, count: item.count) } }
        func region(_ division: Division) -> Region {
            let count = places.filter { division.code.contains($0.code) }.reduce(0) { $0 + $1.count }
            return Region(name: division.name, count: count, address: address(division.code))
        }
        func offered(below code: Division.Code?) -> [Division] {
            tree.divisions(below: code, on: today).filter { division in
                places.contains { division.code.contains($0.code) }
            }
        }
        var shown = chosen
        if chosen == nil {
            var only = offered(below: nil)
            while only.count == 1, let next = only.first {
                shown = next.code
                guard !places.contains(where: { $0.code == next.code }) else { break }
                only = offered(below: next.code)
            }
        }
        self.init(
            path: shown.map { tree.path(to: $0, on: today).map(region) } ?? [],
            below: offered(below: shown).map(region),
            everywhere: address(nil),
            isChosen: chosen != nil,
            language: language
        )
    }
}
