package import EventLog
package import Kernel

/// What happens to an item's benchmark.
package enum BenchmarkEvent: EventFamily {
    case drafted(BenchmarkDrafted)
    case submitted(BenchmarkSubmitted)
    case returned(BenchmarkReturned)
    case confirmed(BenchmarkConfirmed)
    case published(BenchmarkPublished)

    package static let members = [
        EventMember(BenchmarkDrafted.self, BenchmarkEvent.drafted),
        EventMember(BenchmarkSubmitted.self, BenchmarkEvent.submitted),
        EventMember(BenchmarkReturned.self, BenchmarkEvent.returned),
        EventMember(BenchmarkConfirmed.self, BenchmarkEvent.confirmed),
        EventMember(BenchmarkPublished.self, BenchmarkEvent.published),
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .submitted(let payload): payload
        case .returned(let payload): payload
        case .confirmed(let payload): payload
        case .published(let payload): payload
        }
    }
}

/// Someone wrote a draft; internal, since it is not in force.
package struct BenchmarkDrafted: EventPayload {
    package static let type = "Benchmark.Drafted"
    package let content: DiscretionBenchmark
    package let reason: String?
}

package struct BenchmarkSubmitted: EventPayload {
    package static let type = "Benchmark.Submitted"
    package let note: String?
}

package struct BenchmarkReturned: EventPayload {
    package static let type = "Benchmark.Returned"
    package let reason: String
}

package struct BenchmarkConfirmed: EventPayload {
    package static let type = "Benchmark.Confirmed"
    package let opinion: String?
}

/// The benchmark is in force from a day, before all eyes.
///
/// - Source: 行政处罚法 art. 34 (benchmarks are published).
package struct BenchmarkPublished: EventPayload {
    package static let type = "Benchmark.Published"
    package let number: Open<Int>
    package let content: Open<DiscretionBenchmark>
    package let inForceFrom: Open<Day>
}
