import Acting
import HTML
import Kernel
import Law
import WebServer

/// The statutes the catalog rests on: what is there, who cites it, how a text comes in and how a repeal is recorded.
struct LawLibraryPage: Component {
    struct Line: Sendable {
        let statute: String
        let title: String
        let level: String
        let issuer: String
        let documentNumber: String
        let inForce: String
        let versions: Int
        let citing: Int
        let repealedFrom: Day?
        let publicAddress: String
    }

    /// What was made of a text, before or after it was taken in.
    struct Report: Sendable {
        let file: String
        let reading: StatuteReading
        /// The number of the version it became; `nil` while it is only looked at.
        let number: Int?
        /// What it changes against the newest version there is; `nil` for the first.
        let comparison: StatuteComparison?
        /// How many items cite the statute.
        let citing: Int
    }

    let lines: [Line]
    let reports: [Report]
    let refused: Wording?
    let typed: FormValues
    let today: Day
    /// One key a form.
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "法律文件库" }
        p(.cssClass("hint")) { "事项的设定依据引用这里的条文。导入新的版本或者登记废止以后，受影响的事项列入“法律变动”，由实施机关限期答复。" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        for report in reports {
            Panel(report.number == nil ? "核对结果：尚未导入" : "已导入") { told(report) }
        }
        Panel("导入法律文本") { importing }
        if !lines.isEmpty { Panel("登记废止") { repealing } }
        Panel("已有的法律文件") { list }
    }

    private var importing: any HTML {
        FormFrame(to: WorkspacePath.importLaw, hidden: hidden, sendsFiles: true) {
            FileField(
                FieldCaption(
                    "file",
                    label: "文本（Markdown）或者条文清单（csv、xlsx）",
                    hint:
                        "不超过 4 MB。文本：“# 名称”、“## 第一章 …”、“第一条 …”，款各占一行，项写“（一）…”。清单每行一条，表头有名称、条、内容，可以有位阶、制定机关、文号、公布日期、施行日期、章节。整个文件采用或者整个退回。",
                    isRequired: true
                ),
                accept: ".md,.markdown,.txt,.csv,.xlsx"
            )
            details {
                summary { "文本没有写明的" }
                SelectField(
                    FieldCaption("level", label: "位阶"),
                    choices: [Choice("", "按文本判断")] + LawLevel.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: typed["level"] ?? ""
                )
                TextField(
                    FieldCaption("issuer", label: "制定机关"),
                    value: typed["issuer"] ?? "",
                    maxLength: 100
                )
                TextField(
                    FieldCaption("documentNumber", label: "文号", hint: "如“国务院令第825号”"),
                    value: typed["documentNumber"] ?? "",
                    maxLength: 60
                )
                TextField(
                    FieldCaption("inForceFrom", label: "施行日期"),
                    value: typed["inForceFrom"] ?? "",
                    kind: .date,
                    width: .short
                )
            }
            ChoiceField(
                FieldCaption("correction", label: "更正"),
                choices: [Choice("yes", "替换同日施行的错误文本")],
                chosen: Set(typed.all("correction")),
                kind: .several
            )
            ButtonRow {
                SubmitButton("先核对", weight: .secondary, choice: ("do", "check"))
                SubmitButton("导入", choice: ("do", "import"))
            }
        }
    }

    private var repealing: any HTML {
        FormFrame(to: WorkspacePath.repealLaw, hidden: hidden) {
            SelectField(
                FieldCaption("statute", label: "法律文件", isRequired: true),
                choices: lines.filter { $0.repealedFrom == nil }.map { Choice($0.statute, $0.title) },
                chosen: typed["statute"].flatMap { $0.isEmpty ? nil : $0 }
            )
            TextField(
                FieldCaption("from", label: "自何日起废止", isRequired: true),
                value: typed["from"] ?? today.description,
                kind: .date,
                width: .short
            )
            TextField(
                FieldCaption("ground", label: "依据的决定", isRequired: true),
                value: typed["ground"] ?? "",
                maxLength: 200
            )
            ButtonRow { SubmitButton("登记废止", weight: .warning) }
        }
    }

    @HTMLBuilder private var list: any HTML {
        if lines.isEmpty {
            EmptyState("还没有法律文件") { p { "导入后，事项引用的条文在页面上显示原文。" } }
        } else {
            DataTable(
                "已有的法律文件",
                columns: [
                    .init("名称"), .init("位阶"), .init("制定机关"), .init("文号"), .init("施行", .whole), .init("版本", .number),
                    .init("引用的事项", .number),
                    .init("效力"),
                ],
                rows: lines.map { line in
                    DataTable.Row([
                        a(.href(line.publicAddress)) { line.title }, line.level, line.issuer, line.documentNumber,
                        line.inForce,
                        String(line.versions),
                        String(line.citing),
                        line.repealedFrom.map { Badge("自\($0.chinese)起废止", tone: .bad) }
                            ?? Badge("有效", tone: .good),
                    ])
                },
                showsTitle: false
            )
        }
    }

    @HTMLBuilder private func told(_ report: Report) -> any HTML {
        let version = report.reading.version
        let counts = version.counts
        DefinitionList([
            Definition("文件", report.file),
            Definition("名称", version.title),
            Definition("位阶", version.level?.chinese ?? "文本没有写明"),
            Definition("制定机关", version.shownIssuer ?? "文本没有写明"),
            Definition("文号", version.shownNumber ?? "文本没有写明"),
            Definition("施行", version.inForceFrom?.chinese ?? "文本没有写明"),
            Definition(
                "结构",
                "\(counts.chapters)章 \(counts.sections)节 \(counts.articles)条 \(counts.paragraphs)款 \(counts.items)项 \(counts.subitems)目"
            ),
            Definition("版本", report.number.map { "第 \($0) 版" } ?? "尚未导入"),
            Definition("引用的事项", "\(report.citing) 项"),
        ])
        if let comparison = report.comparison {
            let words = ArticleChange.Kind.allCases.compactMap { kind -> String? in
                let count = comparison.count(kind)
                return count == 0 ? nil : "\(kind.chinese) \(count) 条"
            }
            p { "与最近的版本相比：\(words.isEmpty ? "没有变化" : words.joined(separator: "，"))。" }
        }
        if report.reading.unplaced.isEmpty {
            p { "每一行都归了位。" }
        } else {
            DataTable(
                "没有归位或者可疑的行",
                columns: [.init("行", .number), .init("文字"), .init("原因")],
                rows: report.reading.unplaced.map { line in
                    DataTable.Row([String(line.line), line.text, line.reason.chinese])
                }
            )
        }
        if report.number == nil { p(.cssClass("hint")) { "核对无误后，重新选择文件并按“导入”。" } }
    }
}

extension UnplacedLine.Reason {
    fileprivate var chinese: String {
        switch self {
        case .beforeFirstArticle: "第一条之前，不是标题"
        case .unknownHeading: "不是编、章、节的标题"
        case .articleTwice(let number): "第\(number)条重复，后一个不采用"
        case .articleOutOfOrder(let expected, let found): "应为第\(expected)条，实为第\(found)条；已采用"
        case .itemOutOfOrder(let expected, let found): "应为第\(expected)项，实为第\(found)项；已采用"
        case .noteWithoutDay: "沿革没有写明日期"
        }
    }
}
