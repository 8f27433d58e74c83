import HTML

/// The start page: what the Hall is for, and the ways into it.
struct HomePage: Component {
    let site: HallSite
    let place: PublicPlace
    let itemCount: Int
    let regions: RegionSwitch
    /// What people want to do, group by group; empty groups are left out.
    let groups: [EventGroup]
    /// By count, largest first.
    let agencies: [BrowseLink]
    let categories: [BrowseLink]
    /// Divisions that run a Hall of their own.
    let halls: [HallLink]
    /// Latest first.
    let decisions: [DecisionLink]
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame("首页", of: site, part: .home, at: place, messages: messages) {
            section(.cssClass("welcome")) {
                h1 { "\(site.division)：\(HomeLabel.heading.chinese)" }
                p { "目前公开 \(itemCount) 项。\(HomeLabel.purpose.chinese)" }
                SearchBox(
                    to: HallPath.items,
                    label: HomeLabel.search.chinese,
                    hint: HomeLabel.searchHint.chinese,
                    suggestions: SearchBox.Suggestions(from: HallPath.suggestions, assets: site.assets),
                    isWide: true
                )
                regions
            }
            WaysIn()
            for group in groups {
                Panel(group.name) { EventLinks(label: group.name, events: group.events) }
            }
            if !site.isLarge {
                Panel(HomeLabel.byAgency.chinese) { byAgency }
                Panel(HomeLabel.byCategory.chinese) { BrowseList(label: "事项类型", links: categories) }
            }
            if !halls.isEmpty {
                Panel("各级大厅") {
                    ul(.cssClass("plain-list")) { for hall in halls { li { a(.href(hall.address)) { hall.label } } } }
                }
            }
            if !site.isLarge { Panel("最近公开的决定") { latestDecisions } }
            ComplaintPanel(line: site.complaintLine)
        }
    }

    /// The agencies most people come to; the rest folded, so that the page stays short on a telephone.
    @HTMLBuilder private var byAgency: any HTML {
        BrowseList(label: "实施机关", links: Array(agencies.prefix(HomePage.shownAgencies)))
        if agencies.count > HomePage.shownAgencies {
            details(.cssClass("more-filters")) {
                summary { "其他 \(agencies.count - HomePage.shownAgencies) 个机关" }
                BrowseList(label: "其他实施机关", links: Array(agencies.dropFirst(HomePage.shownAgencies)))
            }
        }
    }

    private static let shownAgencies = 12

    @HTMLBuilder private var latestDecisions: any HTML {
        if decisions.isEmpty {
            p(.cssClass("quiet")) { "暂无已公开的决定。" }
        } else {
            ul(.cssClass("plain-list")) {
                for decision in decisions {
                    li {
                        a(.href(decision.address)) { decision.title }
                        span(.cssClass("quiet")) { "\(decision.agency)　\(decision.publishedOn)" }
                    }
                }
            }
            p { a(.href(HallPath.decisions)) { "全部结果公示" } }
        }
    }
}

/// What one sort of people wants to do.
struct EventGroup: Hashable, Sendable {
    let name: String
    let events: [LifeEventPage.Event]
}

/// A name that leads to a list, with how long the list is.
struct BrowseLink: Hashable, Sendable {
    let name: String
    /// What the name means, where most people would not know.
    var hint: String?
    let count: Int
    let address: String
}

/// A published decision in a list.
struct DecisionLink: Hashable, Sendable {
    let title: String
    let agency: String
    let publishedOn: String
    let address: String
}

/// The things most people come for.
struct WaysIn: Component {
    var language = PageLanguage.chinese

    var body: any HTML {
        ul(.cssClass("ways")) {
            way(.items, PublicPlace.address(HallPath.items, in: language), .itemsHint)
            way(.follow, HallPath.follow, .followHint)
            way(.ask, HallPath.letters, .askHint)
            way(.information, HallPath.information, .informationHint)
            way(.decisions, HallPath.decisions, .decisionsHint)
        }
    }

    private func way(_ name: HomeLabel, _ address: String, _ explanation: HomeLabel) -> any HTML {
        li {
            a(.href(address)) { name.said(in: language) }
            p { explanation.said(in: language) }
        }
    }
}

/// Names side by side, each with its count.
struct BrowseList: Component {
    let label: String
    let links: [BrowseLink]

    var body: any HTML {
        if links.isEmpty {
            p(.cssClass("quiet")) { "暂无。" }
        } else {
            nav(.aria(.label, label)) {
                ul(.cssClass("browse")) {
                    for item in links {
                        li {
                            span {
                                a(.href(item.address)) { item.name }
                                if let hint = item.hint { span(.cssClass("browse-hint")) { hint } }
                            }
                            span(.cssClass("count")) { item.count }
                        }
                    }
                }
            }
        }
    }
}

/// How to complain about the use of a power.
struct ComplaintPanel: Component {
    let line: String?
    /// The code of the item whose use is complained of; nil on pages about no item.
    var item: String?

    var body: any HTML {
        Panel("监督投诉", anchor: "complaint") {
            p { "办事中遇到推诿、拖延、乱收费，或发现违法行使权力的，可以投诉举报。" }
            DefinitionList([Definition("监督投诉电话", line)])
            ButtonRow {
                LinkButton("咨询", to: HallPath.newLetter("question", item: item), weight: .secondary)
                LinkButton("投诉举报", to: HallPath.newLetter("complaint", item: item), weight: .secondary)
                a(.href(item.map(HallPath.letters) ?? HallPath.letters)) { "看公开的答复和处理结果" }
            }
        }
    }
}
