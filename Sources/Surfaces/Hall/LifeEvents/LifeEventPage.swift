import HTML

/// What somebody needs for one thing she wants to do: the items, agency by agency.
struct LifeEventPage: Component {
    let site: HallSite
    let name: String
    let address: String
    let group: String
    /// The agency with most items first.
    let agencies: [Share]
    /// Other events of the same group.
    let others: [Event]

    /// The items of one agency.
    struct Share: Sendable {
        let agency: String
        let items: [ItemRow]
    }

    /// An event and where its page is.
    struct Event: Hashable, Sendable {
        let name: String
        let address: String
    }

    private var count: Int { agencies.reduce(0) { $0 + $1.items.count } }

    var body: any HTML {
        HallFrame(
            name,
            of: site,
            part: .items,
            at: PublicPlace(address),
            crumbs: [Crumb("办事事项", to: HallPath.items), Crumb(name)]
        ) {
            h1 { name }
            p { "\(group)：与“\(name)”有关的事项共 \(count) 项，分属 \(agencies.count) 个机关。点开事项看条件、材料、期限和收费。" }
            for share in agencies {
                Panel("\(share.agency)（\(share.items.count)）") {
                    ul(.cssClass("plain-list")) {
                        for item in share.items {
                            li {
                                a(.href(item.address)) { item.name }
                                span(.cssClass("quiet")) { item.category }
                            }
                        }
                    }
                }
            }
            Panel("没有您要办的？") {
                SearchBox(to: HallPath.items, label: "搜索事项", hint: "换个说法搜一搜")
                EventLinks(label: group, events: others)
                p { a(.href(HallPath.newLetter("question"))) { "直接写信问" } }
            }
        }
    }
}

/// Events side by side, each as large as a finger.
struct EventLinks: Component {
    let label: String
    let events: [LifeEventPage.Event]

    var body: any HTML {
        nav(.aria(.label, label)) {
            ul(.cssClass("events")) {
                for event in events { li { a(.href(event.address)) { event.name } } }
            }
        }
    }
}
