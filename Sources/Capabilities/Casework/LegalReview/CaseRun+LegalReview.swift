import Catalog
import DecisionTables
import Directory
import EventLog
package import Kernel
package import Processes
import RuleTables
package import TimeLimits

/// What the acts of a legal review share: which review, how long, and what waits meanwhile.
extension CaseRun {
    enum ReviewPhase: String {
        case supplement = "补充材料"
        case prolongation = "延长审核"
        case contest = "申请复审"
        case answer = "答复复审"
    }

    /// The step that reviews and its review so far.
    var waitingReview: (step: Step, review: LegalReview) {
        get throws(CaseworkError) {
            guard let step = waitingSteps.first(where: { $0.kind == .legalReview }) else {
                throw .legalReview(.notWaiting)
            }
            return (step, state.review(of: step.id))
        }
    }

    mutating func append(_ event: LegalReviewEvent) throws { try append(.legalReview(event)) }

    /// Records what the agency's catalog wants of a review that has just begun to wait.
    mutating func beginReview() throws {
        guard let step = waitingSteps.first(where: { $0.kind == .legalReview }),
            state.entered[step.id] == state.lastActAt, state.legalReview?.step != step.id
        else { return }
        let item = try opening.item
        let list = try session.load(OfficialList.self, item.list(ReviewCatalog.list)).state
        guard let catalog = try ReviewCatalog(list, about: item, on: session.today) else { return }
        let entries = catalog.entries(about: try decisionFacts(state.proposal?.sanctions ?? []))
        guard !entries.isEmpty else { return }
        var materials: [String] = []
        for material in entries.flatMap(\.materials) where !materials.contains(material) { materials.append(material) }
        let limits = try entries.compactMap(\.limit).map { limit in (limit, try day(after: limit)) }
        let first = limits.min { $0.1 < $1.1 }
        try append(
            .begun(
                ReviewBegun(
                    step: step.id,
                    catalog: catalog.version,
                    materials: materials,
                    limit: first?.0,
                    due: first?.1
                )
            )
        )
    }

    /// Refuses to let a review pass that lacks materials, is disputed, or waits for an answer.
    func requireReviewable(_ outcome: StepOutcome, at step: Step) throws(CaseworkError) {
        guard step.kind == .legalReview else { return }
        let review = state.review(of: step.id)
        guard review.phase == .reviewing else { throw .legalReview(.waits(review.phase)) }
        let missing = state.missingMaterials(in: review)
        guard missing.isEmpty || !outcome.passes else { throw .legalReview(.materialsMissing(missing)) }
    }

    /// Refuses to send a case back from a review while somebody else has the turn, and still has time.
    func requireReturnable(from step: Step) throws(CaseworkError) {
        guard step.kind == .legalReview else { return }
        let review = state.review(of: step.id)
        switch review.phase {
        case .reviewing: return
        case .supplementing(let day), .opposed(let day):
            guard day < session.today else { throw .legalReview(.waits(review.phase)) }
        case .contested, .maintained: throw .legalReview(.waits(review.phase))
        }
    }

    /// The last day of a review as it stands; `nil` for a step without a limit in days.
    func reviewDue(_ step: Step, _ review: LegalReview) throws -> Day? {
        try state.reviewDue(step, review, in: calendar)
    }

    /// The last day once what was left when the review stopped has run on from today; an overdue one gets nothing back.
    func resumedDue(of step: Step, _ review: LegalReview) throws -> Day? {
        guard let stopped = review.stoodSince, let due = try reviewDue(step, review), due > stopped else { return nil }
        return try day(after: .workingDays(calendar.workingDays(after: stopped, through: due)))
    }

    /// The day so many working days on as the division's table allows for a phase.
    mutating func reviewDay(_ phase: ReviewPhase) throws -> Day { try day(after: .workingDays(reviewDays(phase))) }

    mutating func reviewDays(_ phase: ReviewPhase) throws -> Int {
        let days = try allowedDays(.review) { days in
            ["phase": .string(phase.rawValue), "workingDays": .number(days)]
        }
        guard days > 0 else { throw CaseworkError.detailsMissing("法制审核\(phase.rawValue)的期限") }
        return days
    }

    func day(after period: Period, since start: Day? = nil) throws -> Day {
        try SourcedPeriod(period, source: "").day(from: start ?? session.today, in: calendar)
    }
}

extension CaseFile {
    /// The review of a waiting step; a fresh one while nothing was recorded of it.
    package func review(of step: Step.ID) -> LegalReview {
        legalReview.flatMap { $0.step == step ? $0 : nil } ?? LegalReview(step)
    }

    /// The last day of a review: what its facts say, else the process's limit; `nil` where neither sets one.
    package func reviewDue(
        _ step: Step,
        _ review: LegalReview,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> Day? {
        if let due = review.due { return due }
        guard let period = step.limit?.period, period.unit != .hour, let since = entered[step.id]?.day else {
            return nil
        }
        return try SourcedPeriod(period, source: "").day(from: since, in: calendar)
    }
}
