package import Catalog
import Directory
import EventLog
package import Kernel

extension TestHouse {
    /// Publishes the next version of a list that the agency keeps, in force from a day.
    package func publish(_ code: String, _ rows: [OfficialListRow], from day: Day) async throws {
        let kind = try OfficialListKind.shipped(code)
        let report = SubmissionReport(document: "区教〔2026〕8号", head: "张某", signedOn: clock.today)
        let (drafter, confirmer) = (try officer(.handle), try officer(.approve))
        try await submit(KeepOfficialList(kind, of: agency.text, .draft(rows, reason: "编制清单")), by: drafter)
        try await submit(KeepOfficialList(kind, of: agency.text, .submit(report)), by: drafter)
        try await submit(KeepOfficialList(kind, of: agency.text, .publish(from: day)), by: confirmer)
    }
}
