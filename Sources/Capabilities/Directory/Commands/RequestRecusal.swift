package import EventLog
import Kernel

/// Asks that an officer keep out of a matter, by a party or by the officer.
package struct RequestRecusal: Command {
    package static let name = "RequestRecusal"
    package let officer: Officer.ID
    package let matter: String
    package let ground: RecusalGround
    package let reason: String

    package init(_ officer: Officer.ID, in matter: String, ground: RecusalGround, reason: String) {
        self.officer = officer
        self.matter = matter
        self.ground = ground
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        _ = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let key = RecusalEntry.key(matter, officer)
        if case .undecided(let since?) = try session.load(RecusalEntry.self, key).state.recusal {
            throw DirectoryError.recusalUndecided(since: since)
        }
        let requested = RecusalRequested(matter: matter, officer: officer, ground: ground, reason: reason)
        try session.append(.requested(requested), to: RecusalEntry.self, key)
        return 1
    }
}
