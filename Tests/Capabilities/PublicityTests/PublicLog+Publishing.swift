import EventLog
import Kernel

@testable import Casework
@testable import Publicity

/// What officers do about a publication, as the tests tell it.
extension PublicLog {
    func propose(_ id: CaseFile.ID, hiding hidden: HiddenParts = .none, remarks: String? = nil) async throws {
        let command = ProposePublication(
            caseFile: id,
            seen: try await state(id).version,
            text: ProposedText(remarks: remarks, hidden: hidden),
            try Self.rules.get(),
            Self.policy
        )
        _ = try await log.submit(command, as: act("propose \(id)\(remarks ?? "")"))
    }

    func review(_ id: CaseFile.ID, approved: Bool, as act: Act) async throws -> Bool {
        let command = ReviewPublication(
            caseFile: id,
            seen: try await state(id).version,
            isApproved: approved,
            opinion: "核对无误，可以公开",
            Self.policy,
            try Self.rules.get()
        )
        return try await log.submit(command, as: act).answer
    }

    func publish(_ id: CaseFile.ID, key: String = "publish") async throws {
        let command = PublishDecision(
            caseFile: id,
            seen: try await version(id),
            previewed: try await preview(id),
            Self.policy,
            try Self.rules.get()
        )
        _ = try await log.submit(command, as: act("\(key) \(id)"))
    }

    /// The case's own step of publishing is done like any other.
    func completePublishing(_ id: CaseFile.ID) async throws {
        let step = CompleteStep(
            caseFile: id,
            seen: try await version(id),
            step: "publish",
            outcome: "published",
            opinion: "决定信息已公开"
        )
        _ = try await log.submit(step, as: act("step \(id)"))
    }

    func answer(_ id: CaseFile.ID, on day: Day = "2026-05-20") async throws -> PublicRecord.Answer? {
        let number = try await preview(id).documentNumber
        return try await read { try PublicRecord($0, Self.policy, on: day).decision(number) }
    }

    /// What lists and open data hold.
    func list(on day: Day = "2026-05-20") async throws -> [PublicRecord.Entry] {
        try await read { try PublicRecord($0, Self.policy, on: day).list(limit: 9) }
    }
}
