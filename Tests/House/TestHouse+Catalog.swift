package import Catalog
import Directory
package import Discretion
import EventLog
package import Kernel

extension TestHouse {
    /// Takes an item out of the catalog from a day on, by the four who it takes.
    package func abolish(_ item: PowerItem.ID, from day: Day, because reason: String) async throws {
        let versions = try await log.read(TestHouse.realm) { try $0.state(PowerItem.self, item.text).state.versions }
        guard let content = versions.last?.content else { throw CatalogError.unknownItem(item.text) }
        let adjustment = ItemAdjustment(.abolished, for: .decision, evidence: "国发〔2026〕1号")
        let draft = DraftPowerItem(item: item, content: content, reason: reason, adjustment: adjustment)
        func act(_ command: some Command, _ officer: String) async throws {
            _ = try await submit(command, by: Actor(kind: .officer, id: officer))
        }
        try await act(draft, "founder")
        try await act(SubmitPowerItem(item: item), "founder")
        try await act(ConfirmPowerItem(item: item), "legal")
        try await act(PublishPowerItem(item: item, inForceFrom: day), "publisher")
    }

    /// Takes a benchmark of an item through its procedure and puts it in force.
    package func publish(_ benchmark: DiscretionBenchmark, of item: PowerItem.ID, from day: Day) async throws {
        let reason = "按新的裁量基准修订"
        try await submit(
            DraftBenchmark(item: item.text, content: benchmark, reason: reason),
            by: officer(.handle)
        )
        try await submit(SubmitBenchmark(item: item.text), by: officer(.handle))
        try await submit(ConfirmBenchmark(item: item.text, opinion: "合法"), by: officer(.review))
        try await submit(PublishBenchmark(item: item.text, inForceFrom: day), by: officer(.approve))
    }
}
