import Codes

/// What an entry is counted and chosen by; entries that have all of it in common are counted as one.
struct Traits: Hashable, Sendable {
    /// Who sees an entry.
    enum Visibility: UInt8, Sendable {
        /// Replaced by a later entry of the same item.
        case nobody
        case officers
        case everyone
    }

    let visibility: Visibility
    /// A place in `EntryColumns.allCategories`.
    let category: UInt8
    /// A place in `EntryColumns.allStandings`.
    let standing: UInt8
    /// A bit for each place in `EntryColumns.allLevels`.
    let levels: UInt8
    /// Numbers of the shared values; -1 when the entry states none.
    let agency: Int32
    let division: Int32
    let local: Int32

    /// Of what was replaced.
    static let hidden = Traits(
        visibility: .nobody,
        category: 0,
        standing: 0,
        levels: 0,
        agency: -1,
        division: -1,
        local: -1
    )
}
