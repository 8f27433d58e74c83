import CanonicalJSON
package import EventLog
package import Kernel

/// A statute in the library, with every version that was imported.
///
/// The stream's key is `StatuteName.key`: all ways to cite a statute lead to one library entry.
package struct Statute: Aggregate {
    package static let category = "statute"

    /// A version as it stands in the library.
    package struct Standing: Hashable, Sendable {
        /// From 1, in the order of import.
        package let number: Int
        package let title: String
        package let level: LawLevel?
        package let issuer: String?
        package let documentNumber: String?
        package let inForceFrom: Day?
        package let articles: [Article]
        /// The day on which the library heard of it.
        package let takenOn: Day
        package let digest: String
        package let position: Int64
    }

    package struct Repeal: Hashable, Sendable {
        /// The first day on which no version applies.
        package let from: Day
        package let ground: String
        package let recordedOn: Day
    }

    package private(set) var standings: [Standing] = []
    package private(set) var repeal: Repeal?

    package init() {}

    /// A statute as the library's rows have it.
    init(standings: [Standing], repeal: Repeal?) {
        self.standings = standings
        self.repeal = repeal
    }

    package mutating func evolve(_ event: StatuteEvent, _ envelope: Envelope) {
        switch event {
        case .versionImported(let imported):
            standings.append(
                Standing(
                    number: imported.number.value,
                    title: imported.version.value.title,
                    level: imported.version.value.level,
                    issuer: imported.version.value.shownIssuer,
                    documentNumber: imported.version.value.shownNumber,
                    inForceFrom: imported.version.value.inForceFrom,
                    articles: imported.version.value.articles,
                    takenOn: envelope.occurred.at.day,
                    digest: imported.digest.value,
                    position: envelope.position
                )
            )
        case .repealed(let repealed):
            repeal = Repeal(
                from: repealed.from.value,
                ground: repealed.ground.value,
                recordedOn: envelope.occurred.at.day
            )
        }
    }

    /// The version in force on `day`, a correction before what it corrects; `nil` before the first.
    package func standing(on day: Day) -> Standing? {
        successive.last { $0.inForceFrom.map { $0 <= day } ?? false }
    }

    /// The versions in the order in which they apply; one without a known day stands first.
    package var successive: [Standing] {
        standings.sorted { ($0.inForceFrom ?? .first, $0.number) < ($1.inForceFrom ?? .first, $1.number) }
    }

    /// Returns what became of every article between two versions, by their numbers.
    package func comparison(from older: Int, to newer: Int) -> StatuteComparison? {
        guard let old = standings.first(where: { $0.number == older }),
            let new = standings.first(where: { $0.number == newer })
        else { return nil }
        return StatuteComparison(from: old.articles, to: new.articles)
    }

    /// Returns the fact that the statute does not apply any more from a day on.
    ///
    /// - Throws: `LawError.unknownStatute`, `.alreadyRepealed` or `.groundMissing`.
    package func repealing(_ name: String, from day: Day, ground: String) throws(LawError) -> StatuteEvent {
        guard let last = standings.last else { throw .unknownStatute(name) }
        if let repeal { throw .alreadyRepealed(title: last.title, from: repeal.from) }
        guard !ground.allSatisfy(\.isWhitespace) else { throw .groundMissing }
        return .repealed(StatuteRepealed(from: Open(day), ground: Open(ground)))
    }

    /// Returns the fact that a further version came in.
    ///
    /// - Throws: `LawError.alreadyImported` or `LawError.dayTaken`.
    package func taking(
        _ version: StatuteVersion,
        digest: String,
        source: String,
        isCorrection: Bool
    ) throws(LawError) -> StatuteEvent {
        if let same = standings.first(where: { $0.digest == digest }) {
            throw .alreadyImported(title: version.title, version: same.number)
        }
        if let day = version.inForceFrom, let other = standings.last(where: { $0.inForceFrom == day }), !isCorrection {
            throw .dayTaken(title: version.title, inForceFrom: day, version: other.number)
        }
        return .versionImported(
            StatuteVersionImported(
                number: Open(standings.count + 1),
                version: Open(version),
                digest: Open(digest),
                source: Open(source)
            )
        )
    }
}
