import Directory
import EventLog
import Kernel
import Parties
import Processes
import RuleTables

extension FollowUp {
    /// Returns the permit that is followed, as its holder may have it followed today.
    ///
    /// - Parameters:
    ///   - item: the item that is applied for.
    ///   - applicant: who applies.
    ///   - receivedOn: the day of the application; whether a renewal is late is judged by it.
    ///   - session: where the permit's case is.
    /// - Returns: the case, and what of it the application keeps.
    /// - Throws: `CaseworkError.followUp`.
    /// - Source: Administrative License Law (行政许可法) art. 49, 50.
    func prior(
        under item: String,
        by applicant: RegisterParty.Applicant,
        receivedOn: Day,
        in session: CommandSession
    ) throws -> (run: CaseRun, permit: PriorPermit) {
        let run = try CaseRun(caseFile, in: session)
        let opening = try run.opening
        guard opening.item.id == item else {
            throw CaseworkError.followUp(.otherItem(expected: opening.item.name, found: item))
        }
        guard let holder = try session.load(PartyEntry.self, opening.party).state.party?.identity,
            holder.isSame(as: applicant)
        else { throw CaseworkError.followUp(.notHolder) }
        let isLicense = run.definition.category == .licensing
        if let fault = run.state.followUpFault(purpose, isLicense: isLicense, on: receivedOn) {
            throw CaseworkError.followUp(fault)
        }
        guard let decision = run.state.decision else {
            throw CaseworkError.followUp(.noPermit(number: opening.number))
        }
        let time = try renewalTime(opening.item, of: decision, in: session)
        return (
            run,
            PriorPermit(
                purpose: purpose,
                caseFile: caseFile.text,
                number: opening.number,
                decisionNumber: decision.number,
                permitNumber: decision.permitNumber,
                validFrom: decision.validFrom ?? decision.decidedOn,
                validThrough: run.state.permitThrough,
                applyBy: time?.applyBy,
                rule: time?.ground,
                isLate: time.map { receivedOn > $0.applyBy } ?? false,
                note: try CaseworkRules.requireText(note, "\(purpose.chinese)说明", atLeast: 0)
            )
        )
    }

    private func renewalTime(
        _ item: ItemPin,
        of decision: Decision,
        in session: CommandSession
    ) throws -> RenewalTime? {
        guard purpose == .renewal, let last = decision.validThrough else { return nil }
        return try RenewalTime(
            item: item.code,
            through: last,
            by: session.ruleTable(.renewal, in: Division.Code(item.division))
        )
    }
}

extension Submission {
    /// The application as a whole: what is not said anew stays as the permit rests on it.
    func following(_ former: Submission?) -> Submission {
        let given = Set(answers.map(\.field))
        let kept = (former?.answers ?? []).filter { !given.contains($0.field) }
        return Submission(answers: answers + kept, materials: materials)
    }

    /// Which answers are others than before.
    func changes(since former: Submission?) -> [ChangedAnswer] {
        let before = former?.stated ?? [:]
        return answers.compactMap { answer in
            let (old, new) = (before[answer.field] ?? "", answer.value.trimmed)
            return old == new ? nil : ChangedAnswer(label: answer.label, before: old, after: new)
        }
    }
}

extension Party.Identity {
    /// An organization is known by its code, a person by the number; who was erased is nobody's equal.
    func isSame(as applicant: RegisterParty.Applicant) -> Bool {
        switch (self, applicant) {
        case (.organization(let one), .organization(_, let code, _)):
            (try? PartyChecks.creditCode(code)).map { $0 == one.code } ?? false
        case (.person(let one?), .person(_, let number, _)):
            (try? PartyChecks.identityNumber(number)).map { $0 == one.identityNumber } ?? false
        case (.organization, _), (.person, _): false
        }
    }
}

extension PriorPermit {
    /// Whether a change is asked for that neither the form nor the note says.
    func saysNothing(beside changes: [ChangedAnswer]) -> Bool {
        purpose == .change && changes.isEmpty && note.count < CaseworkRules.shortestReasons
    }
}

extension CaseRun {
    /// Tells the case of the permit that its renewal or change was applied for.
    func announce(_ purpose: FollowUp.Purpose, to permit: CaseRun?, on day: Day) throws {
        guard var former = permit else { return }
        try former.append(
            .followUpReceived(
                FollowUpReceived(
                    purpose: purpose,
                    caseFile: id.text,
                    number: Open(opening.number),
                    receivedOn: day
                )
            )
        )
    }

    /// Tells the case of the permit what came of its renewal or change.
    func tellPrior(_ event: CaseFileEvent) throws {
        guard let prior = state.prior else { return }
        let outcome: FollowUpEnded.Outcome
        if case .decided(let decided) = event {
            outcome = decided.kind.value == .granted ? .granted : .refused
        } else if case .closed = event, state.decision == nil {
            outcome = .ended
        } else if event.takesEffectAway, state.decision?.kind == .granted {
            outcome = .undone
        } else {
            return
        }
        var former = try CaseRun(CaseFile.ID(prior.caseFile), in: session)
        try former.append(
            .followUpEnded(
                FollowUpEnded(
                    caseFile: id.text,
                    outcome: Open(outcome),
                    decision: Open(state.decision?.number ?? ""),
                    on: session.today,
                    validThrough: outcome == .granted ? state.decision?.validThrough : nil
                )
            )
        )
    }
}
