package import EventLog

/// Brings the statutes of a list into the library, all of them or none.
package struct ImportStatutes: Command {
    package static let name = "ImportStatutes"
    /// In the order of the list.
    package let versions: [StatuteVersion]
    /// The file or publication they come from.
    package let source: String
    /// Says that each replaces one of the same day that was wrong.
    package let isCorrection: Bool

    package init(_ versions: [StatuteVersion], source: String, isCorrection: Bool = false) {
        self.versions = versions
        self.source = source
        self.isCorrection = isCorrection
    }

    /// Returns each version's number in the library, from 1.
    ///
    /// - Throws: `LawError`.
    package func run(in session: CommandSession) throws -> [Int] {
        try versions.map { try ImportStatute($0, source: source, isCorrection: isCorrection).run(in: session) }
    }
}
