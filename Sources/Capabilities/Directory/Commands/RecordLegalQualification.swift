package import EventLog
package import Kernel

/// Records that an officer may review the legality of decisions.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.
package struct RecordLegalQualification: Command {
    package static let name = "RecordLegalQualification"
    package let officer: Officer.ID
    package let number: String
    package let from: Day

    package init(_ officer: Officer.ID, number: String, from: Day) {
        self.officer = officer
        self.number = number
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        _ = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let number = try DirectoryText.checked(number, "number", greatest: 30)
        let qualified = OfficerLegallyQualified(qualification: LegalQualification(number: number, from: from))
        try session.append(.legallyQualified(qualified), to: OfficerEntry.self, officer.text)
        return officer
    }
}
