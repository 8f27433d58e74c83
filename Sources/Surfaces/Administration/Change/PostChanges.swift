import Access
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// What forms change of a post.
enum PostChanges {
    static let all: [ChangeRoute<PostSheet>] = [
        ChangeRoute("/administration/posts/{post}/charter", "adminSetCharter", AdministrationAccess.keeping) {
            sheet,
            context in try CharterFields.form(sheet, context)
        },
        ChangeRoute("/administration/posts/{post}/appoint", "adminAppoint", AdministrationAccess.keepingOfficers) {
            sheet,
            context in
            let id = sheet.post.id
            return ChangeForm(
                "任职",
                fields: [
                    ChangeField("officer", "人员", .one(sheet.colleagueChoices)), .day("from", "任职日期", context.today),
                ]
            ) { answers, _ in
                AppointOfficer(Officer.ID(answers.text("officer")), to: id, from: try answers.day("from"))
            }
        },
        ChangeRoute("/administration/posts/{post}/relieve", "adminRelieve", AdministrationAccess.keepingOfficers) {
            sheet,
            context in
            let id = sheet.post.id
            return ChangeForm(
                "免职",
                isGrave: true,
                fields: [
                    ChangeField("officer", "人员", .one(sheet.holderChoices(on: context.today))),
                    .day("from", "免职日期", context.today), OfficerChanges.successor(sheet.colleagueChoices), .reason,
                ],
                effects: { answers, reading in
                    try WaitingWork(sheet.agency.id, try answers.day("from"), reading)
                        .effects(leaving: [id], Officer.ID(answers.text("officer")), answers.successor)
                }
            ) { answers, _ in
                RelieveOfficer(
                    Officer.ID(answers.text("officer")),
                    of: id,
                    from: try answers.day("from"),
                    reason: answers.text("reason"),
                    successor: answers.successor
                )
            }
        },
        ChangeRoute("/administration/posts/{post}/delegate", "adminDelegate", AdministrationAccess.keepingOfficers) {
            sheet,
            context in
            let id = sheet.post.id
            return ChangeForm(
                "代行职责",
                note: "代行期间由代行人以自己的证件行使职责并承担责任，每件办件记明代谁行使。",
                fields: [
                    ChangeField("absent", "被代行人", .one(sheet.holderChoices(on: context.today))),
                    ChangeField("officer", "代行人", .one(sheet.colleagueChoices)),
                    .day("from", "起始日期", context.today), .day("to", "截止日期", nil),
                    ChangeField(
                        "categories",
                        "执法类别",
                        .several(EnforcementCategory.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                        hint: "不选为全部",
                        isRequired: false
                    ),
                    .reason,
                ]
            ) { answers, _ in
                DelegatePost(
                    id,
                    Delegation(
                        from: Officer.ID(answers.text("absent")),
                        to: Officer.ID(answers.text("officer")),
                        categories: answers.words("categories", EnforcementCategory.self),
                        begins: try answers.day("from"),
                        ends: try answers.day("to"),
                        reason: answers.text("reason")
                    )
                )
            }
        },
        ChangeRoute(
            "/administration/posts/{post}/delegate/end",
            "adminEndDelegation",
            AdministrationAccess.keepingOfficers
        ) { sheet, context in
            let id = sheet.post.id
            let running = sheet.post.delegations.filter { $0.ends >= context.today }
            return ChangeForm(
                "终止代行",
                fields: [
                    ChangeField(
                        "officer",
                        "代行人",
                        .one(
                            running.map { given in
                                ChangeChoice(given.to.text, "\(sheet.name(given.to))（至\(given.ends)）")
                            }
                        )
                    ),
                    .day("from", "终止日期", context.today), .reason,
                ]
            ) { answers, _ in
                EndDelegation(
                    of: id,
                    to: Officer.ID(answers.text("officer")),
                    from: try answers.day("from"),
                    reason: answers.text("reason")
                )
            }
        },
        ChangeRoute("/administration/posts/{post}/abolish", "adminAbolishPost", AdministrationAccess.keeping) {
            sheet,
            context in
            let id = sheet.post.id
            return ChangeForm(
                "撤销岗位",
                note: "任职人员同时免职；岗位撤销前所办事项的责任人仍可查。",
                isGrave: true,
                fields: [.day("from", "撤销日期", context.today), .reason],
                effects: { answers, reading in
                    try WaitingWork(sheet.agency.id, try answers.day("from"), reading).effects(abolishing: id)
                }
            ) { answers, _ in AbolishPost(id, from: try answers.day("from"), reason: answers.text("reason")) }
        },
    ]
}

/// A post's charter as fields: its powers, standards, indicators, liability and longest stay.
///
/// - Source: 国办发〔2005〕37号 part 2 (分解执法职权, 确定执法责任).
enum CharterFields {
    static func form(_ sheet: PostSheet, _ context: ChangeContext) throws -> ChangeForm {
        let id = sheet.post.id
        let present = sheet.post.charter.value(on: context.today)
        let confirmed = try context.reading.reader.confirmedItems(
            ofAgency: sheet.agency.id.text,
            in: context.reading.realm,
            on: context.today
        )
        let held = (present?.powers ?? []).filter { power in !confirmed.contains { $0.id.text == power.item } }
        let powers =
            confirmed.map { PostCharter.Power(item: $0.id.text, name: $0.name) }
            + held.map { PostCharter.Power(item: $0.item, name: $0.name) }
        let limits = (present?.powers ?? []).first { !$0.limits.isEmpty }?.limits
        let fields: [ChangeField] = [
            ChangeField(
                "powers",
                "职权",
                .several(
                    confirmed.map { ChangeChoice($0.id.text, "\($0.name)（\($0.code)）") }
                        + held.map { ChangeChoice($0.item, "\($0.name)（不在已确认目录）") }
                ),
                now: present?.powers.map(\.item) ?? [],
                hint: powers.isEmpty ? "本机构在已确认的职权目录中没有事项" : "只列本机构已确认的职权事项",
                isRequired: false
            ),
            .line("limits", "权限范围", now: limits, hint: "本岗位只办其中一部分的，写明范围", isRequired: false),
            .lines("duties", "岗位职责", now: present?.duties),
            .lines("standards", "工作标准", now: present?.standards),
            .lines("indicators", "考核指标", now: present?.indicators),
            ChangeField(
                "liability",
                "责任种类",
                .one(PostCharter.Liability.Kind.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                now: [present?.liability?.kind.rawValue ?? ""],
                isRequired: false
            ),
            .lines("liabilityContent", "责任内容", now: present?.liability?.content),
            ChangeField(
                "stay",
                "任职最长月数",
                .number(1...240),
                now: [present?.longestStayMonths.map(String.init) ?? ""],
                hint: "需定期轮岗的岗位填写；届满前提示，届满后列为应轮岗未轮岗",
                isRequired: false
            ),
            .day("from", "生效日期", context.today), .reason,
        ]
        return ChangeForm("确定岗位职责", fields: fields) { answers, _ in
            SetPostCharter(
                try charter(answers, of: powers),
                of: id,
                from: try answers.day("from"),
                reason: answers.text("reason")
            )
        }
    }

    private static func charter(
        _ answers: ChangeAnswers,
        of powers: [PostCharter.Power]
    ) throws(ChangeFault) -> PostCharter {
        let chosen = Set(answers.all("powers"))
        let limits = answers.text("limits")
        let kind = answers.words("liability", PostCharter.Liability.Kind.self).first
        let content = answers.optional("liabilityContent")
        guard (kind == nil) == (content == nil) else {
            throw ChangeFault(kind == nil ? "liability" : "liabilityContent", "责任种类和责任内容应同时填写。")
        }
        return PostCharter(
            powers: powers.filter { chosen.contains($0.item) }
                .map { PostCharter.Power(item: $0.item, name: $0.name, limits: limits) },
            duties: answers.optional("duties"),
            standards: answers.optional("standards"),
            indicators: answers.optional("indicators"),
            liability: kind.flatMap { kind in content.map { PostCharter.Liability(kind: kind, content: $0) } },
            longestStayMonths: answers.number("stay")
        )
    }
}

extension PostSheet: ChangeSubject {
    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> PostSheet? {
        try context.reading.sheet(of: Post.ID(request.parameters["post"] ?? ""), on: context.today)
    }

    var place: Place? { agency.place }
    var key: String { post.id.text }
    var title: String { "\(agency.profile.name) \(post.name)" }
    var address: String { AdministrationPath.post(post.id) }
    var crumbs: [Crumb] {
        [Crumb(agency.profile.name, to: AdministrationPath.agency(agency.id)), Crumb(post.name, to: address)]
    }

    func name(_ officer: Officer.ID) -> String { names[officer] ?? officer.text }

    fileprivate var colleagueChoices: [ChangeChoice] { colleagues.map { ChangeChoice($0.id.text, $0.name) } }

    fileprivate func holderChoices(on day: Day) -> [ChangeChoice] {
        post.officers(on: day).map { ChangeChoice($0.text, name($0)) }
    }
}
