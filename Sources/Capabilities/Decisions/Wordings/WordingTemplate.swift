package import Directory
package import EventLog
package import Kernel

/// A division's own words in one document, with their versions and the draft of the next one.
package struct WordingTemplate: Aggregate {
    package static let category = "document-wording"

    /// A version on its way.
    package struct Draft: Hashable, Sendable {
        package let wording: DocumentWording
        package let reason: String
        /// Everyone who wrote it since the last version.
        package let authors: Set<String>
        /// Why it was last returned.
        package internal(set) var returned: String?
    }

    package struct Version: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let wording: DocumentWording
        package let reason: String
        package let inForceFrom: Day
        /// Who put it in force.
        package let officer: String
    }

    package private(set) var draft: Draft?
    /// In the order of their numbers; each holds until the next one does.
    package private(set) var versions: [Version] = []

    package init() {}

    package mutating func evolve(_ event: WordingEvent, _ envelope: Envelope) {
        switch event {
        case .drafted(let drafted):
            let authors = (draft?.authors ?? []).union([envelope.actor.id])
            draft = Draft(wording: drafted.wording, reason: drafted.reason, authors: authors)
        case .returned(let returned): draft?.returned = returned.reason
        case .enacted(let enacted):
            versions.append(
                Version(
                    number: enacted.number.value,
                    wording: enacted.wording.value,
                    reason: enacted.reason.value,
                    inForceFrom: enacted.inForceFrom.value,
                    officer: envelope.actor.id
                )
            )
            draft = nil
        }
    }

    /// The version in force on `day`; `nil` before the first.
    package func version(on day: Day) -> Version? { versions.last { $0.inForceFrom <= day } }

    /// The first day from which another version may hold.
    package func earliest(from today: Day) -> Day { versions.last.map { max(today, $0.inForceFrom + 1) } ?? today }

    /// The stream of a document in a division.
    package static func key(_ document: String, _ division: Division.Code) -> String {
        "\(document)@\(division.padded)"
    }

    func requireOther(_ actor: Actor) throws(DecisionsError) -> Draft {
        guard let draft else { throw .wording(.notDrafted) }
        guard !draft.authors.contains(actor.id) else { throw .wording(.samePerson(actor.id)) }
        return draft
    }
}

/// The words that a document of a day bears, and whose they are.
package struct WordingInForce: Hashable, Sendable {
    package let document: String
    package let division: Division.Code
    package let version: WordingTemplate.Version

    /// How an issued document names the version: `催告书@511602000000@2`.
    package var citation: String { "\(WordingTemplate.key(document, division))@\(version.number)" }
}

extension EventReading {
    /// Returns the words of a document in a division on a day: its own, else those of the nearest above; `nil` for as shipped.
    package func wording(of document: String, in division: Division.Code?, on day: Day) throws -> WordingInForce? {
        var place = division
        while let code = place {
            if let version = try state(WordingTemplate.self, WordingTemplate.key(document, code)).state.version(on: day)
            {
                return WordingInForce(document: document, division: code, version: version)
            }
            place = code.parent
        }
        return nil
    }
}
