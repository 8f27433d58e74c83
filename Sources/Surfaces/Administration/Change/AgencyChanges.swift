import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// What forms change of an agency.
enum AgencyChanges {
    static let all: [ChangeRoute<AgencySheet>] = [
        ChangeRoute("/administration/agencies/{agency}/profile", "adminChangeProfile", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.agency.id
            return ChangeForm(
                "变更执法主体资格",
                note: "变更后须由本级人民政府确认公告；受委托组织须填写委托各栏。",
                fields: ProfileFields.all(sheet.agency.profile, sheet.version, context.today)
            ) { answers, _ in
                ChangeAgencyProfile(
                    id,
                    seen: answers.number("seen") ?? 0,
                    to: try ProfileFields.profile(answers, on: sheet.agency.profile.division),
                    from: try answers.day("from"),
                    reason: answers.text("reason")
                )
            }
        },
        ChangeRoute("/administration/agencies/{agency}/management", "adminSetManagement", AdministrationAccess.keeping)
        {
            sheet,
            context in
            let id = sheet.agency.id
            let superior = try sheet.management.superior.flatMap { superior in
                try context.reading.reader.agency(superior, in: context.reading.realm)?.profile.code
            }
            return ChangeForm(
                "变更管理体制",
                note: "管理体制决定职权由谁确认、执法由谁考核、责任由谁追究（国办发〔2005〕37号第三部分）。",
                fields: [
                    ChangeField(
                        "mode",
                        "管理体制",
                        .one(ManagementMode.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                        now: [sheet.management.mode.rawValue]
                    ),
                    .line(
                        "superior",
                        "上级机构代码",
                        18,
                        now: superior,
                        hint: "上级机构的统一社会信用代码；属地管理不填，上级不在本系统的不填",
                        isRequired: false
                    ),
                    .day("from", "生效日期", context.today),
                    .reason,
                ]
            ) { answers, reading in
                SetManagement(
                    Management(
                        try answers.word("mode", ManagementMode.self),
                        under: try superiorAgency(answers, reading)
                    ),
                    of: id,
                    from: try answers.day("from"),
                    reason: answers.text("reason")
                )
            }
        },
        ChangeRoute("/administration/agencies/{agency}/close", "adminCloseAgency", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.agency.id
            return ChangeForm(
                "撤销执法主体",
                note: "先办结在办事项、撤销全部岗位；撤销前的办件仍按原主体保留。",
                isGrave: true,
                fields: [.day("from", "撤销日期", context.today), .reason],
                effects: { answers, reading in
                    try WaitingWork(id, try answers.day("from"), reading).requireNoOpenCase()
                    return []
                }
            ) { answers, _ in CloseAgency(id, from: try answers.day("from"), reason: answers.text("reason")) }
        },
        ChangeRoute("/administration/agencies/{agency}/offices", "adminOpenOffice", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.agency.id
            return ChangeForm(
                "新设内设机构",
                fields: [.line("name", "内设机构名称"), .day("from", "设立日期", context.today)]
            ) { answers, _ in OpenOffice(answers.text("name"), in: id, from: try answers.day("from")) }
        },
        ChangeRoute(
            "/administration/agencies/{agency}/offices/close",
            "adminCloseOffice",
            AdministrationAccess.keeping
        ) { sheet, context in
            let id = sheet.agency.id
            return ChangeForm(
                "撤销内设机构",
                isGrave: true,
                fields: [
                    ChangeField(
                        "office",
                        "内设机构",
                        .one(sheet.offices.map { ChangeChoice($0.id.text, $0.name) })
                    ),
                    .day("from", "撤销日期", context.today), .reason,
                ]
            ) { answers, _ in
                CloseOffice(
                    Office.ID(answers.text("office")),
                    of: id,
                    from: try answers.day("from"),
                    reason: answers.text("reason")
                )
            }
        },
        ChangeRoute("/administration/agencies/{agency}/posts", "adminCreatePost", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.agency.id
            return ChangeForm(
                "新设岗位",
                fields: [
                    .line("name", "岗位名称"),
                    ChangeField(
                        "responsibility",
                        "责任类型",
                        .one(Responsibility.allCases.map { ChangeChoice($0.rawValue, $0.chinese) })
                    ),
                    ChangeField(
                        "office",
                        "内设机构",
                        .one(sheet.offices.map { ChangeChoice($0.id.text, $0.name) }),
                        isRequired: false
                    ),
                    .day("from", "设立日期", context.today),
                ]
            ) { answers, _ in
                CreatePost(
                    answers.text("name"),
                    for: try answers.word("responsibility", Responsibility.self),
                    in: id,
                    office: answers.optional("office").map { Office.ID($0) },
                    from: try answers.day("from")
                )
            }
        },
        ChangeRoute(
            "/administration/agencies/{agency}/officers",
            "adminRegisterOfficer",
            AdministrationAccess.keepingOfficers
        ) { sheet, context in
            let id = sheet.agency.id
            return ChangeForm(
                "登记人员",
                fields: [
                    .line("name", "姓名", 60), .line("position", "职务", 60), OfficerChanges.engagement(now: nil),
                    .day("from", "到岗日期", context.today),
                ]
            ) { answers, _ in
                RegisterOfficer(
                    answers.text("name"),
                    of: id,
                    from: try answers.day("from"),
                    as: Officer.Details(
                        position: answers.text("position"),
                        engagement: try answers.word("engagement", Officer.Engagement.self)
                    )
                )
            }
        },
        TrainingChange.route, ReorganizationChange.route,
        ChangeRoute("/administration/agencies/{agency}/plan/issue", "adminIssuePlan", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.agency.id
            return ChangeForm(
                "公布分解执法职权方案",
                note: "按生效日各岗位的职责生成新一版方案；以前各版保留。公布前请看方案页的检查结果。",
                fields: [.day("from", "生效日期", context.today)]
            ) { answers, _ in IssueBreakdownPlan(of: id, from: try answers.day("from")) }
        },
    ]

    private static func superiorAgency(_ answers: ChangeAnswers, _ reading: EventReading) throws -> Agency.ID? {
        guard let code = answers.optional("superior") else { return nil }
        guard let found = try reading.reader.agency(code: code, in: reading.realm) else {
            throw ChangeFault("superior", "没有代码为“\(code)”的机构，请核对，或者先登记。")
        }
        return found.id
    }
}

extension AgencySheet: ChangeSubject {
    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> AgencySheet? {
        try context.reading.sheet(of: Agency.ID(request.parameters["agency"] ?? ""), on: context.today)
    }

    var place: Place? { agency.place }
    var key: String { agency.id.text }
    var title: String { agency.profile.name }
    var address: String { AdministrationPath.agency(agency.id) }
    var crumbs: [Crumb] { [Crumb(title, to: address)] }
}
