import Casework
import Cryptography
import EventLog
import Kernel
import Participation
import Processes

/// A case as its applicant may see it, found by number and query code.
struct FollowedCase: Sendable {
    let summary: CaseRowSummary
    let code: QueryCode
    let state: CaseFile
    /// The version of the stream that the page shows.
    let version: Int
    let opening: CaseFile.Opening
    let history: [RecordedEvent]
    let process: ProcessDefinition?
    let rating: Rating

    var address: String { HallPath.caseFile(summary.number, code.text) }

    /// Reads the case; nil unless number and code belong together.
    static func read(number: String, code: QueryCode, from parts: HallParts) async throws -> FollowedCase? {
        let digest = code.digest(under: parts.queryKey)
        return try await parts.read { reading in
            guard let summary = try reading.caseFile(number: number, queryDigest: digest) else { return nil }
            let loaded = try reading.state(CaseFile.self, summary.id.text)
            guard let opening = loaded.state.opening else { return nil }
            let pin = opening.item.process
            let key = PublishedProcess.key(id: pin.id, version: pin.version)
            return FollowedCase(
                summary: summary,
                code: code,
                state: loaded.state,
                version: loaded.version,
                opening: opening,
                history: try reading.history(of: summary.id),
                process: try reading.state(PublishedProcess.self, key).state.published?.definition,
                rating: try reading.state(Rating.self, summary.id.text).state
            )
        }
    }

    /// The applicant, who has shown number and code.
    var actor: Actor { Actor(kind: .party, id: opening.party) }

    /// The notice that waits for an answer.
    var openNotice: CorrectionNotice? {
        switch state.stage {
        case .correction(let notice): notice
        case .intake, .inquiry, .examination, .decided, .closed: nil
        }
    }

    /// Whether the application can still be taken back.
    var mayWithdraw: Bool {
        switch state.stage {
        case .intake, .correction, .examination: true
        case .inquiry, .decided, .closed: false
        }
    }
}
