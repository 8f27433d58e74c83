import Access
import Directory
import HTML
import Kernel

/// The recusals of an agency that wait for its head, and the ways to ask, declare and decide.
struct RecusalPage: Component {
    let visit: Visit
    let desk: RecusalDesk

    var body: any HTML {
        AdministrationFrame("回避", visit, part: .recusals, crumbs: [Crumb("回避")]) {
            h1 { "回避" }
            p(.cssClass("quiet")) { "\(desk.agency.profile.name)。决定作出之前，不停止调查，不得作出决定（行政处罚法§43）。" }
            ButtonRow {
                LinkButton("申请回避", to: AdministrationPath.recusal("request"))
                LinkButton("申报与当事人的关系", to: AdministrationPath.recusal("declare"), weight: .secondary)
                if visit.may(AdministrationAccess.decidingRecusals, at: desk.agency.place), !desk.open.isEmpty {
                    LinkButton("决定回避", to: AdministrationPath.recusal("decide"), weight: .secondary)
                }
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
