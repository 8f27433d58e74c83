import Acting
import HTML
import Kernel
import Participation
import WebServer

/// The annual report of an agency: the counted figures, the form for what cannot be counted, and by when it is due.
struct InformationReportPage: Component {
    let year: Int
    let years: [Int]
    let agencyName: String
    let today: Day
    let figures: AnnualInformation
    /// As published last.
    let published: PublicInformationReport?
    /// Whether the reader publishes it.
    let isOwn: Bool
    let typed: FormValues
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "\(year)年政府信息公开工作年度报告" }
        p(.cssClass("hint")) { "\(agencyName)。收到和处理申请的情况由办理记录自动得出；复议、诉讼的结果和存在的问题由本机关填写。" }
        if let refused { AlertBox("未能公布", tone: .bad) { p { refused.full } } }
        standing
        Element("form", [.cssClass("search-grid"), .action(WorkspacePath.informationReports), .method(.get)]) {
            SelectField(
                FieldCaption("year", label: "年度"),
                choices: years.map { Choice("\($0)", "\($0)年") },
                chosen: "\(year)"
            )
            ButtonRow { SubmitButton("查看", weight: .secondary) }
        }
        Panel("收到和处理政府信息公开申请情况") {
            DataTable(
                "收到和处理政府信息公开申请情况",
                columns: [.init("项目")] + ApplicantKind.allCases.map { .init($0.chinese, .number) }
                    + [.init("总计", .number)],
                rows: figures.lines.map { line in
                    DataTable.Row(
                        [String(repeating: "　", count: line.depth) + line.name]
                            + ApplicantKind.allCases.map { "\(line.counts[$0] ?? 0)" } + ["\(line.total)"]
                    )
                },
                narrow: .scroll
            )
            p(.cssClass("hint")) { "超过期限答复或者尚未答复：\(figures.late) 件。" }
        }
        if isOwn { Panel(published == nil ? "填写并公布" : "更正后重新公布") { form } }
    }

    @HTMLBuilder private var standing: any HTML {
        let due = InformationReport.dueDay(year)
        if let published {
            let isLate = published.correction == nil && published.publishedOn > due
            AlertBox(
                "\(published.publishedOn.chinese)公布\(published.correction == nil ? "" : "（更正）")\(isLate ? "，超过期限" : "")",
                tone: isLate ? .caution : .good
            ) { p { "应在\(due.chinese)前公布（政府信息公开条例§49）。" } }
        } else {
            AlertBox(due < today ? "已超过期限，尚未公布" : "尚未公布", tone: due < today ? .bad : .caution) {
                p { "应在\(due.chinese)前向社会公布，并报本级政府信息公开工作主管部门（政府信息公开条例§49）。" }
            }
        }
    }

    private var form: any HTML {
        FormFrame(to: WorkspacePath.informationReports, hidden: hidden + [HiddenField("year", "\(year)")]) {
            for (index, remedy) in (published?.remedies ?? .none).named.enumerated() {
                fieldset(remedy.name, index, remedy.figures)
            }
            TextArea(
                FieldCaption(
                    "problems",
                    label: "存在的主要问题及改进情况",
                    hint: "10 至 4000 个字，公开；号码等个人信息自动隐去",
                    isRequired: true,
                    errors: errors
                ),
                value: typed["problems"] ?? published?.problems ?? "",
                rows: 6,
                maxLength: 4_000
            )
            if published != nil {
                TextArea(
                    FieldCaption(
                        "correction",
                        label: "更正的原因",
                        hint: "5 至 1000 个字，公开",
                        isRequired: true,
                        errors: errors
                    ),
                    value: typed["correction"] ?? "",
                    rows: 3,
                    maxLength: 1_000
                )
            }
            ButtonRow { SubmitButton(published == nil ? "公布" : "重新公布") }
        }
    }

    private func fieldset(_ name: String, _ index: Int, _ figures: RemedyFigures) -> any HTML {
        let values = [
            ("upheld", "结果维持", figures.upheld), ("corrected", "结果纠正", figures.corrected),
            ("other", "其他结果", figures.other), ("pending", "尚未审结", figures.pending),
        ]
        return div {
            h3 { "因政府信息公开工作被申请\(name)" }
            div(.cssClass("search-grid")) {
                for (key, label, value) in values {
                    TextField(
                        FieldCaption("\(key)-\(index)", label: label, isRequired: true, errors: errors),
                        value: typed["\(key)-\(index)"] ?? "\(value)",
                        maxLength: 6,
                        width: .short
                    )
                }
            }
        }
    }

    private var errors: [FieldError] {
        guard let refused, let field = refused.field else { return [] }
        return [FieldError(field: field, message: refused.full)]
    }
}
