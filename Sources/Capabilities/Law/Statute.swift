import CanonicalJSON
package import EventLog
package import Kernel

/// A statute in the library, with every version that was imported.
///
/// The stream's key is `StatuteName.key`: all ways to cite a statute lead to one library entry.
package struct Statute: Aggregate {
    package static let category = "statute"

    /// Where a version stands; its text is in the event at `position`.
    package struct Standing: Hashable, Sendable {
        /// From 1, in the order of import.
        package let number: Int
        package let title: String
        package let inForceFrom: Day?
        package let digest: String
        package let position: Int64
    }

    package private(set) var standings: [Standing] = []

    package init() {}

    package mutating func evolve(_ event: StatuteEvent, _ envelope: Envelope) {
        switch event {
        case .versionImported(let imported):
            standings.append(
                Standing(
                    number: imported.number.value,
                    title: imported.version.value.title,
                    inForceFrom: imported.version.value.inForceFrom,
                    digest: imported.digest.value,
                    position: envelope.position
                )
            )
        }
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
