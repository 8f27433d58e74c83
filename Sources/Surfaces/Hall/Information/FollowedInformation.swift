import Casework
import EventLog
import Kernel
import Participation

/// A request for information as its applicant may see it, found by number and query code.
struct FollowedInformation: Sendable {
    let id: InformationRequest.ID
    let number: String
    let code: QueryCode
    let state: InformationRequest
    let opening: InformationRequested
    let history: [RecordedEvent]

    var address: String { HallPath.information(number, code.text) }

    /// Reads the request; nil unless number and code belong together.
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> FollowedInformation? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { reading in
            guard let row = try reading.informationRequest(number: number, queryDigest: digest) else { return nil }
            let state = try reading.state(InformationRequest.self, row.id.text).state
            guard let opening = state.opening else { return nil }
            return FollowedInformation(
                id: row.id,
                number: number,
                code: code,
                state: state,
                opening: opening,
                history: try reading.events(of: InformationRequest.stream(row.id.text))
            )
        }
    }
}
