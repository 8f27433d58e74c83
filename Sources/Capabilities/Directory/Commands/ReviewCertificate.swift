package import EventLog
package import Kernel

/// Records the annual review of a certificate (年度审验); who fails it is suspended from that day on.
///
/// The answer is the certificate's new version.
package struct ReviewCertificate: Command {
    package static let name = "ReviewCertificate"
    package let officer: Officer.ID
    package let number: Certificate.Number
    package let year: Int
    package let isPassed: Bool
    package let on: Day
    package let remark: String

    package init(
        _ number: Certificate.Number,
        of officer: Officer.ID,
        year: Int,
        isPassed: Bool,
        on day: Day,
        remark: String
    ) {
        self.officer = officer
        self.number = number
        self.year = year
        self.isPassed = isPassed
        on = day
        self.remark = remark
    }

    package func run(in session: CommandSession) throws -> Int {
        let entry = try session.load(OfficerEntry.self, officer.text).state
        let remark = try DirectoryText.checked(remark, "remark", greatest: 2_000)
        let certificate = try entry.certificate(number, from: on) { $0 == .valid }
        guard certificate.reviews[year] == nil else { throw DirectoryError.reviewedAlready(year: year) }
        if isPassed, let officer = entry.officer {
            let rules = try session.directoryRules()
            let gaps = officer.qualificationGaps(on: on, rules)
            guard gaps.isEmpty else { throw DirectoryError.notQualified(gaps) }
        }
        let reviewed = CertificateReviewed(
            number: Open(number),
            year: Open(year),
            isPassed: Open(isPassed),
            on: Open(on),
            remark: remark
        )
        var after = try session.append(.certificateReviewed(reviewed), to: OfficerEntry.self, officer.text)
        if !isPassed {
            let suspended = CertificateSuspended(number: Open(number), from: Open(on), reason: "年度审验不合格：\(remark)")
            after = try session.append(.certificateSuspended(suspended), to: OfficerEntry.self, officer.text)
        }
        return after.officer?.certificate(number)?.version ?? 0
    }
}
