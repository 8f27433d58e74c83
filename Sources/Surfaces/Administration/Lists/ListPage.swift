import Access
import Directory
import HTML
import Kernel

/// A list as it stands today, what of it is public, and the way in and out.
struct ListPage: Component {
    let visit: Visit
    let kind: ListKind
    let rows: [[String]]
    let published: PublishedList

    /// More rows than this are for the file.
    private static let shown = 500

    var body: any HTML {
        AdministrationFrame(kind.chinese, visit, part: .lists, crumbs: [Crumb(kind.chinese)]) {
            h1 { kind.chinese }
            Tabs(
                "清单",
                ListKind.allCases.map {
                    NavigationLink($0.chinese, to: AdministrationPath.list($0), isCurrent: $0 == kind)
                }
            )
            p { state }
            if visit.may(AdministrationAccess.publishing) { publishing }
            if visit.may(AdministrationAccess.importing) { importing }
            DataTable(
                "今日清单（共\(rows.count)行）",
                columns: kind.columns.map { DataTable.Column($0) },
                rows: rows.prefix(ListPage.shown).map { DataTable.Row($0) }
            )
            if rows.count > ListPage.shown { p(.cssClass("hint")) { "只显示前\(ListPage.shown)行，全部请导出。" } }
        }
    }

    private var state: String {
        guard let on = published.on else { return "尚未公布。" }
        let isSame = published.rows == rows
        return "\(on.chinese)公布，共\(published.rows.count)行；\(isSame ? "与今日清单一致。" : "与今日清单不一致，请重新公布。")"
    }

    private var publishing: any HTML {
        FormFrame(to: AdministrationPath.list(kind, "publish"), hidden: visit.hidden) {
            ButtonRow {
                SubmitButton("公布到电子政务大厅")
                LinkButton("导出", to: AdministrationPath.export(kind), weight: .secondary)
            }
        }
    }

    private var importing: any HTML {
        Panel("导入清单") {
            FormFrame(to: AdministrationPath.list(kind, "preview"), hidden: visit.hidden, sendsFiles: true) {
                FileField(
                    FieldCaption(
                        "file",
                        label: "Excel文件（xlsx）或者csv文件",
                        hint: "不超过2 MB；Excel文件读第一张工作表，表头之上可以有标题行；csv文件为UTF-8编码。先显示预览，确认后才导入",
                        isRequired: true
                    ),
                    accept: ".xlsx,.csv"
                )
                ButtonRow {
                    SubmitButton("预览")
                    LinkButton("下载模板", to: AdministrationPath.list(kind, "template"), weight: .secondary)
                }
            }
        }
    }
}
