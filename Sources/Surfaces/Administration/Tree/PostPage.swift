import Access
import Directory
import HTML
import Kernel

/// One post: what it is for, who held it when, who acts for whom.
struct PostPage: Component {
    let visit: Visit
    let sheet: PostSheet
    let today: Day

    private var post: Post { sheet.post }

    var body: any HTML {
        AdministrationFrame(post.name, visit, part: .tree, crumbs: crumbs) {
            h1 { post.name }
            ButtonRow { changes }
            Panel("岗位职责") { DefinitionList(facts) }
            Panel("任职记录") { terms }
            if !post.delegations.isEmpty { Panel("代行职责") { delegations } }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(sheet.agency.profile.name, to: AdministrationPath.agency(sheet.agency.id)), Crumb(post.name)]
    }

    private var facts: [Definition] {
        let charter = post.charter.value(on: today)
        return [
            Definition("责任类型", post.responsibility.chinese),
            Definition("职权", charter.map { $0.powers.map(\.name).joined(separator: "、") }),
            Definition("职责", charter?.duties), Definition("工作标准", charter?.standards),
            Definition("考核指标", charter?.indicators),
            Definition("责任", charter?.liability.map { "\($0.kind.chinese)：\($0.content)" }),
            Definition("任职最长年限", charter?.longestStayMonths.map { "\($0)个月" }),
            Definition("设立日期", "\(post.createdOn)"), Definition("撤销日期", post.abolishedOn.map { "\($0)" } ?? "未撤销"),
        ]
    }

    private var terms: any HTML {
        DataTable(
            "任职记录",
            columns: [.init("人员"), .init("任职日期"), .init("免职日期")],
            rows: post.terms.map { term in
                DataTable.Row([
                    a(.href(AdministrationPath.officer(term.officer))) { name(term.officer) }, "\(term.from)",
                    term.relievedOn.map { "\($0)" } ?? Badge("在任", tone: .good),
                ])
            },
            showsTitle: false
        )
    }

    private var delegations: any HTML {
        DataTable(
            "代行职责",
            columns: [.init("被代行人"), .init("代行人"), .init("起"), .init("止"), .init("执法类别"), .init("事由")],
            rows: post.delegations.map { given in
                DataTable.Row([
                    name(given.from), name(given.to), "\(given.begins)", "\(given.ends)",
                    given.categories.isEmpty ? "全部" : given.categories.map(\.chinese).joined(separator: "、"),
                    given.reason,
                ])
            },
            showsTitle: false
        )
    }

    private func name(_ officer: Officer.ID) -> String { sheet.name(officer) }

    @HTMLBuilder private var changes: any HTML {
        if visit.may(AdministrationAccess.keeping, at: sheet.agency.place) { link("确定岗位职责", "charter") }
        if visit.may(AdministrationAccess.keepingOfficers, at: sheet.agency.place) {
            link("任职", "appoint")
            if !post.officers(on: today).isEmpty {
                link("免职", "relieve")
                link("代行职责", "delegate")
            }
            if post.delegations.contains(where: { $0.ends >= today }) { link("终止代行", "delegate/end") }
        }
        if visit.may(AdministrationAccess.keeping, at: sheet.agency.place) { link("撤销岗位", "abolish") }
    }

    private func link(_ label: String, _ act: String) -> any HTML {
        LinkButton(label, to: AdministrationPath.post(post.id, act), weight: .secondary)
    }
}
