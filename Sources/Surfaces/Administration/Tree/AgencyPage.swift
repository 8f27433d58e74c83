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
            }
            Panel("执法主体资格") { DefinitionList(facts) }
            Panel("岗位（\(sheet.posts.count)个）") { posts }
            Panel("执法人员（\(sheet.officers.count)名）") { officers }
            if let plan = sheet.plans.last { planPart(plan) }
            if visit.may(AdministrationAccess.keeping, at: agency.place) { forms }
            if visit.may(AdministrationAccess.keepingOfficers, at: agency.place) { officerForm }
        }
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

    private func planPart(_ plan: BreakdownPlan) -> any HTML {
        Panel("分解执法职权方案（第\(plan.version)版，\(plan.from)起）") {
            DataTable(
                "分解执法职权方案",
                columns: [.init("岗位"), .init("责任类型"), .init("职权"), .init("责任")],
                rows: plan.lines.map { line in
                    DataTable.Row([
                        line.postName, line.responsibility.chinese,
                        line.charter.powers.map(\.name).joined(separator: "、"),
                        line.charter.liability.map { "\($0.kind.chinese)：\($0.content)" } ?? "未确定",
                    ])
                },
                showsTitle: false
            )
        }
    }

    private var forms: any HTML {
        Panel("维护机构") {
            FormFrame(to: AdministrationPath.agency(agency.id, "posts"), hidden: visit.hidden) {
                h3 { "新设岗位" }
                TextField(FieldCaption("name", label: "岗位名称", isRequired: true), maxLength: 200)
                SelectField(
                    FieldCaption("responsibility", label: "责任类型", isRequired: true),
                    choices: Responsibility.allCases.map { Choice($0.rawValue, $0.chinese) }
                )
                SelectField(
                    FieldCaption("office", label: "内设机构"),
                    choices: sheet.offices.map { Choice($0.id.text, $0.name) }
                )
                ButtonRow { SubmitButton("新设岗位") }
            }
            FormFrame(to: AdministrationPath.agency(agency.id, "offices"), hidden: visit.hidden) {
                h3 { "新设内设机构" }
                TextField(FieldCaption("name", label: "内设机构名称", isRequired: true), maxLength: 200)
                ButtonRow { SubmitButton("新设内设机构", weight: .secondary) }
            }
            FormFrame(to: AdministrationPath.agency(agency.id, "plan"), hidden: visit.hidden) {
                h3 { "分解执法职权方案" }
                p { "按今天各岗位的职责生成新一版方案。" }
                ButtonRow { SubmitButton("生成并公布方案", weight: .secondary) }
            }
        }
    }

    private var officerForm: any HTML {
        Panel("登记人员") {
            FormFrame(to: AdministrationPath.agency(agency.id, "officers"), hidden: visit.hidden) {
                TextField(FieldCaption("name", label: "姓名", isRequired: true), maxLength: 60)
                TextField(FieldCaption("position", label: "职务", isRequired: true), maxLength: 60)
                ButtonRow { SubmitButton("登记人员") }
            }
        }
    }
}
