import Directory
package import EventLog
import Kernel

/// An officer asks that the outcome of a complaint or report not be published, on a ground of the law.
///
/// - Source: 政府信息公开条例 art. 14, 15, 17 (reviewed before it is made public); 信访工作条例 art. 30.
package struct ProposeOutcomeExemption: Command {
    package static let name = "ProposeOutcomeExemption"
    package let letter: Letter.ID
    package let seen: Int
    package let ground: OutcomeExemptionGround
    package let reason: String

    package init(letter: Letter.ID, seen: Int, ground: OutcomeExemptionGround, reason: String) {
        self.letter = letter
        self.seen = seen
        self.ground = ground
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        try session.require(state, in: [.replied, .closed])
        guard state.mayBeExempted else { throw ParticipationError.nothingToExempt }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        let proposed = OutcomeExemptionProposed(
            on: session.today,
            ground: ground,
            reason: .present(subject: letter.text, reason)
        )
        try session.append(.exemptionProposed(proposed), to: Letter.self, letter.text)
        return letter
    }
}

/// Another officer with a post that reviews or approves decides whether an outcome is kept from the public.
///
/// Where it is, it is due to be published no more; where not, it is due as before.
///
/// - Source: 政府信息公开条例 art. 17.
package struct DecideOutcomeExemption: Command {
    package static let name = "DecideOutcomeExemption"
    package let letter: Letter.ID
    package let seen: Int
    package let isApproved: Bool
    package let opinion: String

    package init(letter: Letter.ID, seen: Int, isApproved: Bool, opinion: String) {
        self.letter = letter
        self.seen = seen
        self.isApproved = isApproved
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        try session.require(state, in: [.replied, .closed])
        guard let asked = state.exemption, asked.isApproved == nil else {
            throw ParticipationError.noExemptionProposed
        }
        guard asked.officer != session.actor.id else { throw ParticipationError.ownExemption }
        try requireReviewer(for: state.subject?.agency, in: session)
        let opinion = try ParticipationText.checked(opinion, .opinion, ParticipationText.opinions)
        let decided = OutcomeExemptionDecided(
            on: session.today,
            isApproved: isApproved,
            ground: Open(isApproved ? asked.ground : nil),
            opinion: .present(subject: letter.text, opinion)
        )
        try session.append(.exemptionDecided(decided), to: Letter.self, letter.text)
        return letter
    }

    /// Refuses whoever holds no post that reviews or approves in the agency of the letter.
    private func requireReviewer(for agency: String?, in session: CommandSession) throws {
        let officer = Officer.ID(session.actor.id)
        let posts = try session.reader.posts(of: officer, in: session.realm, on: session.today)
        let reviews = posts.contains { post in
            post.agency.text == agency && [.review, .approve].contains(post.responsibility)
        }
        guard reviews else { throw ParticipationError.notAReviewer }
    }
}
