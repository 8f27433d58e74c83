import Casework
package import Directory
package import EventLog
import Kernel
import Parties
import TimeLimits

/// A person or an organization asks an agency for information; the request gets its number and its query code.
///
/// What comes in over the Hall is received the day it is sent, since the receipt confirms it at once.
///
/// - Source: 政府信息公开条例 art. 27, 29, 31(三).
package struct RequestInformation: Command {
    package static let name = "RequestInformation"
    package let agency: Agency.ID
    package let applicant: ApplicantKind
    package let content: InformationContent
    /// The keyed digest of the query code that the receipt shows.
    package let queryDigest: String
    /// The periods of the house, no part of what the applicant sends.
    private let clocks: ParticipationClocks

    package struct Answer: Hashable, Sendable, Codable {
        package let request: InformationRequest.ID
        package let number: String
    }

    private enum CodingKeys: CodingKey {
        case agency, applicant, content, queryDigest
    }

    package init(
        to agency: Agency.ID,
        by applicant: ApplicantKind,
        _ content: InformationContent,
        queryDigest: String,
        _ clocks: ParticipationClocks
    ) {
        self.agency = agency
        self.applicant = applicant
        self.content = content
        self.queryDigest = queryDigest
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> Answer {
        let content = try checked()
        let subject = try session.subject(at: agency, item: nil, caseFile: nil)
        let id: InformationRequest.ID = session.newIdentifier("G")
        let (calendar, today) = (try NationalCalendar.load(), session.today)
        let number = try session.nextNumber("information", "G", at: subject.division, for: "information/\(id.text)")
        let clock = InformationClock(from: today, reply: clocks.information.reply)
        try session.append(
            .requested(
                InformationRequested(
                    agencyName: Open(subject.agencyName),
                    applicant: Open(applicant),
                    number: number,
                    agency: subject.agency,
                    division: subject.division,
                    filedOn: today,
                    correctionBy: try clocks.information.correction.day(from: today, in: calendar),
                    clock: clock,
                    due: try clock.due(in: calendar),
                    content: .present(subject: id.text, content),
                    queryDigest: queryDigest
                )
            ),
            to: InformationRequest.self,
            id.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
        return Answer(request: id, number: number)
    }

    /// Returns the request as it is kept.
    package func checked() throws(ParticipationError) -> InformationContent {
        let description = try ParticipationText.checked(content.description, .description, ParticipationText.texts)
        let address = content.address.filter { !$0.isNewline }
        if content.form == .paper {
            _ = try ParticipationText.checked(address, .address, ParticipationText.addresses)
        }
        do throws(PartiesError) {
            return InformationContent(
                name: try PartyChecks.name(
                    content.name,
                    greatest: applicant == .person
                        ? PartyChecks.greatestPersonName : PartyChecks.greatestOrganizationName
                ),
                identity: applicant == .person
                    ? try PartyChecks.identityNumber(content.identity)
                    : try PartyChecks.checkedCreditCode(content.identity),
                mobile: try PartyChecks.mobile(content.mobile),
                address: content.form == .paper ? address : "",
                description: description,
                form: content.form
            )
        } catch {
            throw .information(.applicant(error))
        }
    }
}
