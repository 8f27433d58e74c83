import Acting
import Catalog
import Directory
import HTML
import Kernel
import WebServer

/// An agency's list on its way to drafts: the file, which column holds what, and what taking it over would do.
struct ItemImportPage: Component {
    static let prefix = "list"
    static let question = FileQuestion(name: "file", label: "清单文件", most: 1, endings: ["csv", "xlsx", "json"])
    static let papers = FileQuestion(name: "papers", label: "依据文件", most: 10, endings: FileQuestion.papers)
    static let questions = [question, papers]
    private static let rowsShown = 200

    static func column(_ field: ItemColumns.Field) -> String { "column-\(field.rawValue)" }

    /// Returns which column was said to hold each field; `nil` where the form did not ask.
    static func places(_ form: FormValues) -> [ItemColumns.Field: String]? {
        guard form[column(.code)] != nil else { return nil }
        return ItemColumns.Field.allCases.reduce(into: [:]) { places, field in
            if let heading = form[column(field)], !heading.isEmpty { places[field] = heading }
        }
    }

    struct Report: Sendable {
        let reading: ItemReading
        /// Of every good row, in their order.
        let fates: [RowFate]
        let quality: ListQuality

        /// Why rows are not taken: by their form, or by what the catalog holds.
        var faults: [ImportFault] {
            reading.faults + fates.compactMap { if case .refused(let fault) = $0 { fault } else { nil } }
        }
    }

    struct Preview: Sendable {
        let agency: AgencyRow
        let file: String
        let kept: [HiddenField]
        /// What made the list necessary, as typed so far.
        let adjustment: ActValues
        let headings: [String]
        let places: [ItemColumns.Field: String]
        /// Whether the columns are those of the agency's last list.
        let isRemembered: Bool
        /// `nil` while a column that is needed has not been named.
        var report: Report?
    }

