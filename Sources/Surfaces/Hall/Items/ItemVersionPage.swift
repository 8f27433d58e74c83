import Catalog
import HTML
import Kernel
import Law

/// One published version of an item in full, beside the version that is shown today.
///
/// - Source: 国办发〔2018〕118号 (adjusted in time, what was before stays known); 政府信息公开条例 art. 19.
struct ItemVersionPage: Component {
    let site: HallSite
    let code: String
    let name: String
    let number: Int
    let life: [Definition]
    /// What it says field by field, in the order of the guide.
    let fields: [(name: String, text: String)]
    /// The number of the version shown today; `nil` when that is this one.
    let today: Int?
    /// What the version of today says otherwise.
    let changes: [ItemComparison.Change]

    private var title: String { "\(name)：第 \(number) 版" }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .items,
            at: PublicPlace(HallPath.itemVersion(code, number)),
            crumbs: [
                Crumb("事项", to: HallPath.items), Crumb(name, to: HallPath.item(code)), Crumb("第 \(number) 版"),
            ]
        ) {
            h1 { title }
            if today != nil {
                AlertBox("这不是现在公布的版本", tone: .caution) {
                    p {
                        "办事请看"
                        a(.href(HallPath.item(code))) { "现在公布的版本" }
                        "。办件适用申请或者立案时的版本的，以办件页为准。"
                    }
                }
            }
            Panel("版本") { DefinitionList(life) }
            if let today { Panel("与第 \(today) 版（现在公布的）比较", anchor: "changes") { comparison } }
            Panel("全文", anchor: "text") {
                DefinitionList(fields.map { field in Definition(field.name) { Paragraphs(field.text) } })
            }
        }
    }

    @HTMLBuilder private var comparison: any HTML {
        if changes.isEmpty {
            p(.cssClass("quiet")) { "公开的内容没有不同。" }
        } else {
            p(.cssClass("hint")) { "\(changes.count) 项不同；加删除线的是第 \(number) 版的文字，加下划线的是现在的文字。" }
            DataTable(
                "不同之处",
                columns: [.init("内容"), .init("第 \(number) 版"), .init("现在公布的")],
                rows: changes.map { change in
                    let sides = ComparedText(change.before, change.after)
                    return DataTable.Row([change.field.chinese, sides.older, sides.newer])
                },
                showsTitle: false
            )
        }
    }
}

/// Two texts side by side, with what is gone and what is new marked.
struct ComparedText {
    let older: any HTML
    let newer: any HTML

    /// Longer texts are shown whole: their differences cost more than they tell.
    private static let longest = 1_500

    init(_ old: String?, _ new: String?) {
        guard let old, let new, max(old.count, new.count) <= ComparedText.longest else {
            (older, newer) = (ComparedText.whole(old), ComparedText.whole(new))
            return
        }
        let pieces = TextDifference(from: old, to: new).pieces
        older = div(.cssClass("pre-line")) {
            for piece in pieces {
                switch piece {
                case .kept(let text): text
                case .removed(let text): del { text }
                case .added: NoHTML()
                }
            }
        }
        newer = div(.cssClass("pre-line")) {
            for piece in pieces {
                switch piece {
                case .kept(let text): text
                case .added(let text): ins { text }
                case .removed: NoHTML()
                }
            }
        }
    }

    private static func whole(_ text: String?) -> any HTML {
        text.map { text in div(.cssClass("pre-line")) { text } } ?? span(.cssClass("unknown")) { ItemField.unstated }
    }
}

extension ItemVersionPage {
    /// The version with that number; `nil` where the public has none.
    init?(_ item: PublicItem, number: Int, site: HallSite) {
        guard let version = item.versions.first(where: { $0.number == number }) else { return nil }
        let shown = item.version.flatMap { $0.number == number ? nil : $0 }
        self.init(
            site: site,
            code: item.content.code,
            name: version.content.name,
            number: number,
            life: [
                Definition("施行", "\(version.inForceFrom.chinese)起\(VersionSection.end(of: version))"),
                Definition("确认日期", version.confirmedOn.chinese),
                Definition("公布日期", version.publishedOn.chinese),
            ],
            fields: ItemField.allCases.compactMap { field in
                version.content.text(of: field).map { (field.chinese, $0) }
            },
            today: shown?.number,
            changes: shown.map { ItemComparison(version.content, $0.content).changes } ?? []
        )
    }
}
