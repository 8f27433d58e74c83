import HTML

/// The Hall of one division below: the items of the places it serves, and the Halls below it.
struct DivisionHallPage: Component {
    let site: HallSite
    let name: String
    let place: PublicPlace
    let regions: RegionSwitch
    /// The places served here that have items, by code.
    let places: [BrowseLink]
    /// Halls of their own further down.
    let below: [HallLink]
    /// The Hall above; `nil` for the whole house.
    let above: HallLink?

    var body: any HTML {
        HallFrame("\(name)电子政务大厅", of: site, part: .home, at: place, crumbs: [Crumb("\(name)电子政务大厅")]) {
            h1 { "\(name)电子政务大厅" }
            regions
            Panel("公开的职权和事项") {
                if places.isEmpty {
                    p(.cssClass("quiet")) { "目前没有公开的事项。" }
                } else {
                    BrowseList(label: "按区划找", links: places)
                }
            }
            if !below.isEmpty {
                Panel("下级大厅") {
                    ul(.cssClass("plain-list")) { for hall in below { li { a(.href(hall.address)) { hall.label } } } }
                }
            }
            ButtonRow {
                if let above { LinkButton(above.label, to: above.address, weight: .secondary) }
                LinkButton("\(site.division)电子政务大厅", to: HallPath.home, weight: .secondary)
            }
            ComplaintPanel(line: site.complaintLine)
        }
    }
}

/// Where a Hall is.
struct HallLink: Hashable, Sendable {
    let label: String
    let address: String
}
