import Casework
import Kernel

/// A case that the simulation lets happen: when it begins, when its beats fall, and who makes them.
protocol Happening: Sendable {
    var beginsAt: Instant { get }
    /// The moments of the beats, in order.
    var moments: [Instant] { get }
    /// Names the case and its story in a fault.
    var label: String { get }

    func begin() async throws -> CaseFile.ID

    func make(beat: Int, in id: CaseFile.ID) async throws
}

/// A license: an application and its story.
struct AppliedCase: Happening {
    let plan: PlannedCase
    let writer: CaseWriter

    var beginsAt: Instant { plan.appliedAt }
    var moments: [Instant] { plan.moments }
    var label: String { "\(plan.number) \(plan.story)" }

    func begin() async throws -> CaseFile.ID { try await writer.apply(plan).caseFile }

    func make(beat: Int, in id: CaseFile.ID) async throws {
        try await writer.make(plan.story.beats[beat].move, ordinal: beat, in: id, of: plan)
    }
}
