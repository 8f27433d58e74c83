import Catalog
import HTML
import Kernel

/// Every standard: who defined it, how many items implement it, how many of them an older version.
struct StandardsPage: Component {
    let standards: [StandardListing]

    var body: any HTML {
        h1 { "基本目录" }
        p(.cssClass("hint")) {
            "由上级机关统一制定的事项；下级机关采用后形成实施清单，统一的内容不得改动，只补充本机关的时限、地点和联系方式（国办发〔2015〕86号）。"
        }
        if standards.isEmpty {
            EmptyState("还没有基本目录") { p { "打开一个已公布的事项，由法制机构列入基本目录。" } }
        } else {
            DataTable(
                "基本目录",
                columns: [.init("事项"), .init("制定机关"), .init("版本"), .init("实施清单", .number), .init("待更新", .number)],
                rows: standards.map { standard in
                    DataTable.Row([
                        span {
                            div { a(.href(WorkspacePath.standard(standard.item.text))) { standard.name } }
                            div(.cssClass("quiet code-line")) { standard.code }
                        },
                        standard.agencyName ?? "未填报", "第 \(standard.version) 版", "\(standard.implementations)",
                        standard.outdated == 0 ? "0" : Badge("\(standard.outdated)", tone: .caution),
                    ])
                },
                showsTitle: false
            )
        }
    }
}
