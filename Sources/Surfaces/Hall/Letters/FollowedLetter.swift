import Casework
import EventLog
import Kernel
import Participation

/// A letter as its writer may see it, found by number and query code.
struct FollowedLetter: Sendable {
    let id: Letter.ID
    let number: String
    let code: QueryCode
    let state: Letter
    let opening: Letter.Opening
    let subject: LetterSubject
    let history: [RecordedEvent]

    var address: String { HallPath.letter(number, code.text) }

    /// Reads the letter; nil unless number and code belong together.
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> FollowedLetter? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { reading in
            guard let row = try reading.letter(number: number, queryDigest: digest) else { return nil }
            let state = try reading.state(Letter.self, row.id.text).state
            guard let opening = state.opening, let subject = state.subject else { return nil }
            return FollowedLetter(
                id: row.id,
                number: number,
                code: code,
                state: state,
                opening: opening,
                subject: subject,
                history: try reading.events(of: Letter.stream(row.id.text))
            )
        }
    }

    /// Who wrote is not known to the log beyond the letter itself.
    static let actor = Actor(kind: .visitor, id: "hall")
}
