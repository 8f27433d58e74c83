import HTML

/// One published decision, or why it is not shown any more.
struct DecisionPage: Component {
    let site: HallSite
    let title: String
    /// The item under which it was decided.
    let item: Link?
    /// In the order in which the law wants them published.
    let facts: [Fact]
    /// What was put right, and why; the oldest first.
    let corrections: [String]
    let review: String?
    /// The neighbors in the permit's chain: how they stand to it, and where they are.
    var chain: [(relation: String, link: Link)] = []
    /// Stands in place of the content.
    let notice: Notice?

    /// One published field.
    struct Fact: Hashable, Sendable {
        let name: String
        let value: String?
    }

    /// A name and where it leads.
    struct Link: Hashable, Sendable {
        let name: String
        let address: String
    }

    struct Notice: Hashable, Sendable {
        let heading: String
        let lines: [String]
    }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .decisions,
            at: PublicPlace(HallPath.decision(title)),
            crumbs: [Crumb("结果公示", to: HallPath.decisions), Crumb(title)]
        ) {
            h1 { title }
            if let notice {
                AlertBox(notice.heading, tone: .caution) { for line in notice.lines { p { line } } }
            } else {
                Panel("公开内容") { DefinitionList(facts.map { Definition($0.name, $0.value) }) }
                if !corrections.isEmpty {
                    Panel("更正记录") { ul { for correction in corrections { li { correction } } } }
                }
                if !chain.isEmpty {
                    Panel("许可的延续和变更") {
                        ul {
                            for neighbor in chain {
                                li {
                                    "\(neighbor.relation)："
                                    a(.href(neighbor.link.address)) { neighbor.link.name }
                                }
                            }
                        }
                    }
                }
                if let review { p(.cssClass("hint")) { review } }
                if let item {
                    p {
                        "依据、条件和救济途径见事项："
                        a(.href(item.address)) { item.name }
                    }
                }
                p(.cssClass("hint")) {
                    "当事人有证据证明公示内容有误的，可以要求更正："
                    a(.href(HallPath.newLetter("question"))) { "提出更正申请" }
                }
            }
        }
    }
}
