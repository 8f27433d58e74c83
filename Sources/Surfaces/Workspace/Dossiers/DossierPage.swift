import Acting
import Casework
import Decisions
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Where the dossier of a case is, and what may be done with it.
struct DossierPage: Component {
    let content: CaseContent
    let record: DossierRecord
    let colleagues: [OfficerRow]
    /// The first day on which it may be bound; `nil` while the case is not closed.
    let firstDay: Day?
    let longestLoan: Int
    /// Whether the reader may open what it holds.
    let isOpen: Bool
    let mayArchive: Bool
    let mayLend: Bool
    /// What was typed and refused.
    let values: FormValues
    let refused: Wording?
    let today: Day
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "案卷" }
        p(.cssClass("case-line")) {
            strong { content.number }
            Badge(standing.words, tone: standing.tone)
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if let archived = record.archived {
            kept(archived)
            loans
        } else {
            unbound
        }
    }

    private var standing: (words: String, tone: Tone) {
        guard record.archived != nil else { return ("尚未归档", .caution) }
        guard let loan = record.openLoan else { return ("在库", .good) }
        return loan.isOverdue(on: today) ? ("逾期未还", .bad) : ("已借出", .active)
    }

    @HTMLBuilder
    private var unbound: any HTML {
        Panel("归档") {
            if let firstDay, firstDay <= today {
                p(.cssClass("hint")) {
                    "系统按法定顺序组卷：封面、卷内目录、全部文书（逐页编号）、证据和音像记录清单、备考表，合成一个PDF/A文件和一个带摘要清单的电子档案包。归档以后案卷不再变动。"
                }
                if mayArchive {
                    FormFrame(to: WorkspacePath.dossier(content.number, "archive"), hidden: hidden) {
                        ButtonRow { SubmitButton("确认：归档") }
                    }
                } else {
                    p(.cssClass("hint")) { "由承办或者窗口岗位归档。" }
                }
            } else if let firstDay {
                p { "复议期限届满以后归档，最早为\(firstDay.chinese)（行政复议法§20）。" }
            } else {
                p { "办件办结以后归档（档案法§13）。" }
            }
        }
    }

    private func kept(_ archived: DossierArchived) -> any HTML {
        Panel("档案") {
            DefinitionList([
                Definition("归档日期", archived.archivedOn.chinese),
                Definition("保管期限", archived.retention.chinese),
                Definition("保管至", archived.keptThrough?.chinese ?? "永久"),
                Definition("编号页数", "\(archived.pages)页"), Definition("档案包文件", "\(archived.files)个"),
                Definition("档案包SHA-256") { code(.cssClass("digest")) { archived.digest } },
            ])
            if isOpen, archived.bound.value != nil {
                ButtonRow {
                    LinkButton("打开案卷（PDF/A）", to: WorkspacePath.dossier(content.number, "dossier.pdf"))
                    LinkButton(
                        "下载电子档案包",
                        to: WorkspacePath.dossier(content.number, "package.zip"),
                        weight: .secondary
                    )
                }
                p(.cssClass("hint")) { "查看和下载均留痕。档案包可用 hengjian dossier verify 核对，逐个文件指出差异。" }
            }
        }
    }

    @HTMLBuilder
    private var loans: any HTML {
        Panel("借阅", anchor: "loans") {
            if record.loans.isEmpty {
                p(.cssClass("hint")) { "没有借阅记录。" }
            } else {
                DataTable(
                    "借阅记录",
                    columns: [
                        .init("借阅人"), .init("批准人"), .init("事由"), .init("借出"), .init("应还"), .init("归还"), .init("核对情况"),
                    ],
                    rows: record.loans.reversed().map { loan in
                        .init([
                            name(loan.borrower), name(loan.approver), loan.reason, loan.lentOn.description,
                            loan.dueOn.description,
                            loan.returnedOn?.description ?? (loan.isOverdue(on: today) ? "逾期未还" : "未还"), loan.finding,
                        ])
                    }
                )
            }
            if record.openLoan != nil {
                if mayArchive { returning }
            } else if mayLend {
                lending
            }
        }
    }

    private var lending: any HTML {
        FormFrame(to: WorkspacePath.dossier(content.number, "lend"), hidden: hidden) {
            SelectField(
                FieldCaption("borrower", label: "借阅人", hint: "本机关人员，批准人本人除外", isRequired: true),
                choices: [Choice("", "请选择")] + colleagues.map { Choice($0.id.text, $0.name) },
                chosen: values["borrower"] ?? ""
            )
            TextField(
                FieldCaption("days", label: "借阅天数", hint: "1至\(longestLoan)天", isRequired: true),
                value: values["days"] ?? "",
                kind: .number,
                width: .short
            )
            TextArea(
                FieldCaption("reason", label: "借阅事由", isRequired: true),
                value: values["reason"] ?? "",
                rows: 2,
                maxLength: 500
            )
            ButtonRow { SubmitButton("确认：批准借阅") }
        }
    }

    private var returning: any HTML {
        FormFrame(to: WorkspacePath.dossier(content.number, "return"), hidden: hidden) {
            TextArea(
                FieldCaption("finding", label: "归还时核对情况", hint: "页数、完好程度", isRequired: true),
                value: values["finding"] ?? "",
                rows: 2,
                maxLength: 500
            )
            ButtonRow { SubmitButton("确认：已归还") }
        }
    }

    private func name(_ officer: String) -> String {
        colleagues.first { $0.id.text == officer }?.name ?? content.officers[officer] ?? officer
    }
}
