import Access
import Directory
import HTML
import Kernel

/// The recusals of an agency that wait for its head, and the way to declare a relation.
struct RecusalPage: Component {
    let visit: Visit
    let desk: RecusalDesk

    var body: any HTML {
        AdministrationFrame("回避", visit, part: .recusals, crumbs: [Crumb("回避")]) {
            h1 { "回避" }
            p(.cssClass("quiet")) { "\(desk.agency.profile.name)。决定作出之前，不停止调查，该人员不得审核、决定（行政处罚法§43）。在办件页的“其他操作”中申请、决定。" }
            ButtonRow {
                LinkButton("申报与当事人的关系", to: AdministrationPath.recusal("declare"))
            }
            if desk.open.isEmpty {
                EmptyState("没有待决定的回避申请。")
            } else {
                DataTable(
                    "待决定的回避申请",
                    columns: [.init("案号"), .init("人员"), .init("事由"), .init("申请日期")],
                    rows: desk.open.map { request in
                        DataTable.Row([
                            request.number, request.row.officer.name, request.row.ground.chinese,
                            "\(request.row.requestedOn)",
                        ])
                    },
                    showsTitle: true
                )
            }
        }
    }
}
