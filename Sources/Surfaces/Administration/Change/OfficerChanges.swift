import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// What forms change of an officer.
enum OfficerChanges {
    static let all: [ChangeRoute<OfficerSheet>] = [
        ChangeRoute("/administration/officers/{officer}/details", "adminDescribe", AdministrationAccess.keepingOfficers)
        {
            sheet,
            _ in
            let id = sheet.officer.id
            return ChangeForm(
                "变更基本情况",
                fields: [
                    .line("position", "职务", 60, now: sheet.officer.details?.position),
                    engagement(now: sheet.officer.details?.engagement),
                ]
            ) { answers, _ in
                DescribeOfficer(
                    id,
                    as: Officer.Details(
                        position: answers.text("position"),
                        engagement: try answers.word("engagement", Officer.Engagement.self)
                    )
                )
            }
        },
        ChangeRoute(
            "/administration/officers/{officer}/transfer",
            "adminTransfer",
            AdministrationAccess.keepingOfficers
        ) {
            sheet,
            context in
            let id = sheet.officer.id
            let colleagues = try sheet.colleagues(context)
            return ChangeForm(
                "调动",
                note: "自生效日起免去在原机构的全部岗位；以前所办事项的责任人仍可查。",
                isGrave: true,
                fields: [
                    .line("code", "调入机构代码", 18, hint: "调入机构的统一社会信用代码"),
                    .day("from", "生效日期", context.today), successor(colleagues), .reason,
                ],
                effects: { answers, reading in
                    try WaitingWork(sheet.agency.id, try answers.day("from"), reading)
                        .effects(leaving: sheet.posts.map(\.id), id, answers.successor)
                }
            ) { answers, reading in
                let code = answers.text("code")
                guard let goal = try reading.reader.agency(code: code, in: reading.realm) else {
                    throw ChangeFault("code", "没有代码为“\(code)”的机构，请核对。")
                }
                return TransferOfficer(
                    id,
                    to: goal.id,
                    from: try answers.day("from"),
                    reason: answers.text("reason"),
                    successor: answers.successor
                )
            }
        },
        ChangeRoute("/administration/officers/{officer}/dismiss", "adminDismiss", AdministrationAccess.keepingOfficers)
        {
            sheet,
            context in
            let id = sheet.officer.id
            let colleagues = try sheet.colleagues(context)
            return ChangeForm(
                "离职",
                note: "自生效日起免去全部岗位，证件不得再用。",
                isGrave: true,
                fields: [.day("from", "离职日期", context.today), successor(colleagues), .reason],
                effects: { answers, reading in
                    try WaitingWork(sheet.agency.id, try answers.day("from"), reading)
                        .effects(leaving: sheet.posts.map(\.id), id, answers.successor)
                }
            ) { answers, _ in
                DismissOfficer(
                    id,
                    from: try answers.day("from"),
                    reason: answers.text("reason"),
                    successor: answers.successor
                )
            }
        },
        ChangeRoute(
            "/administration/officers/{officer}/qualification",
            "adminQualify",
            AdministrationAccess.keepingCertificates
        ) { sheet, context in
            let id = sheet.officer.id
            return ChangeForm(
                "登记法律职业资格",
                note: "初次从事法制审核的人员应当取得法律职业资格（行政处罚法§58）。",
                fields: [
                    .line("number", "资格证号", 30, now: sheet.officer.legalQualification?.number),
                    .day("from", "取得日期", sheet.officer.legalQualification?.from ?? context.today),
                ]
            ) { answers, _ in
                RecordLegalQualification(id, number: answers.text("number"), from: try answers.day("from"))
            }
        },
        ChangeRoute(
            "/administration/officers/{officer}/former-review",
            "adminFormerReview",
            AdministrationAccess.keepingCertificates
        ) { sheet, _ in
            let id = sheet.officer.id
            return ChangeForm(
                "登记此前已从事法制审核",
                note: "\(LegalQualification.neededFrom)以前已从事行政处罚决定法制审核的人员不属于初次从事，可以不取得法律职业资格（行政处罚法§58）。",
                fields: [
                    .day("since", "首次从事法制审核的日期", now: sheet.officer.formerReview?.since),
                    .line(
                        "proof",
                        "证明材料",
                        200,
                        now: sheet.officer.formerReview?.proof,
                        hint: "审核意见书文号，或者任职文件"
                    ),
                ]
            ) { answers, _ in
                RecordFormerReview(id, since: try answers.day("since"), proof: answers.text("proof"))
            }
        },
        ChangeRoute(
            "/administration/officers/{officer}/certificate",
            "adminIssueCertificate",
            AdministrationAccess.keepingCertificates
        ) { sheet, context in issuing(sheet, context.today) },
        ChangeRoute(
            "/administration/officers/{officer}/certificates",
            "adminCertificate",
            AdministrationAccess.keepingCertificates
        ) { sheet, context in changing(sheet, context.today) },
    ]

