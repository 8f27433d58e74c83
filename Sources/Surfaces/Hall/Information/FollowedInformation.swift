import Access
import Casework
import EventLog
import Kernel
import Participation

/// A request for information as its applicant may see it.
struct FollowedInformation: Correspondence {
    let id: InformationRequest.ID
    let number: String
    let way: FollowedWay
    let state: InformationRequest
    let opening: InformationRequested
    let history: [RecordedEvent]

    static let belonging = Belonging.Kind.information

    init?(_ row: InformationRow, by way: FollowedWay, _ reading: EventReading) throws {
        let state = try reading.state(InformationRequest.self, row.id.text).state
        guard let opening = state.opening else { return nil }
        id = row.id
        number = row.number
        self.way = way
        self.state = state
        self.opening = opening
        history = try reading.events(of: InformationRequest.stream(row.id.text))
    }

    var key: String { id.text }

    static func row(number: String, in reading: EventReading) throws -> InformationRow? {
        try reading.informationRequest(number: number)
    }

    static func row(number: String, queryDigest: String, in reading: EventReading) throws -> InformationRow? {
        try reading.informationRequest(number: number, queryDigest: queryDigest)
    }

    static func key(of row: InformationRow) -> String { row.id.text }

    static func address(_ number: String, _ code: QueryCode) -> String { HallPath.information(number, code.text) }

    static func ownAddress(_ number: String) -> String { HallPath.ownInformation(number) }

    func address(of part: HallPath.InformationPart) -> String { "\(address)/\(part.rawValue)" }

    /// A file of the reply, by its place from 1.
    func address(ofFile place: Int) -> String { "\(address)/files/\(place)" }
}
