package import EventLog
package import Kernel

/// Lets a valid certificate last longer; the answer is its new version.
package struct RenewCertificate: Command {
    package static let name = "RenewCertificate"
    package let officer: Officer.ID
    package let number: Certificate.Number
    package let from: Day
    package let validTo: Day

    package init(_ number: Certificate.Number, of officer: Officer.ID, from: Day, to validTo: Day) {
        self.officer = officer
        self.number = number
        self.from = from
        self.validTo = validTo
    }

    package func run(in session: CommandSession) throws -> Int {
        let entry = try session.load(OfficerEntry.self, officer.text).state
        let renewed = try entry.renew(number, on: from, to: validTo, under: session.directoryRules())
        let after = try session.append(.certificateRenewed(renewed), to: OfficerEntry.self, officer.text)
        return after.officer?.certificate(number)?.version ?? 0
    }
}
