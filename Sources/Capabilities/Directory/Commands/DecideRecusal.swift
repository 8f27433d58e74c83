package import EventLog
import Kernel

/// Decides a recusal, by the head of the agency from a post that approves.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43: 回避由行政机关负责人决定.
package struct DecideRecusal: Command {
    package static let name = "DecideRecusal"
    package let officer: Officer.ID
    package let matter: String
    package let isGranted: Bool
    package let reason: String

    package init(_ officer: Officer.ID, in matter: String, isGranted: Bool, reason: String) {
        self.officer = officer
        self.matter = matter
        self.isGranted = isGranted
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let person = try session.load(OfficerEntry.self, officer.text).state.existing(officer)
        let key = RecusalEntry.key(matter, officer)
        let isDeclared = !person.relations.isEmpty
        switch try session.load(RecusalEntry.self, key).state.recusal {
        case .undecided: break
        case nil where isDeclared: break
        case nil, .some(.none), .granted: throw DirectoryError.noOpenRecusal(officer)
        }
        guard session.actor.id != officer.text else { throw DirectoryError.recusalOfOneself }
        guard let held = session.actor.post,
            let post = try session.load(PostEntry.self, held).state.post,
            post.responsibility == .approve, post.agency == person.agency(on: session.today),
            post.officers(on: session.today).contains(Officer.ID(session.actor.id))
        else { throw DirectoryError.notHead }
        try session.append(
            .decided(RecusalDecided(isGranted: isGranted, reason: reason)),
            to: RecusalEntry.self,
            key
        )
        return 1
    }
}
