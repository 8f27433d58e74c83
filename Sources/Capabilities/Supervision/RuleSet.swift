import Kernel
import Processes

/// The rules as they are in one scope, with those of single steps where a step has parameters of its own.
package struct RuleSet: Sendable {
    package let acts: [any ActRule]
    package let passive: [any PassiveRule]
    package let staff: [any StaffRule]
    package let upkeep: [any UpkeepRule]
    /// Every rule there is, whether it is on or not.
    package let known: [any SupervisionRule]
    private let parameters: RuleParameters
    private let steps: [Step.ID: RuleSet]

    init(_ parameters: RuleParameters, steps: [Step.ID: RuleSet] = [:]) throws(RuleParameters.Fault) {
        let acts: [any ActRule] = [
            try RepeatedCorrection(parameters), try CorrectionAfterAcceptance(parameters),
            try EndedTooEarly(parameters), try AcceptanceRefused(parameters),
            try DecisionDocumentMissing(parameters), try AcceptanceNoticeMissing(parameters),
            try MaterialsMissing(parameters), try ReasonsMissing(parameters), try GradeDeparted(parameters),
            try ClosedWithoutProcess(parameters), try RecordedAfterClosing(parameters),
            try DatedBeforeRegistration(parameters), try EnteredLate(parameters),
            try TooFewOfficers(parameters), try CertificateInvalid(parameters), try RecusedActed(parameters),
            try ImposedUntold(parameters), try ImposedUnreviewed(parameters), try ImposedUndiscussed(parameters),
            try SimpleProcedureExceeded(parameters), try FeeDeviation(parameters), try SummaryMissing(parameters),
        ]
        let passive: [any PassiveRule] = [
            try LimitRunsOut(parameters), try PromiseExceeded(parameters), try LimitExceeded(parameters),
            try AnswerOverdue(parameters), try RenewalOverdue(parameters), try StepLimitUsedUp(parameters),
            try CollectionOverdue(parameters), try SeizureOverdue(parameters), try ServiceOverdue(parameters),
            try PublishedLate(parameters), try WithdrawnLate(parameters), try SuspensionOverrun(parameters),
            try RecordingMissing(parameters),
        ]
        let staff: [any StaffRule] = [
            try CertificateExpires(parameters), try CertificateExpired(parameters), try StayEnds(parameters),
            try StayExceeded(parameters), try ReviewersMissing(parameters), try ReviewerUntrained(parameters),
            try RecheckDue(parameters),
        ]
        let upkeep: [any UpkeepRule] = [
            try CatalogFieldMissing(parameters), try ChartNotRepublished(parameters), try LegalTaskOverdue(parameters),
            try StandardNotAdopted(parameters), try AdjustmentOverdue(parameters), try ConfirmationOverdue(parameters),
            try LegalDecisionOverdue(parameters), try BenchmarkFallen(parameters),
            try BenchmarkUnanswered(parameters), try ItemIdle(parameters),
            try ListMissing(parameters), try ListNotFiled(parameters),
            try FilingUnanswered(parameters), try ListOutdated(parameters),
            try ListAdjustmentOverdue(parameters), try ListConfirmationOverdue(parameters),
            try LetterOverdue(parameters), try OutcomeUnpublished(parameters), try InformationOverdue(parameters),
            try RatingUnanswered(parameters),
            try OpinionUnanswered(parameters), try DisputeOverdue(parameters),
        ]
        self.upkeep = upkeep.filter { parameters.isOn(type(of: $0).code) }
        self.staff = staff.filter { parameters.isOn(type(of: $0).code) }
        self.acts = acts.filter { parameters.isOn(type(of: $0).code) }
        self.passive = passive.filter { parameters.isOn(type(of: $0).code) }
        self.steps = steps
        self.parameters = parameters
        known = passive + acts + staff + upkeep
    }

    package var all: [any SupervisionRule] { acts + passive + staff + upkeep }

    /// The rules to evaluate: these ones for every step that has no set of its own, and each such step's.
    var variants: [(step: Step.ID?, rules: RuleSet)] {
        [(nil, self)] + steps.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value) }
    }

    /// Whether what the variant of `step` found about `subject` is to be kept.
    func speaks(_ step: Step.ID?, of subject: FindingSubject, in caseFile: SupervisedCase) -> Bool {
        let own = subject.step(in: caseFile).flatMap { steps[$0] == nil ? nil : $0 }
        return own == step
    }

    /// Says of a breach where the values it rests on come from, when they are not the general ones.
    func citing(_ breach: Breach, in caseFile: SupervisedCase) -> Breach {
        let rules = breach.subject.step(in: caseFile).flatMap { steps[$0] } ?? self
        return rules.citing(breach)
    }

    /// Says the same of a breach that belongs to no step.
    func citing(_ breach: Breach) -> Breach {
        guard let rule = all.first(where: { type(of: $0).code == breach.rule }) else { return breach }
        var cited = breach
        cited.facts += parameters.citations(of: rule)
        return cited
    }

    /// The rule that judges `subject`.
    func passive(_ code: RuleCode, about subject: FindingSubject, in caseFile: SupervisedCase) -> (any PassiveRule)? {
        let rules = subject.step(in: caseFile).flatMap { steps[$0] } ?? self
        return rules.passive.first { type(of: $0).code == code }
    }
}

extension FindingSubject {
    /// The step it belongs to, if any.
    func step(in caseFile: SupervisedCase) -> Step.ID? {
        switch self {
        case .step(let id): id
        case .act: caseFile.act?.step?.id
        case .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier, .agency,
            .officer, .certificate, .stay, .caseNumber, .party,
            .dealing, .item, .list, .letter:
            nil
        }
    }
}
