import CanonicalJSON
package import Catalog
package import Cryptography
package import EventLog
package import Kernel
package import Parties
import Processes
import TimeLimits
import WorkflowEngine

/// A party applies for an item; the case gets its number and its query code (收件).
///
/// The catalog refuses an item that is not confirmed, published and in force today. At the window an officer who may do
/// the first step registers it, if need be for the earlier day on which it was handed in: the time to answer runs from
/// then.
///
/// - Source: Administrative License Law (行政许可法) art. 29, 32; 川办发〔2011〕45号 (unpublished powers are not exercised).
package struct SubmitApplication: Command {
    package static let name = "SubmitApplication"
    package let item: PowerItem.ID
    package let channel: ApplicationReceived.Channel
    package let applicant: RegisterParty.Applicant
    package let submission: Submission
    /// The keyed digest of the query code that the receipt shows.
    package let queryDigest: String
    /// Under which an agent applies for a firm; `nil` for who applies for oneself.
    package let mandate: Mandate.ID?
    /// The permit whose renewal or change is applied for; `nil` for a new one.
    package let follows: FollowUp?

    package init(
        item: PowerItem.ID,
        channel: ApplicationReceived.Channel,
        applicant: RegisterParty.Applicant,
        submission: Submission,
        queryDigest: String,
        mandate: Mandate.ID? = nil,
        follows: FollowUp? = nil
    ) {
        self.item = item
        self.channel = channel
        self.applicant = applicant
        self.submission = submission
        self.queryDigest = queryDigest
        self.mandate = mandate
        self.follows = follows
    }

    package struct Answer: Hashable, Sendable, Codable {
        package let caseFile: CaseFile.ID
        package let number: String
        package let answerDue: Day
    }

    package func run(in session: CommandSession) throws -> Answer {
        let receivedOn = try receivedOn(in: session)
        let prior = try follows?.prior(under: item.text, by: applicant, receivedOn: receivedOn, in: session)
        let former = prior?.run.state.submission
        let stated = prior == nil ? submission : submission.following(former)
        let (pin, rules) = try ItemPin.executable(
            item,
            requiring: stated,
            from: applicant.kind,
            receivedOn: receivedOn,
            isFollowUp: prior != nil,
            in: session
        )
        let submission = stated.answering(rules.form)
        let changes = prior.map { _ in submission.changes(since: former) }
        if let prior, prior.permit.saysNothing(beside: changes ?? []) {
            throw CaseworkError.followUp(.nothingChanged)
        }
        let agent = try agent(in: session)
        let party: Party.ID = try RegisterParty(applicant).run(in: session)
        let id: CaseFile.ID = session.newIdentifier("C")
        var run = try CaseRun(id, state: CaseFile(), process: pin.process, in: session)
        guard run.definition.category.isOnApplication else { throw CaseworkError.notOnApplication(item: pin.name) }
        let clerk = channel == .window ? try window(of: run, pin, in: session) : nil
        run.rules += rules.citations
        let number = try CaseNumber.next(pin, id, in: session)
        let answerDue = try CaseRun.answerDue(receivedOn: receivedOn, in: run.calendar)
        let marking = try run.flow.run(Marking(), .start)
        try run.append(
            .received(
                ApplicationReceived(
                    number: Open(number),
                    item: pin,
                    party: party.text,
                    channel: channel,
                    receivedOn: receivedOn,
                    answerDue: answerDue,
                    submission: .present(subject: party.text, submission),
                    queryDigest: queryDigest,
                    position: run.position(of: marking),
                    agent: agent,
                    prior: prior.map { ForParty($0.permit, party: party.text) },
                    changes: changes.map { .present(subject: party.text, $0) },
                    reopening: nil
                )
            )
        )
        if let permit = prior?.permit { try run.announce(permit.purpose, to: prior?.run, on: receivedOn) }
        try run.fileUnlessAccepted()
        if let clerk { try run.registered(by: clerk, opinion: channel.chinese) }
        return Answer(caseFile: id, number: number, answerDue: answerDue)
    }

    /// Returns who takes the application, or refuses who may not do the first step.
    private func window(
        of run: CaseRun,
        _ pin: ItemPin,
        in session: CommandSession
    ) throws -> CaseFile.StepActor {
        let actor = try CaseAuthority.officer(of: pin, companions: [], in: session)
        try run.requireWindow(actor)
        return actor
    }

    /// What comes over the net is there now; what came by post or over the counter may be entered some days later.
    private func receivedOn(in session: CommandSession) throws -> Day {
        let day = channel == .window ? session.occurred.at.day : session.today
        let earliest = session.today - CaseworkRules.longestEntryDelay
        guard (earliest...session.today).contains(day) else {
            throw CaseworkError.receivedDayInvalid(day, earliest: earliest)
        }
        return day
    }

    /// Returns who acts for the firm, if the mandate is in force today and is for this firm and this actor.
    ///
    /// - Source: Civil Code (民法典) art. 162, 171, 173.
    private func agent(in session: CommandSession) throws -> CaseAgent? {
        guard let mandate else { return nil }
        guard case .organization(_, let code, _) = applicant else { throw PartiesError.noMandate }
        let state = try session.load(Mandate.self, mandate.text).state
        try state.requireAgent(session.actor, of: try PartyChecks.creditCode(code), on: session.today)
        return CaseAgent(party: session.actor.id, mandate: mandate.text)
    }

    package func fingerprint() throws -> Digest {
        let applicant = SHA256Hash.of(try CanonicalEncoder().encode(applicant))
        return try SubmissionFingerprint.of(
            submission,
            [item.text, channel.rawValue, applicant.hex, queryDigest] + (mandate.map { [$0.text] } ?? [])
                + (follows.map { [$0.purpose.rawValue, $0.caseFile.text, $0.note] } ?? [])
        )
    }
}
