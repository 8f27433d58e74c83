package import Kernel

/// What a package says of itself: every file with its hash, and where the log proves the case.
package struct DossierManifest: Hashable, Sendable, Codable {
    package static let path = "manifest.json"
    package static let form = "hengjian-dossier-1"

    package struct File: Hashable, Sendable, Codable {
        package let path: String
        package let title: String
        package let size: Int
        package let sha256: String
    }

    package struct Event: Hashable, Sendable, Codable {
        /// The leaf of the realm's tree, from 0.
        package let position: Int64
        package let type: String
        /// What stands in the leaf.
        package let commitment: String
    }

    package let form: String
    package let number: String
    package let item: String
    package let agency: String
    package let closedOn: Day
    package let retention: String
    package let files: [File]
    package let events: [Event]
    /// The latest signed note over the log; empty before the first.
    ///
    /// It proves the events whose position lies below its size.
    package let checkpoint: String
}
