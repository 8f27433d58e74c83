import Casework
import Directory
import EventLog
import Kernel

/// Whose recusal may be asked for in a case, and from where the reader decides about one.
struct Recusing: Sendable {
    let reader: Officer.ID?
    /// Whom the agency of the case employs; empty for readers of other agencies.
    let employed: [OfficerRow]
    /// Who heads the agency: holds a post of it that approves.
    let heads: Set<Officer.ID>
    /// The reader's posts that approve or review.
    let posts: [PostRow]

    static func read(
        _ held: [PostRow],
        _ reader: Officer.ID?,
        _ opening: CaseFile.Opening,
        on today: Day,
        _ reading: EventReading
    ) throws -> Recusing {
        let agency = Agency.ID(opening.item.agency)
        let (database, realm) = (reading.reader, reading.realm)
        return Recusing(
            reader: reader,
            employed: held.isEmpty ? [] : try database.officers(ofAgency: agency, in: realm, on: today),
            heads: held.isEmpty ? [] : try database.heads(of: agency, in: realm, on: today),
            posts: held.filter { $0.responsibility == .approve || $0.responsibility == .review }
        )
    }
}
