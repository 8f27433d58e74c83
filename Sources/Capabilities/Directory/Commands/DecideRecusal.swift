package import EventLog
import Kernel

/// Decides a recusal: by the head of the agency from a post that approves, or by those in charge together.
///
/// Where nobody but the officer heads the agency, those in charge discuss it together and one of them records it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43: 回避由行政机关负责人决定; 市场监督管理行政处罚程序规定 art. 4:
///   主要负责人的回避由负责人集体讨论决定.
package struct DecideRecusal: Command {
    package static let name = "DecideRecusal"
    /// Fewer do not discuss anything together.
    package static let fewestDiscussing = 2

    package let officer: Officer.ID
    package let matter: String
    package let isGranted: Bool
    package let reason: String
    /// Those in charge who discussed it together; empty where one head decides.
    package let discussedBy: [Officer.ID]

    package init(
        _ officer: Officer.ID,
        in matter: String,
        isGranted: Bool,
        reason: String,
        discussedBy: [Officer.ID] = []
    ) {
        self.officer = officer
        self.matter = matter
        self.isGranted = isGranted
        self.reason = reason
        self.discussedBy = discussedBy
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
        guard let agency = person.agency(on: session.today) else { throw DirectoryError.notHead }
        let heads = try session.reader.heads(of: agency, in: session.realm, on: session.today)
        if discussedBy.isEmpty {
            guard heads != [officer] else { throw DirectoryError.recusalOfHead }
            guard try holds([.approve], at: agency, in: session) else { throw DirectoryError.notHead }
        } else {
            guard try holds([.approve, .review], at: agency, in: session) else { throw DirectoryError.notHead }
            guard heads.contains(officer) else { throw DirectoryError.recusalOfNoHead }
            try requireDiscussed(at: agency, in: session)
        }
        let decided = RecusalDecided(
            isGranted: isGranted,
            reason: reason,
            discussedBy: discussedBy.isEmpty ? nil : discussedBy
        )
        try session.append(.decided(decided), to: RecusalEntry.self, key)
        return 1
    }

    /// Whether the actor holds the post of such a responsibility from which the actor acts, and does not only stand in.
    private func holds(
        _ responsibilities: [Responsibility],
        at agency: Agency.ID,
        in session: CommandSession
    ) throws -> Bool {
        guard let held = session.actor.post, let post = try session.load(PostEntry.self, held).state.post else {
            return false
        }
        return responsibilities.contains(post.responsibility) && post.agency == agency
            && post.officers(on: session.today).contains(Officer.ID(session.actor.id))
    }

    private func requireDiscussed(at agency: Agency.ID, in session: CommandSession) throws {
        guard Set(discussedBy).count == discussedBy.count, discussedBy.count >= DecideRecusal.fewestDiscussing else {
            throw DirectoryError.recusalDiscussedByFew(found: Set(discussedBy).count)
        }
        for member in discussedBy {
            let entry = try session.load(OfficerEntry.self, member.text).state.existing(member)
            guard member != officer, entry.agency(on: session.today) == agency else {
                throw DirectoryError.recusalDiscussedByStranger(member)
            }
        }
    }
}
