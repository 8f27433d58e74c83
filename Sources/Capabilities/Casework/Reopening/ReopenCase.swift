package import EventLog
package import Kernel
package import Processes
import TimeLimits
import WorkflowEngine

/// Has a matter decided anew whose decision fell, or whose case was closed in error (重新办理), by who approves.
///
/// It begins anew in a case of its own, under the version of the item in force today, with what was handed in and the
/// evidence; its time begins as that of any case, and ends with the day that was ordered.
///
/// - Source: Administrative Reconsideration Law (行政复议法) art. 64; Administrative Litigation Law (行政诉讼法) art. 70, 71;
///   Administrative Penalty Law (行政处罚法) art. 75.2.
package struct ReopenCase: Command {
    package static let name = "ReopenCase"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let ground: CaseReopened.Ground
    /// The decision that orders it, with its number.
    package let authority: String
    /// By when that decision wants it decided; `nil` where it names no day.
    package let within: Day?
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        ground: CaseReopened.Ground,
        authority: String,
        within: Day?,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.authority = authority
        self.within = within
        self.reasons = reasons
    }

    /// The case whose matter is decided anew, with the number of the case in which it is.
    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.reopen, by: actor, because: reasons)
        if let fault = run.state.reopeningFault(ground, in: run.definition.category) {
            throw CaseworkError.reopening(fault)
        }
        guard !ground.isOrdered || authority.trimmed.count >= CaseworkRules.shortestReasons else {
            throw CaseworkError.reopening(.authorityMissing(ground))
        }
        try CaseworkRules.requireText(authority, "责令重新作出的文书", atLeast: 0)
        if let within, within < session.today || !ground.isOrdered {
            throw CaseworkError.reopening(.withinInvalid(within))
        }
        let anew = try begin(run)
        let opening = try anew.opening
        try run.append(
            .reopened(
                CaseReopened(
                    ground: Open(ground),
                    authority: Open(authority.trimmed),
                    within: within,
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    caseFile: anew.id.text,
                    number: Open(opening.number)
                )
            )
        )
        return CaseAnswer(run, apart: opening.number)
    }

    /// The case in which the matter goes on.
    private func begin(_ former: CaseRun) throws -> CaseRun {
        let session = former.session
        let opening = try former.opening
        let pin = try ItemPin.executable(Identifier(opening.item.id), in: session)
        let origin = ReopeningOrigin(
            caseFile: caseFile.text,
            number: opening.number,
            ground: ground,
            authority: authority.trimmed,
            within: within,
            foundOn: former.state.foundOn ?? opening.receivedOn
        )
        var anew = try CaseRun(under: pin, in: session)
        if opening.isExOfficio {
            guard let clue = former.state.clue else { throw CaseworkError.detailsMissing("线索") }
            try anew.begin(pin, party: opening.party, clue: clue, reopening: origin)
            for taken in former.state.takenIn { try anew.append(.takenIn(taken)) }
            try anew.add(former.state.evidence.map(\.number), of: former.state)
        } else {
            try anew.receive(pin, anewFrom: former, origin)
        }
        return anew
    }
}

extension CaseRun {
    /// Takes in again what the applicant handed in before; the old query code opens it too.
    fileprivate mutating func receive(_ pin: ItemPin, anewFrom former: CaseRun, _ origin: ReopeningOrigin) throws {
        let opening = try former.opening
        guard let submission = former.state.submission else { throw CaseworkError.reopening(.submissionErased) }
        let today = session.today
        try append(
            .received(
                ApplicationReceived(
                    number: Open(CaseNumber.next(pin, id, in: session)),
                    item: pin,
                    party: opening.party,
                    channel: .window,
                    receivedOn: today,
                    answerDue: CaseRun.answerDue(receivedOn: today, in: calendar),
                    submission: .present(subject: former.state.subject ?? opening.party, submission),
                    queryDigest: opening.queryDigest,
                    position: position(of: flow.run(Marking(), .start)),
                    agent: opening.agent,
                    prior: former.state.prior.map { ForParty($0, party: opening.party) },
                    changes: former.state.prior.map { _ in
                        .present(subject: former.state.subject ?? opening.party, former.state.changes)
                    },
                    reopening: ForParty(origin, party: opening.party)
                )
            )
        )
        if let prior = former.state.prior {
            try announce(prior.purpose, to: CaseRun(CaseFile.ID(prior.caseFile), in: session), on: today)
        }
        try fileUnlessAccepted()
    }
}

extension CaseFile {
    /// The day by which it is decided whatever its limits are; `nil` where there is none.
    var latestDecision: Day? { [prior?.renewsAfter, reopening?.within].compactMap(\.self).min() }

    /// Why the matter is not decided anew on a ground; `nil` when it may be.
    package func reopeningFault(
        _ ground: CaseReopened.Ground,
        in category: ProcessDefinition.Category
    ) -> ReopeningFault? {
        if let reopened { return .alreadyReopened(number: reopened.number.value) }
        if case .closed(let closing) = stage, closing.manner == .merged || closing.manner == .transferred {
            return .decidedElsewhere(closing.manner)
        }
        guard let decision else {
            return !ground.isOrdered && category.isPenalty ? nil : .nothingFell
        }
        guard lostEffectOn != nil else { return .decisionStands(number: decision.number) }
        let fell: Bool =
            switch ground {
            case .reconsideration:
                revocation?.ground.value == .reconsideration || annulment?.ground.value == .reconsideration
            case .judgment: revocation?.ground.value == .judgment || annulment?.ground.value == .judgment
            case .ownError, .complaint:
                revocation?.ground.value == .unlawful || annulment?.ground.value.isForeign == false
            }
        return fell ? nil : .otherGround(ground)
    }
}
