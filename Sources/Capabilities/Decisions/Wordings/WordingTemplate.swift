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

    /// The first day from which another version may hold; what was done by today keeps the words it had.
    package func earliest(from today: Day) -> Day { max(today, versions.last?.inForceFrom ?? today) + 1 }

    /// The last day from which another version may hold: one further away would keep the next from coming.
    package static func latest(from today: Day) -> Day { today + 366 }

    /// The stream of a document in a division.
    package static func key(_ document: String, _ division: Division.Code) -> String {
        "\(document)@\(division.padded)"
    }

    /// Refuses words that the document cannot bear.
    func require(_ wording: DocumentWording, for document: WordedDocument) throws(DecisionsError) {
        if let fault = wording.fault(for: document, hasVersions: !versions.isEmpty) { throw .wording(fault) }
    }

    /// Refuses a day from which the draft cannot hold.
    func require(_ day: Day, on today: Day) throws(DecisionsError) {
        let (earliest, latest) = (earliest(from: today), WordingTemplate.latest(from: today))
        guard day >= earliest else { throw .wording(.dayTooEarly(found: day, earliest: earliest)) }
        guard day <= latest else { throw .wording(.dayTooLate(found: day, latest: latest)) }
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

/// The words that a division may use in documents: its own, and those of the divisions above.
package struct WordingsInReach: Sendable {
    private let division: Division.Code?
    private let templates: [String: WordingTemplate]

    fileprivate init(_ division: Division.Code?, _ templates: [String: WordingTemplate]) {
        self.division = division
        self.templates = templates
    }

    /// Returns the words of a document on a day: the division's own, else those of the nearest above; `nil` for as shipped,
    /// also where the nearest took its words back.
    package func inForce(_ document: String, on day: Day) -> WordingInForce? {
        for place in WordingsInReach.places(from: division) {
            guard let version = templates[WordingTemplate.key(document, place)]?.version(on: day) else { continue }
            let words = WordingInForce(document: document, division: place, version: version)
            return version.wording.isEmpty ? nil : words
        }
        return nil
    }

    /// Whether the division itself has a draft of a document's words.
    package func hasDraft(_ document: String) -> Bool {
        division.flatMap { templates[WordingTemplate.key(document, $0)]?.draft } != nil
    }

    /// The division and those above it, the nearest first.
    fileprivate static func places(from division: Division.Code?) -> [Division.Code] {
        Array(
            sequence(state: division) { place in
                defer { place = place?.parent }
                return place
            }
        )
    }
}

extension EventReading {
    /// Returns the words of a document in a division on a day; `nil` for as shipped.
    package func wording(of document: String, in division: Division.Code?, on day: Day) throws -> WordingInForce? {
        try wordings(of: [document], in: division).inForce(document, on: day)
    }

    /// Returns the words of many documents that a division may use, with one question.
    package func wordings(of documents: [String], in division: Division.Code?) throws -> WordingsInReach {
        let places = WordingsInReach.places(from: division)
        let keys = documents.flatMap { document in places.map { WordingTemplate.key(document, $0) } }
        return WordingsInReach(division, keys.isEmpty ? [:] : try states(WordingTemplate.self, keys))
    }
}
