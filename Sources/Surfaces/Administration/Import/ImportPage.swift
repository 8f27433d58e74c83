import Directory
import HTML
import Kernel

/// What an import will do, row by row, before it does it.
struct ImportPage: Component {
    let visit: Visit
    let kind: ListKind
    let report: [ReportLine]
    let content: String

    var body: any HTML {
        AdministrationFrame("导入预览", visit, part: .lists, crumbs: crumbs) {
            h1 { "导入\(kind.chinese)：预览" }
            div(.cssClass("tiles")) {
                Tile("新增", figure: "\(count { if case .new = $0 { true } else { false } })", unit: "行")
                Tile("变更", figure: "\(count { if case .changed = $0 { true } else { false } })", unit: "行")
                Tile("不变", figure: "\(count { if case .unchanged = $0 { true } else { false } })", unit: "行")
                Tile("退回", figure: "\(refused)", unit: "行", tone: refused > 0 ? .bad : .good)
            }
            if refused > 0 { AlertBox("退回的行不会导入，其余各行不受影响。请按“补救”改正后另行导入。", tone: .caution) }
            if count({ if case .new = $0 { true } else if case .changed = $0 { true } else { false } }) > 0 { form }
            DataTable(
                "逐行报告",
                columns: [.init("名称"), .init("行", .number), .init("结果"), .init("说明"), .init("补救")],
                rows: report.map(row)
            )
        }
    }

    private var crumbs: [Crumb] { [Crumb(kind.chinese, to: AdministrationPath.list(kind)), Crumb("导入预览")] }

    private var refused: Int { count { if case .refused = $0 { true } else { false } } }

    private func count(_ condition: (ReportLine.Verdict) -> Bool) -> Int { report.count { condition($0.verdict) } }

    private var form: any HTML {
        FormFrame(
            to: AdministrationPath.list(kind, "import"),
            hidden: visit.hidden + [HiddenField("content", content)],
            sendsFiles: true
        ) {
            ButtonRow {
                SubmitButton("确认导入")
                LinkButton("取消", to: AdministrationPath.list(kind), weight: .secondary)
            }
        }
    }

    private func row(_ line: ReportLine) -> DataTable.Row {
        let name = line.name.isEmpty ? "（未填写）" : line.name
        switch line.verdict {
        case .new: return DataTable.Row([name, "\(line.number)", Badge("新增", tone: .good), "", ""])
        case .unchanged: return DataTable.Row([name, "\(line.number)", Badge("不变", tone: .neutral), "", ""])
        case .changed(let differences):
            return DataTable.Row([
                name, "\(line.number)", Badge("变更", tone: .active), differences.joined(separator: "；"), "",
            ])
        case .refused(let faults):
            let words = faults.map { ($0.column, AdministrationWording.fault($0)) }
            return DataTable.Row([
                name, "\(line.number)", Badge("退回", tone: .bad),
                div { for word in words { p { "\(word.0)：\(word.1.reason)" } } },
                div { for word in words { p { word.1.remedy } } },
            ])
        }
    }
}
