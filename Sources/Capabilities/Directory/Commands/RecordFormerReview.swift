package import EventLog
package import Kernel

/// Records that an officer reviewed the legality of penalties before the law asked for a qualification.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.2.
package struct RecordFormerReview: Command {
    package static let name = "RecordFormerReview"
    package let officer: Officer.ID
    package let since: Day
    package let proof: String

    package init(_ officer: Officer.ID, since: Day, proof: String) {
        self.officer = officer
        self.since = since
        self.proof = proof
    }

    package func run(in session: CommandSession) throws -> Officer.ID {
        _ = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        guard since < LegalQualification.neededFrom else { throw DirectoryError.noFormerReviewer(since: since) }
        let proof = try DirectoryText.checked(proof, "proof")
        let reviewed = OfficerReviewedBefore(review: FormerReview(since: since, proof: proof))
        try session.append(.reviewedBefore(reviewed), to: OfficerEntry.self, officer.text)
        return officer
    }
}
