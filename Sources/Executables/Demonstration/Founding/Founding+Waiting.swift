import Access
import Catalog
import Directory
import EventLog
import Kernel
import Law

/// What is begun on the first day and nobody goes on with, one example a rule about the catalog and the lists beside it.
extension Founding {
    /// A changed item that was drafted and not applied for (CAT-ADJUST), one that waits for the legal office (CAT-CONFIRM),
    /// an answer to a changed statute that does (CAT-LAWOFFICE), and a changed statute that nobody answered (CAT-LAWTASK).
    ///
    /// Items under which the history has cases are left alone.
    func waiting(_ staff: Staff) async throws {
        guard let drafter = staff.actor(named: "mulu"), let office = staff.actor(named: "fazhi") else {
            throw DemonstrationFault.noAgency(StaffPlan.government)
        }
        let household = try await changed("511F09014002-511602000000-000-11511300008778693M-1-00") {
            $0.hours = [$0.hours, "延时至 18:30（演示）"].compactMap(\.self).joined(separator: "；")
        }
        let law = ItemAdjustment(.changed, for: .law, evidence: "户口登记条例§3（演示）", on: day)
        let drafted = DraftPowerItem(item: household.id, content: household.content, reason: "依据调整", adjustment: law)
        try await submit(drafted, by: drafter, "household")

        let inspected = try await changed("11511301MB1D6852754000616001000") {
            $0.phone = [$0.phone, "12345（演示）"].compactMap(\.self).joined(separator: "；")
        }
        let record = ItemAdjustment(.changed, for: .operation, evidence: "演示〔\(day.year)〕9号")
        let draft = DraftPowerItem(item: inspected.id, content: inspected.content, reason: "增加电话", adjustment: record)
        try await submit(draft, by: drafter, "inspected")
        try await submit(SubmitPowerItem(item: inspected.id), by: drafter, "inspected handed in")

        try await amendedRules(drafter, office)
    }

    /// Made up: rules of the division, one article of which was amended ten days later.
    private struct AmendedRules {
        let title: String
        let article: Int
        let old: String
        let new: String
        let key: String
    }

    private static let relief = AmendedRules(
        title: "演示区临时救助实施办法",
        article: 6,
        old: "申请临时救助的，向户籍所在地的乡镇人民政府、街道办事处提出（演示）。",
        new: "申请临时救助的，向户籍所在地或者居住地的乡镇人民政府、街道办事处提出（演示）。",
        key: "rules"
    )

    private static let fireworks = AmendedRules(
        title: "演示区烟花爆竹零售点布设办法",
        article: 4,
        old: "烟花爆竹零售点与学校的距离不少于一百米（演示）。",
        new: "烟花爆竹零售点与学校、加油站的距离不少于一百米（演示）。",
        key: "fireworks rules"
    )

    private func amend(_ rules: AmendedRules, by office: Actor) async throws {
        func version(_ from: Day, _ text: String) -> StatuteVersion {
            StatuteVersion(
                title: rules.title,
                level: .normativeDocument,
                issuer: "演示区人民政府",
                enactments: [],
                inForceFrom: from,
                articles: [
                    Article(number: 1, paragraphs: [Paragraph("制定本办法（演示）。")]),
                    Article(number: rules.article, paragraphs: [Paragraph(text)]),
                ]
            )
        }
        let old = version(day.adding(months: -36), rules.old)
        try await submit(ImportStatute(old, source: "演示"), by: office, rules.key)
        try await submit(ImportStatute(version(day + 10, rules.new), source: "演示"), by: office, "\(rules.key) amended")
    }

    /// Of two items that rest on such rules one was looked through, the other not.
    private func amendedRules(_ drafter: Actor, _ office: Actor) async throws {
        for rules in [Founding.relief, Founding.fireworks] { try await amend(rules, by: office) }
        let title = Founding.relief.title
        let item = try await changed("512B0003600031-511602000000-000-11511301008778298W-1-00") { _ in }
        let answer = AnswerLegalChange(
            item: item.id,
            change: LegalChange(title, .version(2)),
            kind: .adjusting,
            reason: "居住地也可以申请，办事指南需要修改（演示）"
        )
        try await submit(answer, by: drafter, "rules answered")
    }

