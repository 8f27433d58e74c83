import Casework
import Directory
import EventLog
import Foundation
import Kernel
import Processes
import Synchronization
import TestHouse

/// Licensing steps through the log with the real commands: authority, guards, events, inbox, flush.
///
/// Every client applies and then takes its case through the nine steps to filing; as with the peer, only the steps
/// are counted, the application is not.
struct LicensingSteps {
    let house: TestHouse
    let clients: Int

    /// What a run showed: how many steps were durable, and how long each took its client.
    struct Run {
        var steps = 0
        var milliseconds: [Double] = []

        static func + (left: Run, right: Run) -> Run {
            Run(steps: left.steps + right.steps, milliseconds: left.milliseconds + right.milliseconds)
        }
    }

    /// Runs until `seconds` are over.
    func run(seconds: Double) async throws -> Run {
        let end = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup { group in
            for client in 0..<clients {
                group.addTask { try await self.client(client, until: end) }
            }
            return try await group.reduce(Run()) { $0 + $1 }
        }
    }

    private func client(_ client: Int, until end: ContinuousClock.Instant) async throws -> Run {
        var run = Run()
        while true {
            let receipt = try await house.apply(name: "申请人\(client)")
            for step in Step.all {
                guard ContinuousClock.now < end else { return run }
                let command = CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: step.seen,
                    step: step.id,
                    outcome: step.outcome,
                    opinion: "材料齐全，符合法定条件，同意进入下一环节。",
                    details: step.details
                )
                let began = ContinuousClock.now
                try await house.submit(command, by: house.officer(step.by))
                run.milliseconds.append((ContinuousClock.now - began) / .milliseconds(1))
                run.steps += 1
            }
        }
    }

    /// One step of the way, and the version of the case that its officer sees.
    private struct Step {
        let id: Processes.Step.ID
        let outcome: StepOutcome.ID
        let by: Responsibility
        let seen: Int
        var details = StepDetails.none

        static let all = [
            Step(id: "receive", outcome: "registered", by: .reception, seen: 1),
            Step(id: "accept", outcome: "accepted", by: .reception, seen: 2),
            Step(id: "examine", outcome: "proposed", by: .handle, seen: 4),
            Step(id: "review", outcome: "agreed", by: .review, seen: 5),
            Step(
                id: "decide",
                outcome: "granted",
                by: .approve,
                seen: 6,
                details: .decision(
                    DecisionDetails(
                        reasons: "经审查，申请材料齐全，符合法定条件",
                        content: "准予设立民办幼儿园",
                        validFrom: "2026-03-05",
                        validThrough: "2029-03-04"
                    )
                )
            ),
            Step(id: "permit", outcome: "made", by: .reception, seen: 8),
            Step(
                id: "serve",
                outcome: "served",
                by: .reception,
                seen: 9,
                details: .service(ServiceDetails(way: .direct, servedOn: "2026-03-02", note: "申请人签收"))
            ),
            Step(id: "publish", outcome: "published", by: .reception, seen: 11),
            Step(id: "archive", outcome: "archived", by: .handle, seen: 12),
        ]
    }
}
