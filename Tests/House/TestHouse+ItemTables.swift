package import Casework
import Catalog
import Directory
import EventLog
import Kernel

extension TestHouse {
    /// Drafts a table of the license and puts it in force, each by another officer.
    ///
    /// The license asks nothing a rule can rest on: the applicant's kind is its one fact.
    package func enact(
        _ use: ItemTable,
        _ rules: [(when: String, then: String, note: String)],
        in days: Int = 0
    ) async throws {
        let item = try await log.read(TestHouse.realm) { try $0.state(PowerItem.self, license.text).state }
        guard let version = item.versions.last else { throw CatalogError.unknownItem(license.text) }
        let table = use.table(
            for: version.content,
            rows: rules.map { (["applicantKind": $0.when], $0.then, $0.note) }
        )
        let draft = DraftItemTable(item: license, use: use, content: table, basis: "演示〔2026〕1号")
        try await submit(draft, by: officer(.handle))
        let enact = EnactItemTable(item: license, use: use, inForceFrom: clock.now.day + days)
        try await submit(enact, by: officer(.approve))
    }
}