    /// Files lists as they are filed: one received, one whose filing waits for the legal office (LST-ANSWER); the others
    /// are not handed in (LST-FILED).
    func filings(_ staff: Staff, _ files: MaterialFiles) async throws {
        guard let keeper = staff.actor(named: "mulu"), let office = staff.actor(named: "fazhi"),
            let building = staff.agencies["区住建局"]
        else { throw DemonstrationFault.noAgency(StaffPlan.government) }
        let negative = try OfficialListKind.shipped(NegativeList.kind)
        let division = DemonstrationAgencies.division.text
        let handIn = KeepOfficialList.Deed.handIn(note: "首次报送（演示）", files: files.report)
        try await submit(KeepOfficialList(negative, of: division, handIn), by: keeper, "filing negative")
        let receive = KeepOfficialList(negative, of: division, .receive(comment: "格式规范，依据明确（演示）"))
        try await submit(receive, by: office, "filing received")
        let reviews = KeepOfficialList(try OfficialListKind.shipped("reviews"), of: building.text, handIn)
        try await submit(reviews, by: keeper, "filing reviews")
    }

    /// Leaves lists undone: a further version that is drafted and not handed in (LST-ADJUST), and a first one that waits for
    /// the legal office (LST-CONFIRM).
    func listsWaiting(_ staff: Staff) async throws {
        guard let keeper = staff.actor(named: "mulu"), let building = staff.agencies["区住建局"] else {
            throw DemonstrationFault.noAgency(StaffPlan.government)
        }
        let recordings = try OfficialListKind.shipped("recordings")
        let more = ["行政检查", "全部", "现场检查", "执法记录仪", "出示证件", "检查全过程", "当事人签字", "与案卷相同", ""]
        let law = ItemAdjustment(.changed, for: .law, evidence: "行政执法监督条例§18（演示）", on: day)
        let next = KeepOfficialList.Deed.draft(Founding.recordings + [more], reason: "增加行政检查（演示）", adjustment: law)
        try await submit(KeepOfficialList(recordings, of: building.text, next), by: keeper, "recordings")

        let funds = try OfficialListKind.shipped("funds")
        let division = DemonstrationAgencies.division.text
        let row = ["城市基础设施配套费（演示）", "建设单位", "每平方米 60 元", "演示〔2026〕6号", "区住建局", "城市基础设施建设", ""]
        let first = KeepOfficialList(funds, of: division, .draft([row], reason: "首次编制（演示）"))
        try await submit(first, by: keeper, "funds")
        let report = SubmissionReport(document: "演示〔2026〕11号", head: "负责人（演示）", signedOn: day)
        try await submit(KeepOfficialList(funds, of: division, .submit(report)), by: keeper, "funds handed in")
    }

    /// Publishes an item anew whose guide a list describes; the list is not published again (LST-OUTDATED).
    func guideChanged(_ staff: Staff, on today: Day) async throws {
        guard let drafter = staff.actor(named: "mulu"), let office = staff.actor(named: "fazhi"),
            let publisher = staff.actor(named: "gongbu")
        else { throw DemonstrationFault.noAgency(StaffPlan.government) }
        let item = try await changed(Founding.guided.code) {
            $0.hours = [$0.hours, "周六 9:00–12:00（演示）"].compactMap(\.self).joined(separator: "；")
            $0.place = "广安区政务服务中心二楼（演示地址）"
        }
        let moved = ItemAdjustment(.changed, for: .operation, evidence: "演示〔\(today.year)〕12号")
        let draft = DraftPowerItem(item: item.id, content: item.content, reason: "窗口搬迁", adjustment: moved)
        try await submit(draft, by: drafter, "guide")
        try await submit(SubmitPowerItem(item: item.id), by: drafter, "guide handed in")
        try await submit(ConfirmPowerItem(item: item.id, opinion: "演示"), by: office, "guide confirmed")
        try await submit(PublishPowerItem(item: item.id, inForceFrom: today), by: publisher, "guide published")
    }

    private func changed(
        _ code: String,
        _ change: (inout ItemContent) -> Void
    ) async throws -> (id: PowerItem.ID, content: ItemContent) {
        let found = try await log.read(realm) { try $0.powerItem(code: code) }
        guard let found, var content = found.item.state.versions.last?.content else { throw DemonstrationFault.noItem }
        change(&content)
        return (found.id, content)
    }

    private func submit(_ command: some Command, by actor: Actor, _ key: String) async throws {
        _ = try await log.submit(command, as: Act(realm: realm, actor: actor, key: "demo-waiting \(key)"))
    }
}
