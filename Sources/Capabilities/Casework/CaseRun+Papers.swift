import EventLog
import Processes

extension CaseRun {
    /// Checks the papers of a step against their forms and records them; what has a form must be written, and what the
    /// case calls for may be written along.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 47, 58; 国办发〔2018〕118号 part 3.
    mutating func write(_ given: [DocumentRecord], of step: Step, ending outcome: StepOutcome) throws {
        let forms = try DocumentForms.shipped()
        // Most steps come without any.
        let along =
            given.isEmpty
            ? []
            : forms.occasional(at: step, ending: outcome, in: definition.category)
                .filter { form in given.contains { $0.document == form.name } }
        let listed = forms.forms(of: step, ending: outcome, in: definition.category)
        try write(given, listed + along, passes: outcome.passes, at: step)
    }

    /// Records what a step found that sends the case back.
    mutating func write(_ given: [DocumentRecord], returning step: Step) throws {
        let forms = try DocumentForms.shipped().forms(returning: step, in: definition.category)
        try write(given, forms, passes: false, at: step)
    }

    /// Records the discussion in which those in charge settle what is disputed about a step.
    mutating func writeDiscussion(_ given: [DocumentRecord], about step: Step) throws {
        guard let form = try DocumentForms.shipped().form(of: StepDocument(DiscussionRecord.document)) else {
            throw CaseworkError.documentUnexpected(DiscussionRecord.document)
        }
        try write(given, [form], passes: true, at: step)
    }

    private mutating func write(
        _ given: [DocumentRecord],
        _ forms: [DocumentForm],
        passes: Bool,
        at step: Step
    ) throws {
        if let stranger = given.first(where: { record in !forms.contains { $0.name == record.document } }) {
            throw CaseworkError.documentUnexpected(stranger.document)
        }
        var checked: [DocumentRecord] = []
        for form in forms {
            let record = given.first { $0.document == form.name } ?? DocumentRecord(document: form.name, entries: [])
            checked.append(try record.checked(against: form, passes: passes))
        }
        try requireDiscussed(checked, at: step)
        try requireLawfulHours(checked, at: step)
        try requireReportedInTime(checked, at: step)
        try requireFreezeInTime(checked)
        try requireCourtInTime(at: step)
        try requireDecidedBefore(checked, at: step)
        try requireHearingAnnounced(checked)
        try requireHeardInTime(checked, at: step)
        guard !checked.isEmpty else { return }
        let subject = try state.subject ?? opening.party
        try append(.written(DocumentsWritten(step: step.id, documents: .present(subject: subject, checked))))
    }
}

extension StepOutcome {
    /// Whether the case goes on toward a decision, so that what a paper must affirm has to be affirmed.
    var passes: Bool {
        switch effect {
        case .reviewFailed, .notApproved, .refused, .notImposed, .notFiled, .noViolation, .withdrawn, .transferred,
            .hearingDropped, .notRequired, .otherAgency, .notAccepted, .correctionNeeded:
            false
        case .accepted, .correctedOnTheSpot, .corrected, .interestsConcerned, .publicInterestConcerned, .heard,
            .hearingRequested, .rightsWaived, .rightsRenounced, .hearingHeld, .granted, .filed, .violationFound,
            .reviewPassed, .approved,
            .imposed, .imposedAtOnce, .carriedOutAtOnce, .notCarriedOut, .objected, .settled, .correctionOrdered, nil:
            true
        }
    }
}
