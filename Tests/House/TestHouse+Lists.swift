package import Catalog
import Directory
import EventLog
package import Kernel

extension TestHouse {
    /// Publishes the next version of a list, in force from a day; the agency's own unless its owner is named.
    package func publish(
        _ code: String,
        _ rows: [OfficialListRow],
        of owner: String? = nil,
        from day: Day
    ) async throws {
        let owner = owner ?? agency.text
        let kind = try OfficialListKind.shipped(code)
        let report = SubmissionReport(document: "区教〔2026〕8号", head: "张某", signedOn: clock.today)
        let (drafter, confirmer) = (try officer(.handle), try officer(.approve))
        let id = OfficialList.id(kind, of: owner).text
        let isFirst = try await log.read(TestHouse.realm) { try $0.state(OfficialList.self, id).state.versions.isEmpty }
        let cause = isFirst ? nil : ItemAdjustment(.changed, for: .error, evidence: "清单核对记录")
        let draft = KeepOfficialList.Deed.draft(rows, reason: "编制清单", adjustment: cause)
        try await submit(KeepOfficialList(kind, of: owner, draft), by: drafter)
        try await submit(KeepOfficialList(kind, of: owner, .submit(report)), by: drafter)
        try await submit(KeepOfficialList(kind, of: owner, .publish(from: day)), by: confirmer)
    }
}
