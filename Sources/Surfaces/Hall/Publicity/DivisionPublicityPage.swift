import Directory
import HTML
import Kernel

/// The section in which one government discloses its enforcement: its own lists, and agency by agency.
struct DivisionPublicityPage: Component {
    let site: HallSite
    let section: DivisionPublicity

    var body: any HTML {
        let title = "\(section.division.name)行政执法公示"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.publicity(of: section.division.code), region: section.division.code.padded),
            crumbs: [Crumb("行政执法公示", to: HallPath.publicity), Crumb(section.division.name)]
        ) {
            h1 { title }
            DivisionPublicityContent(section: section, target: nil)
            ComplaintPanel(line: site.complaintLine)
        }
    }
}

/// What the section says, in the Hall or in the frame of the government's own site.
struct DivisionPublicityContent: Component {
    let section: DivisionPublicity
    let target: String?

    var body: any HTML {
        let complete = section.agencies.count { $0.missing.isEmpty }
        p { "本级 \(section.agencies.count) 个执法机关，其中 \(complete) 个的事前公示已经齐全；缺少的逐项列出。" }
        Panel("本级政府的清单", anchor: "lists") {
            PublicityTable(title: "本级政府的清单", lines: section.lines, target: target)
        }
        if !section.agencies.isEmpty {
            OfficialFormList(
                address: { [code = section.division.code] in HallPath.form($0, of: code) },
                rows: nil,
                target: target
            )
        }
        Panel("各执法机关", anchor: "agencies") {
            if section.agencies.isEmpty {
                EmptyState("本级没有登记执法机关") { p { "请看下级政府的公示。" } }
            } else {
                DataTable(
                    "各执法机关的公示",
                    columns: [
                        .init("机关"), .init("执法人员", .number), .init("已确认事项", .number), .init("待确认", .number),
                        .init("已公开决定", .number), .init("没有公示的"),
                    ],
                    rows: section.agencies.map(row)
                )
            }
        }
        if !section.below.isEmpty || section.above != nil {
            Panel("其他政府", anchor: "others") {
                ul(.cssClass("plain-list")) {
                    if let above = section.above { li { link(to: above) } }
                    for (division, count) in section.below {
                        li {
                            link(to: division)
                            span(.cssClass("quiet")) { "\(count) 个机关" }
                        }
                    }
                }
            }
        }
    }

    private func link(to division: Division) -> any HTML {
        FrameLink(division.name, to: HallPath.publicity(of: division.code), target: target)
    }

    private func row(_ agency: DivisionPublicity.Standing) -> DataTable.Row {
        DataTable.Row([
            FrameLink(agency.name, to: HallPath.publicity(agency: agency.id), target: target), "\(agency.officers)",
            "\(agency.confirmed)", "\(agency.imported)", "\(agency.decisions)",
            agency.missing.isEmpty
                ? Badge("齐全", tone: .good) : span(.cssClass("quiet")) { agency.missing.joined(separator: "、") },
        ])
    }
}
