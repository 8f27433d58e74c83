package import EventLog
package import Kernel

/// Gives a suspended certificate back to use.
///
/// The answer is the certificate's new version.
package struct RestoreCertificate: Command {
    package static let name = "RestoreCertificate"
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
            if case .suspended = standing { true } else { false }
        }
        let restored = CertificateRestored(number: Open(number), from: Open(from), reason: reason)
        try session.append(.certificateRestored(restored), to: OfficerEntry.self, officer.text)
        return certificate.version + 1
    }
}