    static func engagement(now present: Officer.Engagement?) -> ChangeField {
        ChangeField(
            "engagement",
            "用工性质",
            .one(Officer.Engagement.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
            now: [present?.rawValue ?? ""],
            hint: "只有在编在岗人员可以发证",
            suggestion: Officer.Engagement.inPost.rawValue
        )
    }

    /// Who takes over, and with the posts the work that waits for them.
    static func successor(_ colleagues: [ChangeChoice]) -> ChangeField {
        ChangeField(
            "successor",
            "接任人员",
            .one(colleagues),
            hint: "同日任原岗位，等待该岗位的在办事项由其继续办理",
            isRequired: false
        )
    }

    private static func issuing(_ sheet: OfficerSheet, _ today: Day) -> ChangeForm {
        let id = sheet.officer.id
        let profile = sheet.agency.profile
        return ChangeForm(
            "颁发证件",
            note: "须先有规定的培训学时和合格的考试成绩；执法类别和区域不得超出所在机构。",
            fields: [
                .line("number", "证号", 30),
                ChangeField(
                    "kind",
                    "证件",
                    .one(Certificate.Kind.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                    suggestion: Certificate.Kind.enforcement.rawValue
                ),
                ChangeField(
                    "scope",
                    "执法类别",
                    .several(
                        (profile.subject?.categories ?? EnforcementCategory.allCases)
                            .map { ChangeChoice($0.rawValue, $0.chinese) }
                    )
                ),
                ChangeField("area", "执法区域代码", .line(greatest: 12), suggestion: profile.division.text),
                .line("issuer", "发证机关"), .day("from", "发证日期", today), .day("to", "有效期至", today.adding(months: 60)),
            ]
        ) { answers, _ in
            guard let area = Division.Code(answers.text("area")), profile.division.contains(area) else {
                throw ChangeFault("area", "执法区域应在所在机构的区划\(profile.division)之内。")
            }
            return IssueCertificate(
                Certificate.Terms(
                    number: Certificate.Number(answers.text("number")),
                    kind: try answers.word("kind", Certificate.Kind.self),
                    scope: answers.words("scope", EnforcementCategory.self),
                    area: area,
                    issuer: answers.text("issuer"),
                    validFrom: try answers.day("from"),
                    validTo: try answers.day("to")
                ),
                to: id
            )
        }
    }

    /// What can be done with a certificate that was issued.
    private enum Act: String, CaseIterable {
        case pass, fail, renew, suspend, restore, revoke

        var chinese: String {
            switch self {
            case .pass: "年度审验合格"
            case .fail: "年度审验不合格（同时暂扣）"
            case .renew: "延续有效期"
            case .suspend: "暂扣"
            case .restore: "恢复"
            case .revoke: "注销（不再恢复）"
            }
        }
    }

    private static func changing(_ sheet: OfficerSheet, _ today: Day) -> ChangeForm {
        let id = sheet.officer.id
        let choices = sheet.officer.certificates.map { certificate in
            let standing = AdministrationWording.standing(certificate.standing(on: today))
            return ChangeChoice(
                certificate.number.text,
                "\(certificate.terms.kind.chinese)\(certificate.number)，\(standing)"
            )
        }
        return ChangeForm(
            "证件年审与变更",
            note: "暂扣、注销自生效日起即停止执法。",
            isGrave: true,
            fields: [
                ChangeField("number", "证件", .one(choices), suggestion: choices.count == 1 ? choices[0].value : ""),
                ChangeField("act", "办理", .one(Act.allCases.map { ChangeChoice($0.rawValue, $0.chinese) })),
                .day("from", "生效日期", today),
                ChangeField("to", "延续至", .day, hint: "只有延续有效期填写，格式 2026-01-31", isRequired: false),
                .reason,
            ]
        ) { answers, _ in
            let number = Certificate.Number(answers.text("number"))
            let (day, reason) = (try answers.day("from"), answers.text("reason"))
            func review(_ isPassed: Bool) -> ReviewCertificate {
                ReviewCertificate(number, of: id, year: day.year, isPassed: isPassed, on: day, remark: reason)
            }
            switch try answers.word("act", Act.self) {
            case .pass: return review(true)
            case .fail: return review(false)
            case .renew: return RenewCertificate(number, of: id, from: day, to: try answers.day("to"))
            case .suspend: return SuspendCertificate(number, of: id, from: day, reason: reason)
            case .restore: return RestoreCertificate(number, of: id, from: day, reason: reason)
            case .revoke: return RevokeCertificate(number, of: id, from: day, reason: reason)
            }
        }
    }
}

extension ChangeAnswers {
    var successor: Officer.ID? { optional("successor").map { Officer.ID($0) } }
}

extension OfficerSheet: ChangeSubject {
    fileprivate func colleagues(_ context: ChangeContext) throws -> [ChangeChoice] {
        try context.reading.reader.officers(ofAgency: agency.id, in: context.reading.realm, on: context.today)
            .filter { $0.id != officer.id }.map { ChangeChoice($0.id.text, $0.name) }
    }

    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> OfficerSheet? {
        try context.reading.sheet(of: Officer.ID(request.parameters["officer"] ?? ""), on: context.today)
    }

    static var isPersonal: Bool { true }
    var place: Place? { agency.place }
    var key: String { officer.id.text }
    var title: String { "\(agency.profile.name) \(officer.name)" }
    var address: String { AdministrationPath.officer(officer.id) }
    var crumbs: [Crumb] {
        [Crumb(agency.profile.name, to: AdministrationPath.agency(agency.id)), Crumb(officer.name, to: address)]
    }
}
