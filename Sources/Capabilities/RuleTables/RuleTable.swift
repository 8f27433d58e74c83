package import DecisionTables
package import Directory
package import EventLog
package import Kernel

/// The table of one use in one division, with its versions and the draft of the next one.
package struct RuleTable: Aggregate {
    package static let category = "rule-table"

    /// A version on its way.
    package struct Draft: Hashable, Sendable {
        package let content: DecisionTable
        package let basis: String
        /// Everyone who wrote it since the last version.
        package internal(set) var authors: Set<String>
        /// Why it was last returned.
        package internal(set) var returned: String?
    }

    package struct Version: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let content: DecisionTable
        package let basis: String
        package let inForceFrom: Day
        /// The first day on which it is not in force any more.
        package internal(set) var inForceUntil: Day?
    }

    package private(set) var draft: Draft?
    /// In the order of their numbers; days in force never overlap.
    package private(set) var versions: [Version] = []

    package init() {}

    package mutating func evolve(_ event: RuleTableEvent, _ envelope: Envelope) {
        switch event {
        case .drafted(let drafted):
            let authors = (draft?.authors ?? []).union([envelope.actor.id])
            draft = Draft(content: drafted.content, basis: drafted.basis, authors: authors)
        case .returned(let returned): draft?.returned = returned.reason
        case .enacted(let enacted):
            if let last = versions.indices.last { versions[last].inForceUntil = enacted.inForceFrom.value }
            versions.append(
                Version(
                    number: enacted.number.value,
                    content: enacted.content.value,
                    basis: enacted.basis.value,
                    inForceFrom: enacted.inForceFrom.value
                )
            )
            draft = nil
        }
    }

    /// The version in force on `day`; `nil` before the first.
    package func version(on day: Day) -> Version? {
        versions.first { $0.inForceFrom <= day && $0.inForceUntil.map { day < $0 } ?? true }
    }

    /// The stream of a use in a division.
    package static func key(_ use: TableUse, _ division: Division.Code) -> String {
        "\(use.rawValue)@\(division.padded)"
    }
}
