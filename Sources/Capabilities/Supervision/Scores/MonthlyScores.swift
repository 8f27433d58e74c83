package import EventLog
package import Kernel

/// The scores of one division in one month: a draft, objections to it, and what is frozen after the audit.
package struct MonthlyScores: Aggregate {
    package static let category = "scores"

    package static func key(_ division: String, _ month: ScoreMonth) -> String { "\(division):\(month.text)" }

    package enum Status: Hashable, Sendable {
        case open
        case drafted
        case frozen(on: Day)

        package var chinese: String {
            switch self {
            case .open: "未起草"
            case .drafted: "公示异议中"
            case .frozen: "已审定"
            }
        }
    }

    package struct Objection: Hashable, Sendable {
        package let number: Int
        package let agency: String
        package let position: Int64
        package let text: String
        package let on: Day
        package fileprivate(set) var answer: Answer?

        package struct Answer: Hashable, Sendable {
            package let isUpheld: Bool
            package let text: String
            package let on: Day
        }
    }

    package private(set) var draft: ScoresDrafted?
    package private(set) var drafter: String?
    package private(set) var objections: [Objection] = []
    package private(set) var status = Status.open

    package init() {}

    package mutating func evolve(_ event: ScoreEvent, _ envelope: Envelope) {
        let day = envelope.recordedAt.day
        switch event {
        case .drafted(let event):
            draft = event
            drafter = envelope.actor.id
            status = .drafted
        case .objected(let event):
            objections.append(
                Objection(
                    number: event.number,
                    agency: event.agency,
                    position: event.position,
                    text: event.text,
                    on: day
                )
            )
        case .answered(let event):
            guard objections.indices.contains(event.number - 1) else { return }
            objections[event.number - 1].answer = .init(isUpheld: event.isUpheld, text: event.text, on: day)
        case .frozen: status = .frozen(on: day)
        }
    }

    /// Whether a second supervisor has audited them.
    package var isFrozen: Bool {
        switch status {
        case .frozen: true
        case .open, .drafted: false
        }
    }

    /// The facts that cost no points any more.
    package var struck: Set<Int64> { Set(objections.filter { $0.answer?.isUpheld ?? false }.map(\.position)) }

    /// Every sheet of `kind` with its result, the best first; of equals, by name.
    package func standings(_ kind: ScoreSubject.Kind) -> [(index: Int, sheet: ScoreSheet, result: ScoreResult)] {
        guard let draft else { return [] }
        return draft.sheets.enumerated().filter { $0.element.subject.kind == kind }.map { index, sheet in
            (index, sheet, sheet.result(under: draft.scheme, without: struck))
        }.sorted { ($1.result.total, $0.sheet.name) < ($0.result.total, $1.sheet.name) }
    }
}
