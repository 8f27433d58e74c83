import Access
import Directory
import HTML
import Kernel

/// The window staff of an agency as it hangs at the window; prints on paper.
struct BoardPage: Component {
    let visit: Visit
    let sheet: AgencySheet
    let certificates: [Officer.ID: [CertificateRow]]

    var body: any HTML {
        AdministrationFrame("窗口人员公示牌", visit, part: .tree, crumbs: crumbs) {
            h1 { "\(sheet.agency.profile.name)窗口人员公示牌" }
            if rows.isEmpty {
                p { "没有窗口岗位的任职人员。" }
            } else {
                DataTable(
                    "窗口人员",
                    columns: [.init("姓名"), .init("单位"), .init("职务"), .init("岗位"), .init("执法证号"), .init("执法种类")],
                    rows: rows,
                    showsTitle: false
                )
                p(.cssClass("hint")) { "打印本页即可张贴。监督电话：\(sheet.agency.profile.complaintLine ?? "未填报")" }
            }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(sheet.agency.profile.name, to: AdministrationPath.agency(sheet.agency.id)), Crumb("窗口人员公示牌")]
    }

    private var rows: [DataTable.Row] {
        sheet.posts.filter { $0.responsibility == .reception }.flatMap { post in
            (sheet.holders[post.id] ?? []).map { officer in
                let held = certificates[officer.id] ?? []
                return DataTable.Row([
                    officer.name, sheet.agency.profile.name, officer.position ?? "未填报", post.name,
                    held.map(\.terms.number.text).joined(separator: "、"),
                    Set(held.flatMap(\.terms.scope)).map(\.chinese).sorted().joined(separator: "、"),
                ])
            }
        }
    }
}
