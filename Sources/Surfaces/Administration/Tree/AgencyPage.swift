import Access
import Directory
import HTML
import Kernel

/// One agency: what is published of it, its posts and who holds them, its officers.
struct AgencyPage: Component {
    let visit: Visit
    let sheet: AgencySheet
    let today: Day

    private var agency: AgencyRow { sheet.agency }

    var body: any HTML {
        AdministrationFrame(agency.profile.name, visit, part: .tree, crumbs: crumbs) {
            h1 { agency.profile.name }
            ButtonRow {
                LinkButton("窗口人员公示牌", to: AdministrationPath.board(agency.id), weight: .secondary)
                LinkButton("办事窗口", to: AdministrationPath.windows(agency.id), weight: .secondary)
                LinkButton("培训与考试", to: AdministrationPath.agency(agency.id, "trainings"), weight: .secondary)
                LinkButton(planLabel, to: AdministrationPath.plan(agency.id), weight: .secondary)
                changes
            }
            Panel("执法主体资格") { DefinitionList(facts) }
            Panel("岗位（\(sheet.posts.count)个）") { posts }
            Panel("执法人员（\(sheet.officers.count)名）") { officers }
        }
    }

    private var planLabel: String {
        sheet.plans.last.map { "分解执法职权方案（第\($0.version)版）" } ?? "分解执法职权方案（未公布）"
    }

    private var crumbs: [Crumb] {
        sheet.path.map { division in
            let isSeen = visit.may(AdministrationAccess.reading, at: .init(division: division.code))
            return Crumb(division.name, to: isSeen ? AdministrationPath.division(division.code) : nil)
        } + [Crumb(agency.profile.name)]
    }

    private var facts: [Definition] {
        let profile = agency.profile
        let subject = profile.subject
        let leaders = sheet.management.mode.leaders.map(\.chinese).joined(separator: "、")
        var facts = [
            Definition("统一社会信用代码", profile.code), Definition("主体类别", profile.kind.chinese),
            Definition("机构性质", subject?.nature?.chinese), Definition("法定代表人", subject?.legalRepresentative),
            Definition("职责权限", subject?.duties),
            Definition("执法类别", subject?.categories?.map(\.chinese).joined(separator: "、")),
            Definition("编制", subject?.establishment.map { "\($0)名" }), Definition("经费来源", subject?.funding?.chinese),
            Definition("管理体制", "\(sheet.management.mode.chinese)（确认、考核、追责：\(leaders)）"),
            Definition("公告", subject?.announcement.map { "\($0.document)，\($0.on)" }),
            Definition("地址", profile.address), Definition("电话", profile.phone),
        ]
        if let letter = subject?.entrustment {
            facts.append(
                Definition("委托", "\(letter.entrustedBy)，\(letter.letter)，\(letter.matters)，\(letter.from)至\(letter.to)")
            )
        }
        return facts
    }

    private var posts: any HTML {
        DataTable(
            "岗位",
            columns: [.init("岗位"), .init("内设机构"), .init("责任类型"), .init("任职人员")],
            rows: sheet.posts.map { post in
                let holders = sheet.holders[post.id] ?? []
                return DataTable.Row([
                    a(.href(AdministrationPath.post(post.id))) { post.name },
                    sheet.offices.first { $0.id == post.office }?.name ?? "—", post.responsibility.chinese,
                    holders.isEmpty
                        ? Badge("空缺", tone: .caution) : span { holders.map(\.name).joined(separator: "、") },
                ])
            },
            showsTitle: false
        )
    }

    private var officers: any HTML {
        DataTable(
            "执法人员",
            columns: [.init("姓名"), .init("职务"), .init("法律职业资格")],
            rows: sheet.officers.map { officer in
                DataTable.Row([
                    a(.href(AdministrationPath.officer(officer.id))) { officer.name }, officer.position ?? "未填报",
                    officer.isLegallyQualified ? "有" : "—",
                ])
            },
            showsTitle: false
        )
    }

    /// What may be changed here, each on a page of its own.
    @HTMLBuilder private var changes: any HTML {
        if visit.may(AdministrationAccess.keeping, at: agency.place) {
            link("变更主体资格", "profile")
            link("管理体制", "management")
            link("公示专栏嵌入", "framing")
            link("新设岗位", "posts")
            link("新设内设机构", "offices")
            if !sheet.offices.isEmpty { link("撤销内设机构", "offices/close") }
            link("机构改革", "reorganize")
            link("撤销执法主体", "close")
        }
        if visit.may(AdministrationAccess.keepingOfficers, at: agency.place) { link("登记人员", "officers") }
    }

    private func link(_ label: String, _ act: String) -> any HTML {
        LinkButton(label, to: AdministrationPath.agency(agency.id, act), weight: .secondary)
    }
}
