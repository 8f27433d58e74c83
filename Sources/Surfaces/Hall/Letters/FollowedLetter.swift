import Access
import Casework
import EventLog
import Kernel
import Participation

/// A letter as its writer may see it, found by number and query code.
struct FollowedLetter: Sendable {
    let id: Letter.ID
    let number: String
    let way: FollowedWay
    let state: Letter
    let opening: Letter.Opening
    let subject: LetterSubject
    let history: [RecordedEvent]

    var address: String {
        switch way {
        case .code(let code): HallPath.letter(number, code.text)
        case .account, .agent: HallPath.ownLetter(number)
        }
    }

    func address(of part: HallPath.LetterPart) -> String { "\(address)/\(part.rawValue)" }

    /// Reads the letter; nil unless number and code belong together.
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> FollowedLetter? {
        let digest = code.digest(under: parts.queryKey)
        return try await read(by: .code(code), from: parts) { reading in
            try reading.letter(number: number, queryDigest: digest)
        }
    }

    /// Reads a letter of the account's own; nil unless it is.
    static func read(number: String, of own: Own, from parts: HallParts) async throws -> FollowedLetter? {
        guard let row = try await parts.read({ try $0.letter(number: number) }),
            try await parts.accounts.owns(Belonging(.letter, row.id.text), own.principal)
        else { return nil }
        return try await read(by: .account, from: parts) { _ in row }
    }

    private static func read(
        by way: FollowedWay,
        from parts: HallParts,
        _ find: @escaping @Sendable (EventReading) throws -> LetterRow?
    ) async throws -> FollowedLetter? {
        try await parts.read { reading in
            guard let row = try find(reading) else { return nil }
            let state = try reading.state(Letter.self, row.id.text).state
            guard let opening = state.opening, let subject = state.subject else { return nil }
            return FollowedLetter(
                id: row.id,
                number: row.number,
                way: way,
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
