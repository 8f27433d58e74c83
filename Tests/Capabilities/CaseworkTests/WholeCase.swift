import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Sanctions
import TestHouse
import TimeLimits

/// A case of any power, walked from its first step to its end by officers who do what each step wants.
struct WholeCase {
    let run: ExOfficioRun
    let definition: ProcessDefinition
    /// What was done, as `decide:imposed`.
    private(set) var path: [String] = []

    static func open(_ template: ProcessTemplate) async throws -> WholeCase {
        let definition = try template.definition()
        if definition.category.isExOfficio {
            return WholeCase(
                run: try await ExOfficioRun.open(template, template.powerCategory),
                definition: definition
            )
        }
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let item = try await house.publish(template, template.powerCategory, named: "对申请的办理")
        let command = SubmitApplication(
            item: item,
            channel: .online,
            applicant: .citizen,
            submission: Submission(answers: [], materials: []),
            queryDigest: "digest"
        )
        let answer = try await house.submit(command, by: Actor(kind: .visitor, id: "visitor"))
        return WholeCase(run: ExOfficioRun(house: house, id: answer.caseFile), definition: definition)
    }

    /// Goes on until the case is closed, or the step waits; `choose` says which outcome a step takes.
    mutating func walk(until last: Step.ID? = nil, choosing choose: (Step) -> StepOutcome) async throws {
        for _ in 0..<80 {
            let state = try await run.state()
            if state.stage.name == .closed { return }
            guard let step = state.position.steps.compactMap(definition.step).first, step.id != last else { return }
            try await act(step, choose(step))
        }
    }

    private mutating func act(_ step: Step, _ outcome: StepOutcome) async throws {
        if outcome.effect == .corrected {
            try await supplement()
        } else {
            if step.kind == .conclude, try await run.state().evidence.isEmpty { try await run.addEvidence() }
            let details = try await details(of: outcome, at: step)
            do {
                try await run.complete(step.id, outcome.id, details: details)
            } catch CaseworkError.tooEarly(_, let notBefore, _) {
                run.house.clock.set(notBefore)
                try await run.complete(step.id, outcome.id, details: details)
            }
        }
        path.append("\(step.id):\(outcome.id)")
    }

    private func supplement() async throws {
        let current = try await run.house.state(run.id)
        guard case .correction(let notice) = current.state.stage else { return }
        let command = SupplementMaterials(
            caseFile: run.id,
            seen: current.version,
            submission: Submission(answers: [], materials: []),
            answered: notice.points.map(\.material)
        )
        try await run.house.submit(command, by: Actor(kind: .visitor, id: "visitor"))
    }

    private func details(of outcome: StepOutcome, at step: Step) async throws -> StepDetails {
        let state = try await run.state()
        let today = run.house.clock.now.day
        let runs = state.clock.map { $0.suspension == nil } ?? false
        let opens = outcome.effect?.opens == true
        switch StepDetails.Kind(for: outcome, of: step, in: definition, clockRuns: runs || opens) {
        case .none: return .none
        case .correction:
            return .correction([CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少签名")])
        case .nonAcceptance:
            return .nonAcceptance(
                NonAcceptanceDetails(reasons: "申请事项依法不属于本机关职权范围", competentAgency: "演示区民政局")
            )
        case .decision:
            return .decision(
                DecisionDetails(
                    reasons: "经审查，事实清楚，理由充分，于法有据",
                    content: "如申请所述",
                    validFrom: nil,
                    validThrough: nil
                )
            )
        case .specialProcedure:
            let hearing = outcome.next.contains { definition.step($0)?.kind == .hearing }
            return .specialProcedure(
                SuspensionDetails(
                    ground: hearing ? .hearing : .testing,
                    expectedEnd: today + 30,
                    explanation: "依法进行"
                )
            )
        case .service: return .served(on: today)
        case .proposal: return .proposed(yuan: 200)
        case .imposition: return .imposed(yuan: 200)
        case .payment:
            let owed = state.owed(definition) ?? .yuan(200)
            return .payment(PaymentDetails(amount: owed, paidOn: today, receipt: "51160026030001"))
        }
    }
}

extension ProcessTemplate {
    /// The category of powers whose items follow the template.
    var powerCategory: PowerCategory {
        switch self {
        case .licensingGeneral, .licensingPrompt, .licensingOnTheSpot: .license
        case .penaltySimple, .penaltyOrdinary, .penaltyHearing: .penalty
        case .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement: .coercion
        case .inspection: .inspection
        case .levy: .levy
        case .charge: .charge
        case .grant: .grant
        case .confirmation: .confirmation
        case .adjudication: .adjudication
        case .reward: .reward
        case .requisition: .requisition
        case .registration: .registration
        case .otherFiling: .other
        }
    }
}
