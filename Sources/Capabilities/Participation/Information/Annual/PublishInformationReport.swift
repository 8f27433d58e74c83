import Directory
package import EventLog
import Kernel
import Parties

/// Publishes the own agency's annual report on requests for information; the figures are counted, not entered.
///
/// - Source: 政府信息公开条例 art. 49 (by 31 January), 50.
package struct PublishInformationReport: Command {
    package static let name = "PublishInformationReport"
    package let year: Int
    /// The version of the report that the officer saw; 0 before the first.
    package let seen: Int
    package let remedies: DisclosureRemedies
    package let problems: String
    /// Why it is published again; not asked for the first time.
    package let correction: String

    /// No agency is sued more often in a year.
    private static let mostOfOne = 100_000
    private static let yearsBack = 10

    package init(
        year: Int,
        seen: Int,
        remedies: DisclosureRemedies,
        problems: String,
        correction: String = ""
    ) {
        self.year = year
        self.seen = seen
        self.remedies = remedies
        self.problems = problems
        self.correction = correction
    }

    package func run(in session: CommandSession) throws -> Int {
        let years = session.today.year - PublishInformationReport.yearsBack..<session.today.year
        guard years.contains(year) else { throw ParticipationError.information(.yearNotReportable(year)) }
        guard let agency = try session.agencyOfActor() else { throw ParticipationError.notAnOfficer }
        let subject = try session.subject(at: agency, item: nil, caseFile: nil)
        let key = InformationReport.key(agency.text, year)
        try session.requireSeen(seen, InformationReport.self, key)
        let figures = remedies.named.map(\.figures).flatMap { [$0.upheld, $0.corrected, $0.other, $0.pending] }
        guard figures.allSatisfy((0...PublishInformationReport.mostOfOne).contains) else {
            throw ParticipationError.information(.figureOutOfRange(greatest: PublishInformationReport.mostOfOne))
        }
        let problems = try ParticipationText.checked(problems, .problems, ParticipationText.answers)
        let isCorrection = seen > 0
        let correction =
            isCorrection ? try ParticipationText.checked(correction, .correction, ParticipationText.reasons) : nil
        let counted = try session.reader.annualInformation(year, of: agency.text, in: session.realm)
        let record = PublicInformationReport(
            year: year,
            agency: subject.agency,
            agencyName: subject.agencyName,
            division: subject.division,
            publishedOn: session.today,
            applicants: ApplicantKind.allCases.map(\.chinese),
            lines: counted.lines.map { line in
                PublicInformationReport.Line(
                    name: line.name,
                    depth: line.depth,
                    counts: ApplicantKind.allCases.map { line.counts[$0] ?? 0 }
                )
            },
            late: counted.late,
            remedies: remedies,
            problems: PersonalText.masked(problems),
            correction: correction.map { PersonalText.masked($0) }
        )
        try session.append(
            .published(InformationReportPublished(record: Open(record))),
            to: InformationReport.self,
            key
        )
        return year
    }
}
