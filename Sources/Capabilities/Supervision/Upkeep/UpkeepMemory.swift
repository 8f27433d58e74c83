import Catalog
import EventLog
import Kernel

/// What was worked out the last time, so that a look costs in proportion to what changed since.
struct UpkeepMemory: Sendable {
    var items = RememberedStates<PowerItem, ItemUpkeep>()
    var lists = RememberedStates<OfficialList, ListUpkeep>()
    var findings = RememberedStates<Findings, Findings>()
}

/// What of one item bears on its upkeep.
struct ItemUpkeep: Sendable {
    private struct Flaw {
        let from: Day
        let until: Day?
        let fields: String
    }

    /// What a published version states otherwise than the one before it.
    struct Change {
        let publishedOn: Day
        let from: Day
        let fields: Set<ItemField>
    }

    let changedProcess: ProcessReference?
    /// Whose the draft, else the item is.
    let agency: String?
    let division: String?
    let name: String
    /// What is next about the draft.
    let duty: ItemDraftDuty?
    /// What the draft does, and what it rests on.
    let adjustment: String
    /// From when it could be exercised at all; `nil` while it was never in force or is to end.
    let exercisableSince: Day?
    /// Every code and name a version of it has had.
    let codes: Set<String>
    let names: Set<String>
    /// A version each after the first.
    let changes: [Change]
    /// The first day on which it is gone; `nil` while it stays.
    let ended: Day?
    private let flaws: [Flaw]

    init(_ item: PowerItem, _ routes: ConfirmationRoutes) {
        changedProcess = item.changedProcess
        let content = item.draft?.content ?? item.versions.last?.content
        (agency, division, name) = (content?.agency?.id, content?.division, content?.name ?? "")
        duty = item.draft.flatMap { routes.duty(about: $0) }
        adjustment = item.draft?.adjustment.map { "\($0.kind.chinese)：\($0.evidence)" } ?? ""
        exercisableSince = item.abolition == nil ? item.versions.first?.inForceFrom : nil
        codes = Set(item.versions.map(\.content.code))
        names = Set(item.versions.map(\.content.name))
        ended = item.abolition?.from
        changes = zip(item.versions, item.versions.dropFirst()).map { before, after in
            let fields = ItemComparison(before.content, after.content).changes.map(\.field)
            return Change(publishedOn: after.publishedOn, from: after.inForceFrom, fields: Set(fields))
        }
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
