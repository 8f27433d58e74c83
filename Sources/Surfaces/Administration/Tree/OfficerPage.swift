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
            }
            Panel("基本情况") { DefinitionList(facts) }
            Panel("证件") { certificates }
            Panel("培训与考试") { learning }
            if visit.may(AdministrationAccess.keepingCertificates, at: sheet.agency.place) {
                for certificate in officer.certificates { forms(certificate) }
            }
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

    private func forms(_ certificate: Certificate) -> any HTML {
        let hidden = visit.hidden + [HiddenField("number", certificate.number.text)]
        let standing = certificate.standing(on: today)
        let isSuspended = if case .suspended = standing { true } else { false }
        return Panel("证件\(certificate.number.text)的变更") {
            FormFrame(to: AdministrationPath.officer(officer.id, "certificates"), hidden: hidden) {
                TextField(
                    FieldCaption("from", label: "日期", hint: "格式 2026-01-31", isRequired: true),
                    value: "\(today)",
                    maxLength: 10
                )
                TextField(FieldCaption("reason", label: "理由", isRequired: true), maxLength: 500)
                ButtonRow {
                    if isSuspended {
                        SubmitButton("恢复", choice: (name: "act", value: "restore"))
                    } else {
                        SubmitButton("年审合格", choice: (name: "act", value: "pass"))
                        SubmitButton("年审不合格", weight: .warning, choice: (name: "act", value: "fail"))
                        SubmitButton("暂扣", weight: .warning, choice: (name: "act", value: "suspend"))
                    }
                    SubmitButton("注销", weight: .warning, choice: (name: "act", value: "revoke"))
                }
            }
        }
    }
}
