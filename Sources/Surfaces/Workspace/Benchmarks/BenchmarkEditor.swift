import Acting
import Discretion
import HTML

/// The draft of a benchmark as a form, situation by situation.
struct BenchmarkEditor: Component {
    let item: String
    let itemName: String
    let sheet: BenchmarkSheet
    /// Why a version that is in force is changed; `nil` where it is the first.
    let reason: String?
    let faults: [SheetFault]
    /// The benchmark, where every cell can be read.
    let content: DiscretionBenchmark?
    let isUnsaved: Bool
    let trials: [BenchmarkTrial?]
    let returned: String?
    let refused: Wording?
    /// What of a file just read the form does not hold.
    let remarks: [String]
    let hidden: [HiddenField]

    private var words: [SheetFault.Place: [String]] {
        Dictionary(grouping: faults, by: \.place).mapValues { $0.map { $0.chinese(in: content) } }
    }

    private var errors: [FieldError] {
        words.map { FieldError(field: BenchmarkForm.name($0.key), message: $0.value.joined(separator: "；")) }
            + (refused.flatMap { wording in wording.field.map { [FieldError(field: $0, message: wording.text)] } } ?? [])
    }

    var body: any HTML {
        h1 { "起草裁量权基准" }
        p(.cssClass("hint")) { a(.href(WorkspacePath.benchmark(item))) { itemName } }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if let returned { AlertBox("退回意见", tone: .caution) { p(.cssClass("pre-line")) { returned } } }
        if !remarks.isEmpty {
            AlertBox("文件中有未读入的内容", tone: .caution) { ul { for remark in remarks { li { remark } } } }
        }
        p {
            Badge(
                faults.isEmpty ? "已证明没有缺漏、重叠和超出" : "有\(faults.count)处不符",
                tone: faults.isEmpty ? .good : .bad
            )
            " \(isUnsaved ? "尚未保存" : "与保存的相同")"
        }
        for fault in words[.benchmark] ?? [] { p(.cssClass("field-error"), .id("benchmark")) { fault } }
        FormFrame(to: WorkspacePath.benchmarkDraft(item), hidden: hidden, sendsFiles: true) {
            ButtonRow {
                SubmitButton("核对", weight: .secondary, choice: ("do", "check"))
                SubmitButton("保存草稿", choice: ("do", "save"))
            }
            TextField(
                FieldCaption("issuedAs", label: "规定基准的文件", hint: "文件名称和文号", isRequired: true, errors: errors),
                value: sheet.issuedAs,
                maxLength: 300
            )
            TextArea(FieldCaption("remark", label: "说明", hint: "与基准一并公布"), value: sheet.remark, rows: 2)
            if let reason {
                TextArea(
                    FieldCaption("reason", label: "修改理由", isRequired: true, errors: errors),
                    value: reason,
                    rows: 2,
                    maxLength: 1_000
                )
            }
            writing
            for number in sheet.situations.indices {
                SituationEditor(
                    number: number,
                    sheet: sheet.situations[number],
                    faults: words,
                    trial: trials[number]
                )
            }
            ButtonRow {
                SubmitButton("增加情形", weight: .secondary, choice: ("do", "situation:add"))
                SubmitButton("核对", weight: .secondary, choice: ("do", "check"))
                SubmitButton("保存草稿", choice: ("do", "save"))
            }
            importing
        }
    }

    private var writing: any HTML {
        details {
            summary { "措施和幅度的写法" }
            ul {
                li { "措施：\(Measure.Method.allCases.map(\.chinese).joined(separator: "、"))" }
                li { "数额：罚款5万元以上50万元以下；罚款5万元以上不满18.5万元；罚款1000元" }
                li { "倍数、比例：罚款违法所得的1倍以上5倍以下；减征应纳税额的10%以上50%以下" }
                li { "按单位、按日：罚款每单位50元以上每单位100元以下；罚款每日100元以下" }
                li { "期限、频次：行政拘留5日以上10日以下；暂扣许可证件3个月以下；检查每年1次以上每年4次以下；办结期限5日以下" }
                li { "只对一类对象的，前面写“对公民：”或者“对法人或者其他组织：”；可以不用的，写“可以罚款……”；条件写在后面的括号里" }
                li { "“以上”“以下”包括本数，“超过”“不满”不包括本数" }
            }
        }
    }

    private var importing: any HTML {
        Panel("从文件读入", anchor: "files") {
            p(.cssClass("hint")) { "读入的内容填入上面的表，核对后保存；不能读入的文件逐行说明，上面的表不变。" }
            FileField(
                FieldCaption("csv", label: "整个基准（CSV）", hint: "UTF-8，格式与下载的相同，不超过 1 MB", errors: errors),
                accept: ".csv"
            )
            ButtonRow { SubmitButton("读入 CSV", weight: .secondary, choice: ("do", "csv")) }
            FileField(
                FieldCaption("dmn", label: "一个情形的阶次表（DMN）", hint: "DMN 1.1 至 1.5；同名阶次的处理不变", errors: errors),
                accept: ".dmn,.xml"
            )
            ButtonRow {
                for number in sheet.situations.indices {
                    SubmitButton("读入情形\(number + 1)", weight: .secondary, choice: ("do", "dmn:\(number)"))
                }
            }
        }
    }
}
