package import Kernel
package import Law

/// What an agency, and then the legal office, has to do about one item after one change of law.
package struct LegalTask: Hashable, Sendable {
    package enum Stage: Hashable, Sendable {
        /// The agency has to answer.
        case open(due: Day)
        /// The legal office has to decide.
        case answered(LegalAnswer, due: Day)
        case decided(LegalAnswer)
    }

    /// How far a task is, without what was said.
    package enum Progress: String, Hashable, Sendable, CaseIterable {
        case open, answered, decided

        /// By when who has to act now must have acted; `nil` when it is done.
        func due(since day: Day, within limits: LegalTaskLimits) -> Day? {
            switch self {
            case .open: day + limits.agencyDays
            case .answered: day + limits.officeDays
            case .decided: nil
            }
        }
    }

    package let item: PowerItem.ID
    package let code: String
    package let name: String
    package let agency: AgencyReference?
    /// Twelve digits.
    package let division: String?
    /// `false` for an item exempt from publication.
    package let isPublic: Bool
    package let change: LegalChange
    /// What the change did to the item's citations of the statute.
    package let effects: [BasisEffect]
    package let stage: Stage
    /// Whether no case may begin under the item on that day.
    package let isSuspended: Bool

    package var progress: Progress {
        switch stage {
        case .open: .open
        case .answered: .answered
        case .decided: .decided
        }
    }

    /// The day by which somebody must act; `nil` when it is done.
    package var due: Day? {
        switch stage {
        case .open(let due), .answered(_, let due): due
        case .decided: nil
        }
    }

    package func isOverdue(on day: Day) -> Bool { due.map { $0 < day } ?? false }

    /// Where it stands among others: what is due first at the front, what is done last.
    package var place: Place { Place(due: due ?? .last, code: code, item: item, change: change.text) }

    /// A place in the list of tasks, from which a page goes on.
    package struct Place: Hashable, Comparable, Sendable {
        let due: Day
        let code: String
        let item: PowerItem.ID
        let change: String

        init(due: Day, code: String, item: PowerItem.ID, change: String) {
            self.due = due
            self.code = code
            self.item = item
            self.change = change
        }

        /// Reads `2026-03-22 511A0138600000 1I2… 风筝法@2`; `nil` for anything else.
        package init?(_ text: some StringProtocol) {
            let words = text.split(separator: " " as Character, maxSplits: 3).map { String($0) }
            guard words.count == 4, let due = Day(words[0]) else { return nil }
            self.init(due: due, code: words[1], item: PowerItem.ID(words[2]), change: words[3])
        }

        package var text: String { "\(due) \(code) \(item.text) \(change)" }

        package static func < (left: Place, right: Place) -> Bool {
            (left.due, left.code, left.item.text, left.change) < (right.due, right.code, right.item.text, right.change)
        }
    }
}

extension Citations {
    init(_ version: ItemVersion) {
        self.init(
            bases: version.content.bases,
            inForceFrom: version.inForceFrom,
            inForceUntil: version.inForceUntil
        )
    }
}

extension PowerItem {
    /// Returns the tasks that the changes of law known to the library made of the version in force; one a change.
    func tasks(
        _ id: ID,
        on day: Day,
        under statutes: [String: Statute],
        within rules: LegalTaskRules
    ) -> [LegalTask] {
        guard let version = version(on: day) else { return [] }
        let limits = rules.limits(in: version.content.division)
        let isSuspended = !fallenBases(of: version, on: day, under: statutes).isEmpty
        let effects = Dictionary(
            grouping: Citations(version).knownEffects(on: day, under: statutes),
            by: \.change
        )
        return effects.map { change, effects in
            LegalTask(
                item: id,
                code: version.content.code,
                name: version.content.name,
                agency: version.content.agency,
                division: version.content.division,
                isPublic: version.isPublic,
                change: change,
                effects: effects,
                stage: stage(of: change, known: effects[0].recordedOn, within: limits),
                isSuspended: isSuspended
            )
        }
    }

    private func stage(of change: LegalChange, known: Day, within limits: LegalTaskLimits) -> LegalTask.Stage {
        guard let answer = answers[change] else { return .open(due: known + limits.agencyDays) }
        guard let due = answer.progress.due(since: answer.lastActOn, within: limits) else { return .decided(answer) }
        return answer.decision == nil ? .answered(answer, due: due) : .open(due: due)
    }
}
