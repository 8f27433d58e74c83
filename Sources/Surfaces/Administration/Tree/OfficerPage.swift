import Access
import Directory
import HTML
import Kernel

/// One officer: posts, certificates with their standing, and what they rest on.
struct OfficerPage: Component {
    let visit: Visit
    let sheet: OfficerSheet
    let today: Day

    private var officer: Officer { sheet.officer }

    var body: any HTML {
        AdministrationFrame(officer.name, visit, part: .tree, crumbs: crumbs) {
            h1 { officer.name }
            for gap in officer.qualificationGaps(on: today, sheet.rules) {
                AlertBox("\(AdministrationWording.gap(gap))。", tone: .caution)
            }
            ButtonRow {
                LinkButton("胸牌", to: AdministrationPath.officer(officer.id, "badge"), weight: .secondary)
                changes
            }
            Panel("基本情况") { DefinitionList(facts) }
            Panel("证件") { certificates }
            Panel("培训与考试") { learning }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(sheet.agency.profile.name, to: AdministrationPath.agency(sheet.agency.id)), Crumb(officer.name)]
    }

    private var facts: [Definition] {
        [
            Definition("人员编号", officer.id.text), Definition("单位", sheet.agency.profile.name),
            Definition("职务", officer.details?.position),
            Definition("编制", officer.details?.engagement.chinese),
            Definition("岗位") {
                HTMLGroup(
                    sheet.posts.map { post in
                        p { a(.href(AdministrationPath.post(post.id))) { post.name } }
                    }
                )
            },
            Definition("法律职业资格", officer.legalQualification.map { "\($0.number)，\($0.from)" } ?? "无"),
            Definition("此前已从事法制审核", officer.formerReview.map { "\($0.since)，\($0.proof)" }),
        ]
    }

    private var certificates: any HTML {
        DataTable(
            "证件",
            columns: [.init("证号"), .init("证件"), .init("执法类别"), .init("区域"), .init("有效期"), .init("年审"), .init("状态")],
            rows: officer.certificates.map { certificate in
                let terms = certificate.terms
                let standing = certificate.standing(on: today)
                return DataTable.Row([
                    terms.number.text, terms.kind.chinese, terms.scope.map(\.chinese).joined(separator: "、"),
                    terms.area.text, "\(terms.validFrom)至\(terms.validTo)",
                    certificate.reviews.sorted { $0.key < $1.key }
                        .map { "\($0.key)年\($0.value ? "合格" : "不合格")" }.joined(separator: "、"),
                    Badge(AdministrationWording.standing(standing), tone: AdministrationWording.tone(standing)),
                ])
            },
            showsTitle: false
        )
    }

    private var learning: any HTML {
        DataTable(
            "培训与考试",
            columns: [.init("培训"), .init("内容"), .init("日期"), .init("学时", .number), .init("成绩", .number)],
            rows: officer.trainings.map { training in
                let exam = officer.exams.last { $0.session == training.session }
                return DataTable.Row([
                    training.title, training.subject.chinese, "\(training.heldOn)", "\(training.hours)",
                    exam.map { "\($0.score)\($0.isPassed ? "" : "（不合格）")" } ?? "—",
                ])
            },
            showsTitle: false
        )
    }

    @HTMLBuilder private var changes: any HTML {
        if visit.may(AdministrationAccess.keepingCertificates, at: sheet.agency.place) {
            link("颁发证件", "certificate")
            if !officer.certificates.isEmpty { link("证件年审与变更", "certificates") }
            link("登记法律职业资格", "qualification")
            link("登记此前已从事法制审核", "former-review")
        }
        if visit.may(AdministrationAccess.keepingOfficers, at: sheet.agency.place) {
            link("变更基本情况", "details")
            link("调动", "transfer")
            link("离职", "dismiss")
        }
    }

    private func link(_ label: String, _ act: String) -> any HTML {
        LinkButton(label, to: AdministrationPath.officer(officer.id, act), weight: .secondary)
    }
}
