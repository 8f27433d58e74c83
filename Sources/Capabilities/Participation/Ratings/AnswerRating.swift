package import Casework
package import EventLog
import Kernel
import Parties

/// The rater of a badly rated case was called back (100 % 回访).
package struct CallBackRater: Command {
    package static let name = "CallBackRater"
    package let caseFile: CaseFile.ID
    package let note: String

    package init(caseFile: CaseFile.ID, note: String) {
        self.caseFile = caseFile
        self.note = note
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        let state = try session.badRating(of: caseFile)
        guard state.calledBackOn == nil else { throw ParticipationError.calledBackAlready }
        let note = try ParticipationText.checked(note, .note, ParticipationText.reasons)
        let called = RaterCalledBack(on: session.today, note: .present(subject: "rating-\(caseFile.text)", note))
        try session.append(.calledBack(called), to: Rating.self, caseFile.text)
        return caseFile
    }
}

/// The agency says what it corrected; the rater's words become public beside it, masked.
package struct AnswerRating: Command {
    package static let name = "AnswerRating"
    package let caseFile: CaseFile.ID
    package let answer: String
    /// Words to hide beside the numbers of people and the party's name.
    package let hidden: [String]

    package init(caseFile: CaseFile.ID, answer: String, hidden: [String]) {
        self.caseFile = caseFile
        self.answer = answer
        self.hidden = hidden
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        let state = try session.badRating(of: caseFile)
        guard state.calledBackOn != nil else { throw ParticipationError.notCalledBack }
        guard state.answer == nil else { throw ParticipationError.answeredAlready }
        guard let comment = state.given?.comment.value else { throw ParticipationError.erased }
        let answer = try ParticipationText.checked(answer, .reply, ParticipationText.answers)
        let party = try session.load(CaseFile.self, caseFile.text).state.opening?.party
        let name = try party.flatMap { try session.load(PartyEntry.self, $0).state.party?.name }
        let words = HiddenWords(hidden, writer: name)
        let record = RatingAnswer(comment: words.masked(comment), answer: words.masked(answer), on: session.today)
        try session.append(.answered(RatingAnswered(record: Open(record))), to: Rating.self, caseFile.text)
        return caseFile
    }
}

extension CommandSession {
    /// Returns a bad rating if an officer of its agency acts who did not handle the case.
    fileprivate func badRating(of caseFile: CaseFile.ID) throws -> Rating {
        let state = try load(Rating.self, caseFile.text).state
        guard let given = state.given, given.answer != nil else { throw ParticipationError.noBadRating }
        try requireOfficer(of: given.agency, named: given.agencyName)
        try requireNoHandler(of: caseFile)
        return state
    }
}
