import Access
import Casework
import EventLog
import Kernel
import Participation

/// A letter as its writer may see it.
struct FollowedLetter: Correspondence {
    let id: Letter.ID
    let number: String
    let way: FollowedWay
    let state: Letter
    let opening: Letter.Opening
    let subject: LetterSubject
    let history: [RecordedEvent]

    static let belonging = Belonging.Kind.letter

    init?(_ row: LetterRow, by way: FollowedWay, _ reading: EventReading) throws {
        let state = try reading.state(Letter.self, row.id.text).state
        guard let opening = state.opening, let subject = state.subject else { return nil }
        id = row.id
        number = row.number
        self.way = way
        self.state = state
        self.opening = opening
        self.subject = subject
        history = try reading.events(of: Letter.stream(row.id.text))
    }

    var key: String { id.text }

    static func row(number: String, in reading: EventReading) throws -> LetterRow? {
        try reading.letter(number: number)
    }

    static func row(number: String, queryDigest: String, in reading: EventReading) throws -> LetterRow? {
        try reading.letter(number: number, queryDigest: queryDigest)
    }

    static func key(of row: LetterRow) -> String { row.id.text }

    static func address(_ number: String, _ code: QueryCode) -> String { HallPath.letter(number, code.text) }

    static func ownAddress(_ number: String) -> String { HallPath.ownLetter(number) }

    func address(of part: HallPath.LetterPart) -> String { "\(address)/\(part.rawValue)" }
}
