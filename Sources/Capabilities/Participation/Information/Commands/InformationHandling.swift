import EventLog
import Kernel

extension CommandSession {
    /// Returns the request if an officer of the agency that has it acts on what it is now.
    ///
    /// - Source: 政府信息公开条例 art. 4, 29 (the agency's own disclosure office).
    func handledRequest(
        _ id: InformationRequest.ID,
        seen: Int,
        in stages: [InformationRequest.Stage]
    ) throws -> InformationRequest {
        let request = try existingRequest(id)
        guard let opening = request.opening else { throw ParticipationError.information(.unknown) }
        try requireOfficer(of: opening.agency, named: opening.agencyName.value)
        try requireSeen(seen, InformationRequest.self, id.text)
        try require(request, in: stages)
        return request
    }

    func existingRequest(_ id: InformationRequest.ID) throws -> InformationRequest {
        let loaded = try load(InformationRequest.self, id.text)
        guard loaded.exists else { throw ParticipationError.information(.unknown) }
        return loaded.state
    }

    func require(
        _ request: InformationRequest,
        in stages: [InformationRequest.Stage]
    ) throws(ParticipationError) {
        guard stages.contains(request.stage) else {
            throw .information(.stage(expected: stages, found: request.stage))
        }
    }

    /// Appends what happened to the request, after what time alone had done before it.
    func append(
        _ event: InformationEvent,
        to id: InformationRequest.ID,
        _ request: InformationRequest,
        uses: [String: String] = [:]
    ) throws {
        if let late = request.lateness(on: today) {
            try append(.foundLate(late), to: InformationRequest.self, id.text)
        }
        try append(event, to: InformationRequest.self, id.text, uses: uses)
    }
}
