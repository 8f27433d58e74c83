import CanonicalJSON
import Definitions
package import EventLog
package import Kernel

/// The benchmarks of the demonstration division's items, made from statutes and marked 演示.
package enum DemonstrationBenchmarks {
    /// Reads them, by the items' codes.
    package static func shipped() throws -> [String: DiscretionBenchmark] {
        try CanonicalDecoder().decode(
            [String: DiscretionBenchmark].self,
            from: Definitions.bytes("demonstration/benchmarks.json")
        )
    }

    /// Drafts, submits, confirms and publishes the benchmark of one item.
    ///
    /// May run again: acts that were done are answered, not repeated.
    ///
    /// - Parameters:
    ///   - content: the benchmark.
    ///   - item: the item's identifier.
    ///   - log: where the acts go.
    ///   - realm: the demonstration's.
    ///   - officers: who drafts, confirms and publishes: three people.
    ///   - day: when it comes into force; not before the log's today.
    /// - Throws: `DiscretionError`, `EventLogError`.
    package static func publish(
        _ content: DiscretionBenchmark,
        of item: String,
        into log: EventLog,
        _ realm: Realm,
        officers: (drafter: Actor, confirmer: Actor, publisher: Actor),
        from day: Day
    ) async throws {
        func act(_ actor: Actor, _ step: String) -> Act {
            Act(realm: realm, actor: actor, key: "demo-benchmark \(item) \(step)")
        }
        _ = try await log.submit(DraftBenchmark(item: item, content: content), as: act(officers.drafter, "draft"))
        _ = try await log.submit(SubmitBenchmark(item: item), as: act(officers.drafter, "submit"))
        _ = try await log.submit(ConfirmBenchmark(item: item, opinion: "演示"), as: act(officers.confirmer, "confirm"))
        _ = try await log.submit(PublishBenchmark(item: item, inForceFrom: day), as: act(officers.publisher, "publish"))
    }
}
