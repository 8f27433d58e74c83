import CanonicalJSON
import Cryptography
package import EventLog

/// Brings one version of a statute into the library.
package struct ImportStatute: Command {
    package static let name = "ImportStatute"
    package let version: StatuteVersion
    /// The file or publication it comes from.
    package let source: String
    /// Says that this text replaces one of the same day that was wrong.
    package let isCorrection: Bool

    package init(_ version: StatuteVersion, source: String, isCorrection: Bool = false) {
        self.version = version
        self.source = source
        self.isCorrection = isCorrection
    }

    /// Returns the version's number in the library, from 1.
    ///
    /// - Throws: `LawError`.
    package func run(in session: CommandSession) throws -> Int {
        let statute = try session.load(Statute.self, version.key).state
        let digest = SHA256Hash.of(try CanonicalEncoder().encode(version)).bytes
        let event = try statute.taking(
            version,
            digest: Hexadecimal.encode(digest),
            source: source,
            isCorrection: isCorrection
        )
        return try session.append(event, to: Statute.self, version.key).standings.count
    }
}
