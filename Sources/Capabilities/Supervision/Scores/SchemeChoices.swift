package import EventLog
package import Kernel

/// From a month on, a division's scores are made under another scheme.
package struct ScoreSchemeChosen: EventPayload {
    package static let type = "Scores.SchemeChosen"
    package let scheme: String
    /// The first month it holds for.
    package let from: ScoreMonth
    package let reason: String
}

/// Every fact about the scheme of a division.
package enum SchemeChoiceEvent: EventFamily {
    case chosen(ScoreSchemeChosen)

    package static let members: [EventMember<SchemeChoiceEvent>] = [
        EventMember(ScoreSchemeChosen.self, SchemeChoiceEvent.chosen)
    ]

    package var payload: any EventPayload {
        switch self {
        case .chosen(let payload): payload
        }
    }
}

/// Under which scheme the scores of one division are made, and since which month (计分方案的选用).
package struct SchemeChoices: Aggregate {
    package static let category = "scoreScheme"

    /// One stream a division.
    package static func key(_ division: String) -> String { division }

    package struct Choice: Hashable, Sendable {
        package let scheme: String
        package let from: ScoreMonth
        package let reason: String
        package let by: Actor
        package let on: Day
    }

    /// In the order in which they were made.
    package private(set) var all: [Choice] = []

    package init() {}

    package mutating func evolve(_ event: SchemeChoiceEvent, _ envelope: Envelope) {
        switch event {
        case .chosen(let event):
            all.append(
                Choice(
                    scheme: event.scheme,
                    from: event.from,
                    reason: event.reason,
                    by: envelope.actor,
                    on: envelope.recordedAt.day
                )
            )
        }
    }

    /// The choice that holds for `month`: of those that have begun, the one that begins last; `nil` before any.
    package func choice(for month: ScoreMonth) -> Choice? {
        all.filter { $0.from <= month }.reversed().max { $0.from < $1.from }
    }
}

extension ScoreSchemes {
    /// The scheme for a month where these choices were made; the general one where none was, or the file has it no more.
    package func scheme(for month: ScoreMonth, _ choices: SchemeChoices) -> ScoreScheme? {
        choices.choice(for: month).flatMap { scheme($0.scheme) } ?? scheme(inUse)
    }
}

/// Chooses the scheme of a division's scores from a month on; a month that has begun keeps its scheme, so that nobody is
/// measured by what he could not know.
package struct ChooseScoreScheme: Command {
    package static let name = "ChooseScoreScheme"
    package let division: String
    package let scheme: String
    package let from: ScoreMonth
    package let reason: String
    private let known: ScoreSchemes

    private enum CodingKeys: CodingKey {
        case division, scheme, from, reason
    }

    package init(_ scheme: String, for division: String, from: ScoreMonth, reason: String, among known: ScoreSchemes) {
        self.scheme = scheme
        self.division = division
        self.from = from
        self.reason = reason
        self.known = known
    }

    /// Answers the first month it holds for.
    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        guard known.scheme(scheme) != nil else { throw SupervisionError.noSuchScheme(scheme) }
        guard from > ScoreMonth(session.today) else { throw SupervisionError.schemeBegun(from) }
        let chosen = ScoreSchemeChosen(
            scheme: scheme,
            from: from,
            reason: try SupervisionText.require(reason, "选用理由")
        )
        try session.append(
            .chosen(chosen),
            to: SchemeChoices.self,
            SchemeChoices.key(division),
            uses: ["schemes": known.version]
        )
        return from.text
    }
}
