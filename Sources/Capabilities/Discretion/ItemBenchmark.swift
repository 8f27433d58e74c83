package import EventLog
package import Kernel
package import Law

/// The benchmark of one item (裁量基准) with its versions and the draft of the next one.
///
/// Its stream has the item's identifier for a key: an item has one benchmark or none.
package struct ItemBenchmark: Aggregate {
    package static let category = "benchmark"

    /// A version on its way.
    package struct Draft: Hashable, Sendable {
        package enum Stage: Hashable, Sendable {
            case drafted
            case submitted
            case confirmed

            package var name: String {
                switch self {
                case .drafted: "drafted"
                case .submitted: "submitted"
                case .confirmed: "confirmed"
                }
            }
        }

        package let content: DiscretionBenchmark
        /// Everyone who wrote, submitted or confirmed it since the last published version.
        package internal(set) var hands: Set<String>
        package internal(set) var stage: Stage
        /// When it came to who has it now.
        package internal(set) var since: Day
        /// Why it was last returned; it stands until the draft is handed in again.
        package internal(set) var returnReason: String?
    }

    package private(set) var draft: Draft?
    /// In the order of their numbers; days in force never overlap.
    package private(set) var versions: [BenchmarkVersion] = []

    package init() {}

    package mutating func evolve(_ event: BenchmarkEvent, _ envelope: Envelope) {
        let (actor, day) = (envelope.actor.id, envelope.occurred.at.day)
        switch event {
        case .drafted(let drafted):
            draft = Draft(
                content: drafted.content,
                hands: (draft?.hands ?? []).union([actor]),
                stage: .drafted,
                since: draft?.since ?? day,
                returnReason: draft?.returnReason
            )
        case .submitted:
            draft?.hands.insert(actor)
            draft?.stage = .submitted
            draft?.since = day
            draft?.returnReason = nil
        case .returned(let returned):
            draft?.stage = .drafted
            draft?.since = day
            draft?.returnReason = returned.reason
        case .confirmed:
            draft?.hands.insert(actor)
            draft?.stage = .confirmed
            draft?.since = day
        case .published(let published):
            if let last = versions.indices.last { versions[last].inForceUntil = published.inForceFrom.value }
            versions.append(
                BenchmarkVersion(
                    item: envelope.stream.key,
                    number: published.number.value,
                    content: published.content.value,
                    inForceFrom: published.inForceFrom.value,
                    publishedOn: day
                )
            )
            draft = nil
        }
    }

    /// The version in force on `day`; `nil` before the first.
    package func version(on day: Day) -> BenchmarkVersion? { versions.first { $0.isInForce(on: day) } }
}

/// One version of an item's benchmark as published; a case pins it.
package struct BenchmarkVersion: Hashable, Sendable {
    /// The item's identifier.
    package let item: String
    /// From 1.
    package let number: Int
    package let content: DiscretionBenchmark
    package let inForceFrom: Day
    /// The first day on which it is not in force any more.
    package internal(set) var inForceUntil: Day?
    package let publishedOn: Day

    package func isInForce(on day: Day) -> Bool { inForceFrom <= day && inForceUntil.map { day < $0 } ?? true }

    /// What it rests on, for holding it against changes of law.
    package var citations: Citations {
        Citations(bases: content.bases, inForceFrom: inForceFrom, inForceUntil: inForceUntil)
    }
}
