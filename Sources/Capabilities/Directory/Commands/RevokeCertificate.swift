package import EventLog
package import Kernel

/// Revokes a certificate for good (注销、吊销).
///
/// The answer is the certificate's new version.
package struct RevokeCertificate: Command {
    package static let name = "RevokeCertificate"
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
            if case .revoked = standing { false } else { true }
        }
        let revoked = CertificateRevoked(number: Open(number), from: Open(from), reason: reason)
        try session.append(.certificateRevoked(revoked), to: OfficerEntry.self, officer.text)
        return certificate.version + 1
    }
}
