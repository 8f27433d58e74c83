import HTML

/// The start page: what the Hall is for, and the ways into it.
struct HomePage: Component {
    let site: HallSite
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
        HallFrame("首页", of: site, part: .home, at: PublicPlace(HallPath.home), messages: messages) {
            section(.cssClass("welcome")) {
                h1 { "\(site.division)：要办的事、机关的权力，都在这里" }
                p { "目前公开 \(itemCount) 项。每一项写明谁来办、凭什么办、要什么材料、几天办完、收不收钱，办到哪一步随时可查。" }
                SearchBox(
                    to: HallPath.items,
                    label: "搜索事项",
                    hint: "想办什么？如：教师、户口、许可，或事项编码",
                    suggestions: SearchBox.Suggestions(from: HallPath.suggestions, assets: site.assets)
                )
                regions
            }
            WaysIn()
            for group in groups {
                Panel(group.name) { EventLinks(label: group.name, events: group.events) }
            }
            if !site.isLarge {
                Panel("按机关找") { byAgency }
                Panel("按类型找") { BrowseList(label: "事项类型", links: categories) }
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
    var body: any HTML {
        ul(.cssClass("ways")) {
            way("查事项、办申请", HallPath.items, "看清依据、条件、材料、期限和收费，能网上办的直接申请。")
            way("查办理进度", HallPath.follow, "凭办件编号和查询码，不用注册账号。")
            way("咨询、投诉、举报", HallPath.letters, "先看别人问过的，没有答案再写信；可以匿名，限期答复。")
            way("申请公开政府信息", HallPath.information, "没有主动公开的信息可以申请，不收费，二十个工作日内答复。")
            way("看公开结果", HallPath.decisions, "许可、处罚等决定作出后在这里公开，接受监督。")
        }
    }

    private func way(_ name: String, _ address: String, _ explanation: String) -> any HTML {
        li {
            a(.href(address)) { name }
            p { explanation }
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