    let agencies: [AgencyRow]
    let agency: String?
    let preview: Preview?
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "导入清单" }
        if let refused { AlertBox("未能导入", tone: .bad) { p { refused.full } } }
        if let preview { look(preview) } else { choosing }
    }

    private var choosing: any HTML {
        FormFrame(to: WorkspacePath.importItems, hidden: hidden, sendsFiles: true) {
            p(.cssClass("hint")) { "先核对、后采用：上传以后逐行报告结果，确认以前不改动目录；采用的事项成为草稿，仍须报送、审核和公布。" }
            SelectField(
                FieldCaption("agency", label: "机关", isRequired: true),
                choices: agencies.map { Choice($0.id.text, $0.profile.name) },
                chosen: agency
            )
            FileField(
                FieldCaption(
                    "\(ItemImportPage.prefix)-\(ItemImportPage.question.name)",
                    label: ItemImportPage.question.label,
                    hint: "csv（UTF-8 或者 GBK）、xlsx 或者 json，表头可以在标题之下（如附件1）；不超过 20 MB、\(TakeOverItems.greatestRows) 行",
                    isRequired: true
                ),
                accept: ItemImportPage.question.accept
            )
            ButtonRow {
                SubmitButton("上传并核对")
                LinkButton("返回", to: WorkspacePath.catalog, weight: .secondary)
            }
        }
    }

    @HTMLBuilder private func look(_ preview: Preview) -> any HTML {
        p { "\(preview.agency.profile.name)：\(preview.file)" }
        if let report = preview.report { figures(report) }
        FormFrame(
            to: WorkspacePath.importItems,
            hidden: hidden + preview.kept + [HiddenField("agency", preview.agency.id.text)],
            sendsFiles: true
        ) {
            if let report = preview.report, report.fates.contains(where: \.isDrafted) {
                Panel("调整") { adjustment(preview.adjustment) }
            }
            Panel("各栏的对应关系") { columns(preview) }
            ButtonRow {
                if let report = preview.report, report.fates.contains(where: \.isDrafted) {
                    SubmitButton("确认：采用为草稿", choice: ("do", "take"))
                }
                SubmitButton("按对应关系重新核对", weight: .secondary, choice: ("do", "check"))
                if preview.report != nil {
                    SubmitButton("下载核对和质量报告（csv）", weight: .secondary, choice: ("do", "report"))
                }
                LinkButton("换一个文件", to: WorkspacePath.importItems, weight: .secondary)
            }
        }
        if let report = preview.report {
            Panel("逐行报告") { rows(report) }
            Panel("质量报告") { quality(report.quality) }
        }
    }

    @HTMLBuilder private func adjustment(_ values: ActValues) -> any HTML {
        p(.cssClass("hint")) { "采用的每个事项都成为一次调整：目录中没有的为新增，已公布的为变更。" }
        SelectField(
            values.caption("trigger", "原因", isRequired: true),
            choices: [Choice("", "请选择")] + ItemAdjustment.Trigger.allCases.map { Choice($0.rawValue, $0.chinese) },
            chosen: values.text("trigger")
        )
        TextField(values.caption("evidence", "所依据的文件和文号", isRequired: true), value: values.text("evidence"))
        TextField(
            values.caption("evidenceOn", "文件印发或者法律公布的日期"),
            value: values.text("evidenceOn"),
            kind: .date,
            width: .short
        )
        KeptFilesField(
            name: ItemImportPage.papers.name,
            label: ItemImportPage.papers.label,
            hint: "每个不超过 20 MB、合计不超过 60 MB，至多 \(ItemImportPage.papers.most) 个",
            accept: ItemImportPage.papers.accept,
            values: values
        )
    }

    @HTMLBuilder private func columns(_ preview: Preview) -> any HTML {
        if preview.headings.isEmpty {
            AlertBox("没有读出表头", tone: .bad) { p { "应为带表头的清单，实为不是；请换一个文件。" } }
        } else {
            p(.cssClass("hint")) { "处罚种类、许可数量、检查对象等类别字段，按数据字典中的名称或者字段名自动读取，不用对应。" }
            p(.cssClass("hint")) {
                preview.isRemembered
                    ? "已按本机关上次采用的对应关系填写，可以修改后重新核对。" : "采用以后，本机关下次的清单按同样的对应关系核对。"
            }
            div(.cssClass("design-row")) {
                for field in ItemColumns.Field.allCases {
                    SelectField(
                        FieldCaption(
                            ItemImportPage.column(field),
                            label: field.chinese,
                            isRequired: field.isNeeded
                        ),
                        choices: [Choice("", "不采用")] + preview.headings.map { Choice($0, $0) },
                        chosen: preview.places[field] ?? ""
                    )
                }
            }
        }
    }

    private func figures(_ report: Report) -> any HTML {
        let refusedRows = Set(report.faults.map(\.row)).count
        return div(.cssClass("tiles")) {
            Tile("新起草", figure: "\(report.fates.count { if case .begun = $0 { true } else { false } })", unit: "项")
            Tile("修改", figure: "\(report.fates.count { $0.changed != nil })", unit: "项")
            Tile("未变", figure: "\(report.fates.count { $0 == .unchanged })", unit: "行")
            Tile("退回", figure: "\(refusedRows)", unit: "行", tone: refusedRows > 0 ? .bad : .good)
        }
    }

    /// Refused rows come first, since they are what is to be mended.
    @HTMLBuilder private func rows(_ report: Report) -> any HTML {
        let faults = report.reading.faults.map { row($0, "—") }
        let read = zip(report.reading.rows, report.fates)
        let refused = read.compactMap { read, fate in
            if case .refused(let fault) = fate { row(fault, read.listing.name) } else { nil }
        }
        let others = read.compactMap { read, fate -> DataTable.Row? in
            switch fate {
            case .begun: line(read, Badge("新起草", tone: .good), "")
            case .changed(_, _, let fields), .redrafted(_, _, let fields):
                line(read, Badge("修改", tone: .active), fields.map(\.chinese).joined(separator: "、"))
            case .unchanged: line(read, Badge("未变", tone: .neutral), "")
            case .refused: nil
            }
        }
        let all = faults + refused + others
        DataTable(
            "逐行报告",
            columns: [.init("行", .number), .init("事项"), .init("结果"), .init("说明")],
            rows: Array(all.prefix(ItemImportPage.rowsShown)),
            showsTitle: false
        )
        if all.count > ItemImportPage.rowsShown {
            p(.cssClass("hint")) { "共 \(all.count) 行，这里列出前 \(ItemImportPage.rowsShown) 行，退回的在前。" }
        }
    }

    private func row(_ fault: ImportFault, _ name: String) -> DataTable.Row {
        DataTable.Row([
            String(fault.row), name, Badge("退回", tone: .bad), "\(fault.column)：应为\(fault.expected)，实为\(fault.found)",
        ])
    }

    private func line(_ read: ReadItem, _ badge: Badge, _ words: String) -> DataTable.Row {
        let name = [read.listing.mainName, read.listing.name].compactMap(\.self).joined(separator: " › ")
        return DataTable.Row([String(read.row), name, badge, words])
    }

    @HTMLBuilder private func quality(_ quality: ListQuality) -> any HTML {
        p { quality.summary }
        if !quality.remarks.isEmpty {
            DataTable(
                "质量报告",
                columns: [.init("行", .number), .init("种类"), .init("栏"), .init("说明")],
                rows: quality.remarks.prefix(ItemImportPage.rowsShown).map {
                    DataTable.Row([String($0.row), $0.kind.chinese, $0.heading, $0.found])
                },
                showsTitle: false
            )
            if quality.remarks.count > ItemImportPage.rowsShown {
                p(.cssClass("hint")) { "共 \(quality.remarks.count) 处，这里列出前 \(ItemImportPage.rowsShown) 处。" }
            }
        }
    }
}

extension RowFate {
    fileprivate var isDrafted: Bool {
        switch self {
        case .begun, .changed, .redrafted: true
        case .unchanged, .refused: false
        }
    }

    /// The fields that are stated otherwise; `nil` where none is.
    fileprivate var changed: [ItemField]? {
        switch self {
        case .changed(_, _, let fields), .redrafted(_, _, let fields): fields
        case .begun, .unchanged, .refused: nil
        }
    }
}
