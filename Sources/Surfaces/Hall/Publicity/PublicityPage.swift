import Directory
import HTML

/// The way into the sections: governments, and the agencies of each.
struct PublicityPage: Component {
    /// A government with its agencies.
    struct Government: Sendable {
        let division: Division
        let agencies: [(id: String, name: String)]
    }

    let site: HallSite
    let governments: [Government]

    var body: any HTML {
        HallFrame(
            "行政执法公示",
            of: site,
            part: .none,
            at: PublicPlace(HallPath.publicity),
            crumbs: [Crumb("行政执法公示")]
        ) {
            h1 { "行政执法公示" }
            p { "谁在执法、有什么权力、依据什么、按什么程序、结果怎样：每个执法机关和每级政府各有一个专栏。" }
            if governments.isEmpty { EmptyState("还没有登记执法机关") }
            for government in governments {
                Panel(government.division.name) {
                    p {
                        a(.href(HallPath.publicity(of: government.division.code))) {
                            "\(government.division.name)的公示专栏"
                        }
                    }
                    ul(.cssClass("browse")) {
                        for agency in government.agencies {
                            li { a(.href(HallPath.publicity(agency: agency.id))) { agency.name } }
                        }
                    }
                }
            }
        }
    }
}
