import Catalog
import Codes
import Directory
import HTML
import Kernel

/// The section in which one agency discloses its enforcement (行政执法公示专栏).
struct AgencyPublicityPage: Component {
    let site: HallSite
    let section: AgencyPublicity

    var body: any HTML {
        let profile = section.agency.profile
        let title = "\(profile.name)行政执法公示"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.publicity(agency: section.agency.id.text)),
            crumbs: [
                Crumb("行政执法公示", to: HallPath.publicity),
                Crumb(section.divisionName, to: HallPath.publicity(of: profile.division)), Crumb(profile.name),
            ]
        ) {
            h1 { title }
            AgencyPublicityContent(section: section, target: nil)
            ComplaintPanel(line: profile.complaintLine ?? site.complaintLine)
        }
    }
}

/// What the section says, in the Hall or in the frame of the agency's own site.
struct AgencyPublicityContent: Component {
    let section: AgencyPublicity
    /// The window in which links open; `nil` for the same.
    let target: String?

    private static let itemsShown = 100

    var body: any HTML {
        let lines = section.before + section.during + section.after
        let missing = lines.filter(\.isMissing).map(\.name)
        p { "执法前、执法中和执法后应当公示的内容集中在这里；没有公示的，如实列为未公示。" }
        if !missing.isEmpty {
            AlertBox("有 \(missing.count) 项应当公示而没有公示", tone: .caution) { p { missing.joined(separator: "、") } }
        }
        Panel("事前公示", anchor: "before") {
            PublicityTable(title: "事前公示", lines: section.before, target: target)
        }
        Panel("事中公示", anchor: "during") {
            PublicityTable(title: "事中公示", lines: section.during, target: target)
        }
        Panel("事后公示", anchor: "after") {
            PublicityTable(title: "事后公示", lines: section.after, target: target)
        }
        OfficialFormList(
            address: { [id = section.agency.id.text] in HallPath.form($0, of: id) },
            rows: section.formRows,
            target: target
        )
        items
        entrusted
        windows
    }

    @HTMLBuilder private var items: any HTML {
        if !section.categories.isEmpty {
            Panel("行政职权", anchor: "items") {
                DataTable(
                    "各类职权的数量和已公开的决定",
                    columns: [.init("类别"), .init("事项", .number), .init("已公开的决定", .number)],
                    rows: section.categories.map { category in
                        DataTable.Row([
                            FrameLink(
                                category.value.chinese,
                                to: ItemQuery(category: category.value, agency: section.agency.profile.name).address,
                                target: target
                            ),
                            "\(category.count)", "\(section.decided(in: category.value))",
                        ])
                    }
                )
                if !section.items.isEmpty {
                    details(.cssClass("more-filters")) {
                        summary { "已确认公布的事项：指南、流程图" }
                        DataTable(
                            "已确认公布的事项",
                            columns: [.init("事项"), .init("流程图"), .init("救济渠道"), .init("承诺时限")],
                            rows: section.items.prefix(AgencyPublicityContent.itemsShown).map(row)
                        )
                        if section.items.count > AgencyPublicityContent.itemsShown {
                            p(.cssClass("hint")) { "只列出前 \(AgencyPublicityContent.itemsShown) 项，其余见全部事项。" }
                        }
                    }
                }
            }
        }
    }

    private func row(_ item: ItemContent) -> DataTable.Row {
        let chart: any HTML =
            item.process == nil
            ? Badge("没有", tone: .caution)
            : FrameLink("流程图", to: "\(HallPath.item(item.code))#chart", target: target)
        return DataTable.Row([
            FrameLink(item.name, to: HallPath.item(item.code), target: target), chart,
            item.remedies?.isEmpty == false ? "有" : Badge("没有", tone: .caution),
            item.promisedLimit?.chinese ?? Badge("没有", tone: .caution),
        ])
    }

    @HTMLBuilder private var entrusted: any HTML {
        if !section.entrusted.isEmpty {
            Panel("受委托组织", anchor: "entrusted") {
                DataTable(
                    "受委托组织和委托书",
                    columns: [.init("组织"), .init("委托事项"), .init("依据"), .init("期限")],
                    rows: section.entrusted.compactMap { organization in
                        organization.profile.subject?.entrustment.map { letter in
                            DataTable.Row([
                                organization.profile.name, letter.matters, letter.basis,
                                "\(letter.from.chinese)至\(letter.to.chinese)",
                            ])
                        }
                    }
                )
            }
        }
    }

    @HTMLBuilder private var windows: any HTML {
        if !section.windows.isEmpty {
            Panel("窗口岗位", anchor: "windows") {
                DataTable(
                    "窗口岗位",
                    columns: [.init("岗位"), .init("姓名"), .init("职务")],
                    rows: section.windows.map { row in DataTable.Row(row.map { $0.isEmpty ? "—" : $0 }) }
                )
                p(.cssClass("hint")) { "只列出已公布的执法人员清单中的人员。" }
            }
        }
    }
}
