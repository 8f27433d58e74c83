import Directory
import Kernel

/// The columns of the list of enforcement subjects, as fields of a form.
///
/// - Source: 聊政办发〔2017〕74号 annex 2; Administrative Penalty Law (行政处罚法) art. 20.
enum ProfileFields {
    /// Returns the fields with what holds now; nothing holds of an agency that is being registered.
    static func all(_ present: Agency.Profile?, _ version: Int?, _ today: Day) -> [ChangeField] {
        let subject = present?.subject
        let letter = subject?.entrustment
        return (version.map { [ChangeField("seen", "", .carried, now: ["\($0)"])] } ?? []) + [
            .line("name", "机构名称", now: present?.name),
            .line("shortName", "机构简称", now: present?.shortName),
            .line("code", "统一社会信用代码", 18, now: present?.code),
            ChangeField(
                "kind",
                "主体类别",
                .one(Agency.Kind.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                now: [present?.kind.rawValue ?? ""]
            ),
            ChangeField(
                "nature",
                "机构性质",
                .one(AgencySubject.Nature.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                now: [subject?.nature?.rawValue ?? ""],
                isRequired: false
            ),
            .line("legalRepresentative", "法定代表人", 60, now: subject?.legalRepresentative, isRequired: false),
            .lines("duties", "职责权限", now: subject?.duties),
            ChangeField(
                "categories",
                "执法类别",
                .several(EnforcementCategory.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                now: subject?.categories?.map(\.rawValue) ?? [],
                isRequired: false
            ),
            ChangeField(
                "establishment",
                "编制数",
                .number(0...100_000),
                now: [subject?.establishment.map(String.init) ?? ""],
                isRequired: false
            ),
            ChangeField(
                "funding",
                "经费来源",
                .one(AgencySubject.Funding.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                now: [subject?.funding?.rawValue ?? ""],
                isRequired: false
            ),
            .line("phone", "电话", 60, now: present?.phone, isRequired: false),
            .line("address", "地址", now: present?.address, isRequired: false),
            .line("complaintLine", "投诉电话", 60, now: present?.complaintLine, isRequired: false),
            .line("entrustedBy", "委托机关", now: letter?.entrustedBy, hint: "只有受委托组织填写委托各栏", isRequired: false),
            .line("letter", "委托书", now: letter?.letter, isRequired: false),
            .line("basis", "委托依据", now: letter?.basis, isRequired: false),
            .lines("matters", "委托事项和权限", now: letter?.matters),
            .day("letterFrom", "委托期限起", now: letter?.from),
            .day("letterTo", "委托期限止", now: letter?.to),
            .line("document", "确认公告文号", now: subject?.announcement?.document, isRequired: false),
            .day("announcedOn", "公告日期", now: subject?.announcement?.on),
            .day("from", "生效日期", today),
        ] + (present == nil ? [] : [.reason])
    }

    /// Returns the profile as the answers give it.
    static func profile(_ answers: ChangeAnswers, on division: Division.Code) throws(ChangeFault) -> Agency.Profile {
        let nature = answers.words("nature", AgencySubject.Nature.self).first
        let funding = answers.words("funding", AgencySubject.Funding.self).first
        let categories = answers.words("categories", EnforcementCategory.self)
        let announced = answers.optionalDay("announcedOn")
        let subject = AgencySubject(
            nature: nature,
            legalRepresentative: answers.optional("legalRepresentative"),
            duties: answers.optional("duties"),
            establishment: answers.number("establishment"),
            funding: funding,
            categories: categories.isEmpty ? nil : categories,
            entrustment: try entrustment(answers),
            announcement: announced.map { AgencySubject.Announcement(document: answers.text("document"), on: $0) }
        )
        return Agency.Profile(
            code: answers.text("code"),
            name: answers.text("name"),
            shortName: answers.text("shortName"),
            division: division,
            kind: try answers.word("kind", Agency.Kind.self),
            phone: answers.optional("phone"),
            address: answers.optional("address"),
            complaintLine: answers.optional("complaintLine"),
            subject: subject == AgencySubject() ? nil : subject
        )
    }

    /// All of a letter or nothing of it.
    private static func entrustment(_ answers: ChangeAnswers) throws(ChangeFault) -> AgencySubject.Entrustment? {
        let names = [("entrustedBy", "委托机关"), ("letter", "委托书"), ("matters", "委托事项和权限")]
        let days = [("letterFrom", "委托期限起"), ("letterTo", "委托期限止")]
        guard (names + days).contains(where: { answers.optional($0.0) != nil }) else { return nil }
        if let missing = (names + days).first(where: { answers.optional($0.0) == nil }) {
            throw ChangeFault(missing.0, "填写了委托的一栏，也须填写\(missing.1)（行政处罚法§20）。")
        }
        return AgencySubject.Entrustment(
            entrustedBy: answers.text("entrustedBy"),
            letter: answers.text("letter"),
            basis: answers.text("basis"),
            matters: answers.text("matters"),
            from: try answers.day("letterFrom"),
            to: try answers.day("letterTo")
        )
    }
}
