import HTML
import Publicity

/// What the public may take away: the catalog of any day, results month by month, and what each column means.
struct OpenDataPage: Component {
    let site: HallSite
    let catalog: CatalogDownloads
    let months: [PublicRecord.Month]
    /// What the columns of the catalog mean.
    let dictionary: DataDictionary

    var body: any HTML {
        HallFrame("开放数据", of: site, part: .none, at: PublicPlace(HallPath.openData), crumbs: [Crumb("开放数据")]) {
            h1 { "开放数据" }
            p { "行政职权目录和公示的决定，任何人可以下载、统计和再利用。个人信息与网页一样已经隐去；依法免予公布的事项和撤下的决定不在其中。" }
            catalog
            Panel("结果公示") {
                if months.isEmpty {
                    p(.cssClass("quiet")) { "暂无已公开的决定。" }
                } else {
                    DataTable(
                        "结果公示，按决定月份",
                        columns: [.init("月份", .whole), .init("件数", .number), .init("下载")],
                        rows: months.map { month in
                            DataTable.Row([
                                month.name, month.count,
                                span(.cssClass("downloads")) {
                                    for format in DataFormat.allCases {
                                        a(.href(HallPath.openDecisions(month.name, format.rawValue))) {
                                            "\(month.name) \(format.rawValue)"
                                        }
                                    }
                                },
                            ])
                        }
                    )
                }
                p {
                    a(.href(HallPath.decisionFeed)) { "订阅最新公示（Atom）" }
                }
            }
            Panel("监督通报") {
                p { "各期监察信息的结果、监督文书和整改结果，每期都可以下载 csv、json 和 xlsx。" }
                p { a(.href(HallPath.oversight)) { "各期监督通报" } }
            }
            DictionaryPanel(title: "数据字典：行政职权目录", fields: dictionary, address: HallPath.catalogDictionary)
            DictionaryPanel(title: "数据字典：结果公示", fields: .decisions, address: HallPath.dictionary)
            DictionaryPanel(title: "数据字典：监督通报", fields: .oversight, address: HallPath.oversightDictionary)
        }
    }
}

/// The files of the catalog as it was on a day, and the way to another day's.
struct CatalogDownloads: Component {
    /// The day whose files are offered, as 2026-03-01; `nil` is today.
    let day: String?
    let today: String
    /// What was asked for and is no day, or has not come yet.
    let refusal: String?

    var body: any HTML {
        Panel("行政职权目录") {
            if let refusal { p(.role("alert")) { refusal } }
            p { day.map { "\($0) 当日的目录：" } ?? "今日的目录：" }
            p(.cssClass("downloads")) { links(CatalogFormat.all) }
            p { "各事项的全部申请材料和收费项目，一项一行，按实施编码与目录对应：" }
            p(.cssClass("downloads")) { links(CatalogFormat.parts) }
            Element("form", [.cssClass("search-grid"), .action(HallPath.openData), .method(.get)]) {
                TextField(
                    FieldCaption("on", label: "查看哪一天的目录", hint: "例如 \(today)；不晚于今天"),
                    value: day ?? "",
                    kind: .date
                )
                button(.cssClass("button secondary"), .type("submit")) { "换一天" }
            }
            p { a(.href(HallPath.catalogFeed)) { "订阅目录变化（Atom）" } }
        }
    }

    @HTMLBuilder private func links(_ formats: [CatalogFormat]) -> any HTML {
        for format in formats { a(.href(HallPath.openCatalog(format.name, on: day))) { format.chinese } }
    }
}

/// What the columns of a file mean, shown on demand: the lists are long.
struct DictionaryPanel: Component {
    let title: String
    let fields: DataDictionary
    let address: String

    var body: any HTML {
        Panel(title) {
            details {
                summary { "\(fields.fields.count) 个字段" }
                DataTable(
                    title,
                    columns: [.init("字段"), .init("名称"), .init("含义")],
                    rows: fields.fields.map { DataTable.Row([$0.code, $0.chinese, $0.meaning]) }
                )
            }
            p { a(.href(address)) { "下载\(title)（csv）" } }
        }
    }
}
