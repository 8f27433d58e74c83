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
/// The catalog refuses an item that is not confirmed, published and in force today.
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

    package init(
        item: PowerItem.ID,
        channel: ApplicationReceived.Channel,
        applicant: RegisterParty.Applicant,
        submission: Submission,
        queryDigest: String
    ) {
        self.item = item
        self.channel = channel
        self.applicant = applicant
        self.submission = submission
        self.queryDigest = queryDigest
    }

    package struct Answer: Hashable, Sendable, Codable {
        package let caseFile: CaseFile.ID
        package let number: String
        package let answerDue: Day
    }

    package func run(in session: CommandSession) throws -> Answer {
        let pin = try ItemPin.executable(item, requiring: submission, in: session)
        let party: Party.ID = try RegisterParty(applicant).run(in: session)
        let id: CaseFile.ID = session.newIdentifier("C")
        var run = try CaseRun(id, state: CaseFile(), process: pin.process, in: session)
        guard run.definition.category.isOnApplication else { throw CaseworkError.notOnApplication(item: pin.name) }
        let number = try CaseNumber.next(pin, id, in: session)
        let answerDue = try CaseRun.answerDue(receivedOn: session.today, in: run.calendar)
        let marking = try run.flow.run(Marking(), .start)
        try run.append(
            .received(
                ApplicationReceived(
                    number: Open(number),
                    item: pin,
                    party: party.text,
                    channel: channel,
                    receivedOn: session.today,
                    answerDue: answerDue,
                    submission: .present(subject: party.text, submission),
                    queryDigest: queryDigest,
                    position: run.position(of: marking)
                )
            )
        )
        try run.fileUnlessAccepted()
        return Answer(caseFile: id, number: number, answerDue: answerDue)
    }

    package func fingerprint() throws -> Digest {
        let applicant = SHA256Hash.of(try CanonicalEncoder().encode(applicant))
        return try SubmissionFingerprint.of(submission, [item.text, channel.rawValue, applicant.hex, queryDigest])
    }
}
