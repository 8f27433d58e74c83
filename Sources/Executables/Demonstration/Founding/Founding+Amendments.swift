import Access
import Catalog
import Directory
import EventLog
import Kernel

/// What is under way when the history ends, so that the desks of the catalog have work: two changes of items and one of
/// a list, each handed in with its papers.
extension Founding {
    /// Writes and hands them in.
    func amendments(_ staff: Staff, _ items: [DemonstrationItem], _ files: MaterialFiles, on day: Day) async throws {
        guard let drafter = staff.actor(named: "mulu"), let office = staff.actor(named: "fazhi") else {
            throw DemonstrationFault.noAgency(StaffPlan.government)
        }
        func submit(_ command: some Command, _ key: String) async throws {
            _ = try await log.submit(command, as: Act(realm: realm, actor: drafter, key: "demo-amendment \(key)"))
        }
        let report = SubmissionReport(
            document: "演示〔\(day.year)〕21号",
            head: "负责人（演示）",
            signedOn: day,
            files: files.report
        )
        let adjustment = ItemAdjustment(
            .changed,
            for: .operation,
            evidence: "演示〔\(day.year)〕20号",
            files: files.evidence
        )
        for item in items.filter({ !$0.isExOfficio }).prefix(2) {
            guard let version = try await log.read(realm, { try $0.powerItem(item.id)?.state.version(on: day) }) else {
                throw DemonstrationFault.noItem
            }
            var content = version.content
            content.hours = [content.hours, "周六 9:00–12:00（演示）"].compactMap(\.self).joined(separator: "；")
            let draft = DraftPowerItem(
                item: item.id,
                content: content,
                reason: "增加周六办理时间",
                adjustment: adjustment
            )
            try await submit(draft, "draft \(item.id)")
            try await submit(SubmitPowerItem(item: item.id, report: report), "submit \(item.id)")
        }
        let division = DemonstrationAgencies.division.text
        guard let kind = try OfficialListKind.shipped().first(where: { $0.code == "charges" }) else { return }
        let rows =
            Founding.charges.dropLast() + [
                ["区综合行政执法局", "生活垃圾处理费（演示）", "每户每月 5 元", "户", "区内住户", "演示〔2026〕19号", "缴入国库", "低保家庭免收"]
            ]
        // The version in force is handed in and sent back before the next one is drafted.
        let handIn = KeepOfficialList(kind, of: division, .handIn(note: nil, files: files.report))
        try await submit(handIn, "list filing")
        let comment = KeepOfficialList(kind, of: division, .returnFiling(comment: "“减免规定”一栏请写明依据（演示）"))
        _ = try await log.submit(comment, as: Act(realm: realm, actor: office, key: "demo-amendment list returned"))
        let cause = ItemAdjustment(.changed, for: .operation, evidence: "2026 年收费标准评估（演示）")
        let draft = KeepOfficialList(kind, of: division, .draft(Array(rows), reason: "降低标准", adjustment: cause))
        try await submit(draft, "list draft")
        try await submit(KeepOfficialList(kind, of: division, .submit(report)), "list submit")
    }
}
