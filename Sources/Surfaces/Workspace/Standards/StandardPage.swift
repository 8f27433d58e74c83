import Acting
import Catalog
import HTML
import Kernel
import WebServer

/// One standard: what it holds fast, who implements it and where they differ, and the forms to define and adopt it.
struct StandardPage: Component {
    struct Implementation: Sendable {
        let name: String
        let address: String
        let agency: String
        let version: Int
        /// By when the newest version is adopted; `nil` where it is.
        let adoptBy: Day?
        /// Against the standard as it stands today.
        let deviations: [ContentFault]
    }

    static let locked = "locked"
    static let agency = "agency"

    let id: String
    let content: ItemContent
    /// `nil` while the item is no standard.
    let version: StandardItem.Version?
    let implementations: [Implementation]
    let today: Day
    let mayDefine: Bool
    /// Who may adopt it: the reader's agencies.
    let adopters: [Choice]
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { content.name }
        p(.cssClass("hint")) {
            "基本目录　"
            a(.href(WorkspacePath.item(id))) { "事项的版本和经过" }
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if let version { standing(version) } else { EmptyState("还没有列入基本目录") }
        if version != nil, !adopters.isEmpty { adopt }
        if version != nil { Panel("实施清单") { implementers } }
        if mayDefine { define }
    }

    private func standing(_ version: StandardItem.Version) -> any HTML {
        Panel("第 \(version.number) 版，\(version.definedOn.chinese)") {
            DataTable(
                "统一的内容",
                columns: [.init("内容"), .init("基本目录")],
                rows: StandardItem.lockable.filter(version.locked.contains).map { field in
                    DataTable.Row([field.chinese, CellLines(version.content.text(of: field) ?? ItemField.unstated)])
                }
            )
            if let promised = version.content.promisedLimit {
                p(.cssClass("hint")) { "承诺时限不超过\(promised.chinese)；其他内容由实施机关补充。" }
            }
        }
    }

    @HTMLBuilder private var implementers: any HTML {
        if implementations.isEmpty {
            EmptyState("还没有机关采用")
        } else {
            DataTable(
                "实施清单",
                columns: [.init("实施机关"), .init("事项"), .init("采用的版本"), .init("更新期限", .whole), .init("与现行基本目录的差异")],
                rows: implementations.map { own in
                    let differences = own.deviations.map { "\($0.field.chinese)：应为\($0.expected)，实为\($0.found)" }
                    return DataTable.Row([
                        own.agency, a(.href(own.address)) { own.name }, "第 \(own.version) 版", deadline(own),
                        differences.isEmpty ? "一致" : CellLines(differences.joined(separator: "\n")),
                    ])
                },
                showsTitle: false
            )
        }
    }

    private func deadline(_ own: Implementation) -> any HTML {
        guard let day = own.adoptBy else { return "—" }
        return day < today
            ? Badge("\(day.chinese)，已逾期", tone: .bad) : Badge("\(day.chinese)前", tone: .caution)
    }

    private var adopt: any HTML {
        Panel("采用") {
            FormFrame(to: WorkspacePath.standard(id, "adopt"), hidden: hidden) {
                SelectField(
                    FieldCaption(StandardPage.agency, label: "实施机关", hint: "生成一份草稿，补充时限、地点和联系方式后报送", isRequired: true),
                    choices: adopters,
                    chosen: nil
                )
                ButtonRow { SubmitButton("采用为实施事项") }
            }
        }
    }

    private var define: any HTML {
        Panel(version == nil ? "列入基本目录" : "制定新的版本") {
            FormFrame(to: WorkspacePath.standard(id, "define"), hidden: hidden) {
                ChoiceField(
                    FieldCaption(StandardPage.locked, label: "统一的内容", hint: "以事项现行版本为准；采用的机关不得改动", isRequired: true),
                    choices: StandardItem.lockable.map { Choice($0.rawValue, $0.chinese) },
                    chosen: Set((version?.locked ?? StandardItem.usuallyLocked).map(\.rawValue)),
                    kind: .several
                )
                ButtonRow { SubmitButton(version == nil ? "确认：列入" : "确认：制定新的版本", weight: .secondary) }
            }
        }
    }
}

/// Several lines in one cell.
private struct CellLines: Component {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var body: any HTML { for line in text.split(separator: "\n") { div { String(line) } } }
}
