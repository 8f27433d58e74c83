import Catalog
import EventLog
import Kernel

/// What was worked out the last time, so that a look costs in proportion to what changed since.
struct UpkeepMemory: Sendable {
    var items = RememberedStates<PowerItem, ItemUpkeep>()
    var findings = RememberedStates<Findings, Findings>()
}

/// What of one item bears on its upkeep.
struct ItemUpkeep: Sendable {
    private struct Flaw {
        let from: Day
        let until: Day?
        let fields: String
    }

    let changedProcess: ProcessReference?
    private let flaws: [Flaw]

    init(_ item: PowerItem) {
        changedProcess = item.changedProcess
        flaws = item.versions.compactMap { version in
            let fields = version.content.faults.map(\.field.chinese).joined(separator: "、")
            return fields.isEmpty
                ? nil : Flaw(from: version.inForceFrom, until: version.inForceUntil, fields: fields)
        }
    }

    /// The fields that the version in force on `day` lacks; `nil` where it lacks none.
    func missing(on day: Day) -> String? {
        flaws.first { $0.from <= day && $0.until.map { day < $0 } ?? true }?.fields
    }
}
