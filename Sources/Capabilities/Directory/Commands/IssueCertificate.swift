package import EventLog
import Kernel

/// Records a certificate issued to an officer.
package struct IssueCertificate: Command {
    package static let name = "IssueCertificate"
    package let officer: Officer.ID
    package let certificate: Certificate.Terms

    package init(_ certificate: Certificate.Terms, to officer: Officer.ID) {
        self.officer = officer
        self.certificate = certificate
    }

    package func run(in session: CommandSession) throws -> Int {
        _ = try DirectoryText.checked(certificate.number.text, "number", greatest: 30)
        _ = try DirectoryText.checked(certificate.issuer, "issuer")
        let entry = try session.load(OfficerEntry.self, officer.text).state
        let issued = try entry.issue(certificate, to: officer, under: session.directoryRules())
        try session.append(.certificateIssued(issued), to: OfficerEntry.self, officer.text)
        return 1
    }

    package func refusal(forTaken key: String) -> (any Error)? {
        DirectoryError.certificateNumberTaken(certificate.number)
    }
}
