import Acting
import Catalog
import HTML
import Kernel
import WebServer

/// One list: its draft against the version in force, what is to be done, and its versions.
struct OfficialListPage: Component {
    let kind: OfficialListKind
    let owner: String
    let address: String
    let list: OfficialList
    let today: Day
    /// What is next about the filing of the newest version.
    let duty: DatedFilingDuty?
    /// How the periods of the draft stand.
    let clocks: [DeadlineChip]
    /// What a version after the first may rest on.
    let grounds: [AdjustmentGround]
    let acts: Set<OfficialListAct>
    let mayDraft: Bool
    let names: [String: String]
    /// Why a file was refused, row by row.
    let faults: [ImportFault]
    let refused: Wording?
    let typed: FormValues
    let files: TypedForm
    let hidden: [HiddenField]

    private static let faultsShown = 50

    var body: any HTML {
        h1 { "\(kind.chinese)：\(owner)" }
        p(.cssClass("hint")) { "依据：\(kind.source)" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if !faults.isEmpty { AlertBox("文件有 \(faults.count) 处错误，没有采用", tone: .bad) { faultTable } }
        if let draft = list.draft { Panel("草稿", anchor: "draft") { told(draft) } }
        if mayDraft, list.draft?.submitted == nil { Panel("上传清单") { uploading } }
        if let newest = list.versions.last {
            Panel("第 \(newest.number) 版的备案", anchor: "filing") { filing(of: newest) }
        }
        Panel("版本") { versions }
        if let version = list.version(on: today) ?? list.versions.last {
            Panel("第 \(version.number) 版的内容") { OfficialListTable(kind: kind, rows: version.rows) }
        }
    }

    private var faultTable: any HTML {
        DataTable(
            "错误",
            columns: [.init("行", .number), .init("栏"), .init("应为"), .init("实为")],
            rows: faults.prefix(OfficialListPage.faultsShown).map {
                DataTable.Row([String($0.row), $0.column, $0.expected, $0.found])
            },
            showsTitle: false
        )
    }

    @HTMLBuilder private func told(_ draft: OfficialList.Draft) -> any HTML {
        let old = list.versions.last?.rows ?? []
        let (added, gone) = (draft.rows.filter { !old.contains($0) }, old.filter { !draft.rows.contains($0) })
        DefinitionList(
            [
                Definition("修改理由", draft.reason),
                draft.adjustment.map { Definition("调整的原因", "\($0.trigger.chinese)：\($0.cited)") },
                Definition("起草", draft.drafters.map { names[$0] ?? $0 }.sorted().joined(separator: "、")),
                Definition("行数", "\(draft.rows.count) 行，与上一版相比增加 \(added.count) 行、减少 \(gone.count) 行"),
            ].compactMap(\.self)
                + (draft.submitted.map {
                    [
                        Definition(
                            "报送报告",
                            "\($0.report.document)，\($0.report.head)于\($0.report.signedOn.chinese)签发"
                        )
                    ]
                } ?? [])
        )
        for clock in clocks { clock }
        let papers = papers(draft.submitted)
        if !papers.isEmpty { CitedFilesList(files: papers) }
        if let reason = draft.returnReason { AlertBox("退回意见", tone: .caution) { p { reason } } }
        h3 { "增加的行" }
        OfficialListTable(kind: kind, rows: added)
        if !gone.isEmpty {
            h3 { "减少的行" }
            OfficialListTable(kind: kind, rows: gone)
        }
        if acts.contains(.submit) { submitting }
        if acts.contains(.publish) { publishing }
        if acts.contains(.sendBack) { returning }
    }

    private func value(_ act: OfficialListAct, _ name: String) -> String { typed[act.field(name)] ?? "" }

    private func text(_ act: OfficialListAct, _ name: String, _ label: String, isRequired: Bool = true) -> TextField {
        TextField(
            FieldCaption(act.field(name), label: label, isRequired: isRequired),
            value: value(act, name),
            maxLength: 500
        )
    }

    private func day(_ act: OfficialListAct, _ label: String) -> TextField {
        TextField(
            FieldCaption(act.field("on"), label: label, isRequired: true),
            value: value(act, "on").isEmpty ? today.description : value(act, "on"),
            kind: .date,
            width: .short
        )
    }

    private func frame(_ act: OfficialListAct, @HTMLBuilder _ content: () -> any HTML) -> FormFrame {
        let kept = files.isOpen(act.rawValue) ? files.kept.hidden : []
        return FormFrame(
            to: "\(address)/\(act.rawValue)",
            hidden: hidden + kept,
            sendsFiles: act.question != nil
        ) { content() }
    }

    @HTMLBuilder private func taken(_ act: OfficialListAct, hint: String) -> any HTML {
        if let question = act.question {
            KeptFilesField(
                name: question.name,
                label: question.label,
                hint: "每个不超过 20 MB、合计不超过 60 MB，至多 \(question.most) 个\(hint)",
                accept: question.accept,
                values: ActValues(prefix: act.rawValue, typed: files, defaults: [:])
            )
        }
    }

    private func papers(_ submission: OfficialList.Submission?) -> [CitedFile] {
        submission.map { CitedFile.all($0.report.files ?? [], at: $0.place, under: address) } ?? []
    }

    private var submitting: any HTML {
        frame(.submit) {
            text(.submit, "document", "申请报告文号")
            text(.submit, "head", "签发人")
            day(.submit, "签发日期")
            taken(.submit, hint: "")
            ButtonRow { SubmitButton("确认：报送") }
        }
    }

    private var publishing: any HTML {
        frame(.publish) {
            day(.publish, "施行日期")
            ButtonRow { SubmitButton("确认：审核公布") }
        }
    }

    private var returning: any HTML {
        apart(.sendBack) {
            text(.sendBack, "reason", "退回理由")
            ButtonRow { SubmitButton("退回修改", weight: .warning) }
        }
    }

    /// A form that is opened by itself, so that nobody sends back what was to be received.
    private func apart(_ act: OfficialListAct, @HTMLBuilder _ content: () -> any HTML) -> any HTML {
        details(.cssClass("act"), .open(typed.pairs.contains { $0.name.hasPrefix("\(act.rawValue)-") })) {
            summary { "\(act.chinese)……" }
            frame(act, content)
        }
    }

    @HTMLBuilder private func filing(of version: OfficialList.Version) -> any HTML {
        FilingHistory(filing: version.filing, address: address, names: names, receipt: receipt(version))
        if let duty { DutyLine(duty: duty, today: today) }
        if acts.contains(.handIn) {
            frame(.handIn) {
                p(.cssClass("hint")) {
                    "报送时由系统生成加盖本机关印章的清单（pdf）和数据（xlsx），一并报送法制机构。"
                    a(.href("\(address)/list.pdf")) { "先看清单文件（pdf）" }
                }
                text(.handIn, "note", "报送说明", isRequired: false)
                taken(.handIn, hint: "；可以没有")
                ButtonRow { SubmitButton("确认：盖章并报送备案") }
            }
        }
        if acts.contains(.receive) {
            frame(.receive) {
                text(.receive, "comment", "备案意见", isRequired: false)
                ButtonRow { SubmitButton("确认：准予备案") }
            }
        }
        if acts.contains(.returnFiling) {
            apart(.returnFiling) {
                text(.returnFiling, "comment", "退回意见")
                ButtonRow { SubmitButton("退回重新报送", weight: .warning) }
            }
        }
    }

    private func receipt(_ version: OfficialList.Version) -> String {
        "\(address)/receipts/\(version.number)/receipt.pdf"
    }

    @HTMLBuilder private var uploading: any HTML {
        p(.cssClass("hint")) {
            "表头应有：\(kind.columns.map(\.name).joined(separator: "、"))。"
            a(.href("\(address)/list.xlsx")) { "下载现行清单或者空表（xlsx）" }
        }
        FormFrame(to: address, hidden: hidden, sendsFiles: true) {
            FileField(
                FieldCaption("file", label: "清单文件", hint: "xlsx，或者 UTF-8、GBK 编码的 csv；整份替换草稿", isRequired: true),
                accept: ".xlsx,.csv"
            )
            TextField(
                FieldCaption("reason", label: "修改理由", isRequired: true),
                value: typed["reason"] ?? "",
                maxLength: 500
            )
            if !list.versions.isEmpty {
                ListAdjustmentFields(grounds: grounds, typed: typed, held: list.draft?.adjustment)
            }
            ButtonRow { SubmitButton("核对并保存为草稿") }
        }
    }

    @HTMLBuilder private var versions: any HTML {
        if list.versions.isEmpty {
            EmptyState("还没有公布的版本")
        } else {
            DataTable(
                "版本",
                columns: [.init("版本"), .init("施行", .whole), .init("行数", .number), .init("审核公布"), .init("备案")],
                rows: list.versions.reversed().map { version in
                    DataTable.Row([
                        "第 \(version.number) 版", version.inForceFrom.chinese, String(version.rows.count),
                        reviewed(version),
                        filed(version),
                    ])
                },
                showsTitle: false
            )
        }
    }
    private func reviewed(_ version: OfficialList.Version) -> any HTML {
        div {
            "\(names[version.publishedBy] ?? version.publishedBy)，\(version.publishedOn.chinese)"
            if let adjustment = version.adjustment {
                p(.cssClass("hint")) { "\(adjustment.trigger.chinese)：\(adjustment.cited)" }
            }
            let papers = papers(version.submission)
            if !papers.isEmpty { CitedFilesList(files: papers) }
        }
    }

    private func filed(_ version: OfficialList.Version) -> any HTML {
        guard let receipt = version.filing.receipt else { return version.filing.stage?.chinese ?? "—" }
        let text = "\(receipt.number)，\(receipt.answer.on.chinese)"
        guard receipt.answer.agency != nil else { return text }
        return a(.href(self.receipt(version))) { text }
    }
}

/// The rows of a list under its columns.
struct OfficialListTable: Component {
    let kind: OfficialListKind
    let rows: [OfficialListRow]

    private static let shown = 200

    var body: any HTML {
        if rows.isEmpty {
            p(.cssClass("quiet")) { "没有。" }
        } else {
            DataTable(
                kind.chinese,
                columns: kind.columns.map { .init($0.name) },
                rows: rows.prefix(OfficialListTable.shown).map { DataTable.Row(kind.whole($0).map { $0 as any HTML }) },
                showsTitle: false
            )
            if rows.count > OfficialListTable.shown {
                p(.cssClass("hint")) { "共 \(rows.count) 行，这里列出前 \(OfficialListTable.shown) 行；全部见下载的文件。" }
            }
        }
    }
}
