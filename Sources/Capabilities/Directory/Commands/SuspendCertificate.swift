package import EventLog
package import Kernel

/// Suspends a certificate (暂扣): from that day on no act can rest on it.
///
/// The answer is the certificate's new version.
package struct SuspendCertificate: Command {
    package static let name = "SuspendCertificate"
    package let officer: Officer.ID
    package let number: Certificate.Number
    package let from: Day
    package let reason: String

    package init(_ number: Certificate.Number, of officer: Officer.ID, from: Day, reason: String) {
        self.officer = officer
        self.number = number
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let entry = try session.load(OfficerEntry.self, officer.text).state
        let certificate = try entry.certificate(number, from: from) { standing in
            if case .valid = standing { true } else { false }
        }
        let suspended = CertificateSuspended(number: Open(number), from: Open(from), reason: reason)
        try session.append(.certificateSuspended(suspended), to: OfficerEntry.self, officer.text)
        return certificate.version + 1
    }
}
