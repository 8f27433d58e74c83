import Directory
import HTML
import Kernel

/// Every article an agency's published items rest on, by rank, with the items.
struct BasisCatalogPage: Component {
    let site: HallSite
    let section: AgencyPublicity

    var body: any HTML {
        let (id, name) = (section.agency.id.text, section.agency.profile.name)
        let title = "\(name)执法依据目录"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.bases(of: id)),
            crumbs: [
                Crumb("行政执法公示", to: HallPath.publicity), Crumb(name, to: HallPath.publicity(agency: id)),
                Crumb("执法依据目录"),
            ]
        ) {
            h1 { title }
            BasisCatalogContent(section: section, target: nil)
        }
    }
}

/// What the page says, in the Hall or in another site's frame.
struct BasisCatalogContent: Component {
    let section: AgencyPublicity
    /// The window in which links open; `nil` for the same.
    let target: String?

    /// More of them are in the files.
    private static let itemsShown = 20

    private var catalog: BasisCatalog { section.bases }

    var body: any HTML {
        p {
            "已确认公布的 \(section.items.count) 个事项，共引用 \(catalog.entries.count) 部法律文件的 \(catalog.placeCount) 处条款。"
            if section.importedCount > 0 { "另有 \(section.importedCount) 个事项已导入、尚未确认，其依据未列入。" }
        }
        if catalog.entries.isEmpty {
            EmptyState("没有可列的依据") { p { "该机关还没有已确认公布的事项。" } }
        } else {
            p(.cssClass("downloads")) {
                for format in ["csv", "xlsx"] {
                    FrameLink(
                        "下载 \(format)",
                        to: HallPath.basesFile(of: section.agency.id.text, format),
                        target: target
                    )
                }
            }
        }
        for level in catalog.levels {
            Panel("\(level.name)（\(level.entries.count) 部）") {
                for entry in level.entries { statute(entry) }
            }
        }
    }

    @HTMLBuilder
    private func statute(_ entry: BasisCatalog.Entry) -> any HTML {
        let address = HallPath.law(entry.statute)
        h3 {
            if entry.isImported {
                FrameLink("《\(entry.title)》", to: address, target: target)
            } else {
                "《\(entry.title)》"
            }
        }
        if !entry.isImported { p(.cssClass("hint")) { "尚未导入该文件的条文。" } }
        DataTable(
            "《\(entry.title)》被引用的条款",
            columns: [.init("条款"), .init("引用的事项")],
            rows: entry.places.map { place in
                DataTable.Row([words(of: place, address: entry.isImported ? address : nil), items(of: place)])
            }
        )
    }

    @HTMLBuilder
    private func words(of place: BasisCatalog.Place, address: String?) -> any HTML {
        let words = place.chinese.isEmpty ? "全文" : place.chinese
        if let address, let anchor = place.anchor {
            FrameLink(words, to: "\(address)#\(anchor)", target: target)
        } else {
            words
        }
    }

    private func items(of place: BasisCatalog.Place) -> any HTML {
        ul {
            for item in place.items.prefix(BasisCatalogContent.itemsShown) {
                li {
                    FrameLink(item.name, to: HallPath.item(item.code), target: target)
                    if item.uses != [.power] {
                        span(.cssClass("quiet")) { "（\(item.uses.map(\.chinese).joined(separator: "、"))）" }
                    }
                }
            }
            if place.items.count > BasisCatalogContent.itemsShown {
                li(.cssClass("quiet")) { "等 \(place.items.count) 项，全部见下载的文件" }
            }
        }
    }
}
