import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse

/// One case, driven by the officers of the house as they would from their screens.
struct LicensingRun {
    let house: TestHouse
    let id: CaseFile.ID

    init(_ house: TestHouse, _ id: CaseFile.ID) {
        self.house = house
        self.id = id
    }

    func state() async throws -> CaseFile { try await house.state(id).state }

    func version() async throws -> Int { try await house.state(id).version }

    func complete(
        _ step: Step.ID,
        _ outcome: StepOutcome.ID,
        by responsibility: Responsibility,
        _ index: Int = 0,
        details: StepDetails = .none,
        opinion: String = "材料齐全，符合法定条件"
    ) async throws {
        let command = CompleteStep(
            caseFile: id,
            seen: try await version(),
            step: step,
            outcome: outcome,
            opinion: opinion,
            details: details
        )
        try await house.submit(command, by: house.officer(responsibility, index))
    }

    /// Registers and accepts on the day the clock shows.
    func accept() async throws {
        try await complete("receive", "registered", by: .reception)
        try await complete("accept", "accepted", by: .reception)
    }

    func suspend(_ details: SuspensionDetails) async throws {
        let command = SuspendClock(caseFile: id, seen: try await version(), details: details)
        try await house.submit(command, by: house.officer(.handle))
    }

    func resume() async throws {
        let command = ResumeClock(caseFile: id, seen: try await version(), note: "鉴定报告已收到")
        try await house.submit(command, by: house.officer(.handle))
    }

    func prolong(_ reasons: String, by responsibility: Responsibility) async throws {
        let command = ProlongLimit(caseFile: id, seen: try await version(), reasons: reasons)
        try await house.submit(command, by: house.officer(responsibility))
    }

    func returnTo(_ target: Step.ID, from step: Step.ID, by responsibility: Responsibility) async throws {
        let command = ReturnToStep(
            caseFile: id,
            seen: try await version(),
            from: step,
            to: target,
            reason: "请补充核查结论"
        )
        try await house.submit(command, by: house.officer(responsibility))
    }
}

extension StepDetails {
    static let grant = StepDetails.decision(
        DecisionDetails(
            reasons: "经审查，申请材料齐全，符合法定条件",
            content: "准予设立民办幼儿园",
            validFrom: "2026-03-05",
            validThrough: "2029-03-04"
        )
    )

    static func service(on day: Day) -> StepDetails {
        .service(ServiceDetails(way: .direct, servedOn: day, note: "申请人签收"))
    }
}
