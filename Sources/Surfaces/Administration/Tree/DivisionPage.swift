import Access
import Directory
import HTML
import Kernel

/// One division: what lies below it, and the agencies of its own.
struct DivisionPage: Component {
    let visit: Visit
    let contents: DivisionContents
    let today: Day

    var body: any HTML {
        AdministrationFrame(name, visit, part: .tree, crumbs: crumbs) {
            h1 { name }
            p(.cssClass("quiet")) {
                "区划代码 \(contents.path.last?.code.text ?? "")，使用“\(contents.hall?.name ?? "本级")”的电子政务大厅。"
            }
            if visit.may(AdministrationAccess.keepingDivisions, at: .init(division: contents.code)) {
                ButtonRow {
                    link("登记执法主体", "agencies")
                    link("新增下级区划", "add")
                    link("更名", "rename")
                    link("大厅设置", "hall")
                    link("公示专栏嵌入", "framing")
                    link("停用代码", "end")
                }
            }
            Panel("执法主体（\(contents.agencies.count)个）") { agencies }
            if !contents.below.isEmpty { Panel("下级区划（\(contents.below.count)个）") { divisions } }
        }
    }

    private func link(_ label: String, _ act: String) -> any HTML {
        LinkButton(label, to: AdministrationPath.division(contents.code, act), weight: .secondary)
    }

    private var name: String { contents.path.last?.name ?? "" }

    private var crumbs: [Crumb] {
        contents.path.enumerated().map { index, division in
            let isSeen =
                index < contents.path.count - 1
                && visit.may(AdministrationAccess.reading, at: .init(division: division.code))
            return Crumb(division.name, to: isSeen ? AdministrationPath.division(division.code) : nil)
        }
    }

    @HTMLBuilder private var agencies: any HTML {
        if contents.agencies.isEmpty {
            p { "没有登记在本级的执法主体。" }
        } else {
            DataTable(
                "执法主体",
                columns: [.init("名称"), .init("统一社会信用代码"), .init("主体类别"), .init("执法类别")],
                rows: contents.agencies.map { row in
                    DataTable.Row([
                        a(.href(AdministrationPath.agency(row.id))) { row.profile.name }, row.profile.code,
                        row.profile.kind.chinese,
                        row.profile.subject?.categories?.map(\.chinese).joined(separator: "、") ?? "未填报",
                    ])
                },
                showsTitle: false
            )
        }
    }

    private var divisions: any HTML {
        DataTable(
            "下级区划",
            columns: [.init("名称"), .init("代码"), .init("执法主体", .number)],
            rows: contents.below.map { division in
                DataTable.Row([
                    a(.href(AdministrationPath.division(division.code))) { division.name }, division.code.text,
                    "\(contents.counts[division.code] ?? 0)",
                ])
            },
            showsTitle: false
        )
    }
}
