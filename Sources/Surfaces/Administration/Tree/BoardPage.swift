import Access
import Directory
import HTML
import Kernel

/// The window staff of an agency as it hangs at the window; prints on paper.
struct BoardPage: Component {
    let visit: Visit
    let sheet: AgencySheet
    let certificates: [Officer.ID: [CertificateRow]]
    /// What the window posts are for, where it is laid down.
    let charters: [Post.ID: PostCharter]

    var body: any HTML {
        AdministrationFrame("窗口人员公示牌", visit, part: .tree, crumbs: crumbs) {
            h1 { "\(sheet.agency.profile.name)窗口人员公示牌" }
            if rows.isEmpty {
                p { "没有窗口岗位的任职人员。" }
            } else {
                DataTable(
                    "窗口人员",
                    columns: ["姓名", "单位", "职务", "岗位", "执法证号", "执法种类", "服务事项"].map { .init($0) },
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
                    EnforcementCategory.listed(Set(held.flatMap(\.terms.scope))), services(at: post.id),
                ])
            }
        }
    }

    /// As many as one reads standing at a window; the Hall has them all.
    private static let mostServices = 8

    private func services(at post: Post.ID) -> String {
        guard let powers = charters[post]?.powers, !powers.isEmpty else { return "未确定" }
        let names = powers.prefix(BoardPage.mostServices).map(\.name).joined(separator: "、")
        return powers.count > BoardPage.mostServices ? "\(names)等\(powers.count)项" : names
    }
}
