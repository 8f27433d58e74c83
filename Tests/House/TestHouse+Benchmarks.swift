package import Catalog
import Directory
package import Discretion
import EventLog
package import Kernel

extension TestHouse {
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
