import Access
import Acting
import Casework
import EventLog
import Kernel
import Processes
import WebServer

/// A case that the caller may read.
struct FoundCase: Sendable {
    let id: CaseFile.ID
    let number: String
    let version: Int
    let state: CaseFile
    let opening: CaseFile.Opening
    let process: PublishedProcess.Published

    var definition: ProcessDefinition { process.definition }

    init?(number: String, in reading: EventReading) throws {
        guard let id = try reading.caseFile(number: number)?.id else { return nil }
        let loaded = try reading.state(CaseFile.self, id.text)
        guard let opening = loaded.state.opening, let process = try reading.process(opening.item.process) else {
            return nil
        }
        self.id = id
        self.number = number
        version = loaded.version
        state = loaded.state
        self.opening = opening
        self.process = process
    }
}

extension Call {
    /// Returns the case of the address; one out of reach is answered as one that is not there.
    func foundCase() async throws -> FoundCase {
        let number = parameter("number")
        guard let found = try await read({ try FoundCase(number: number, in: $0) }) else {
            throw CaseworkError.noSuchCase(number)
        }
        guard case .allowed = AccessDecision.decide(principal, .permission(.readCase), at: found.opening.item.place)
        else {
            try await parts.access.record(.accessRefused, by: principal, on: number, from: request.peer, remark: "api")
            throw CaseworkError.noSuchCase(number)
        }
        return found
    }

    func require(_ action: Action, at found: FoundCase) throws(AccessRefusal) {
        try AccessDecision.require(principal, .permission(action), at: found.opening.item.place)
    }
}
