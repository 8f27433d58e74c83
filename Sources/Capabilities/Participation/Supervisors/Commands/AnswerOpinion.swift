import Casework
package import EventLog
import Kernel
import Parties

/// The agency answers a public supervisor; opinion and answer become public together, masked.
package struct AnswerOpinion: Command {
    package static let name = "AnswerOpinion"
    package let opinion: Opinion.ID
    package let answer: String
    /// Words to hide beside the numbers of people and the party's name.
    package let hidden: [String]

    package init(_ opinion: Opinion.ID, answer: String, hidden: [String]) {
        self.opinion = opinion
        self.answer = answer
        self.hidden = hidden
    }

    package func run(in session: CommandSession) throws -> Opinion.ID {
        let state = try session.load(Opinion.self, opinion.text).state
        guard let given = state.given else { throw ParticipationError.supervisor(.unknownOpinion) }
        try session.requireOfficer(of: given.subject.agency, named: given.agencyName.value)
        if let caseFile = given.subject.caseFile { try session.requireNoHandler(of: .init(caseFile)) }
        guard state.answer == nil else { throw ParticipationError.supervisor(.answered) }
        guard let text = given.text.value else { throw ParticipationError.erased }
        let answer = try ParticipationText.checked(answer, .reply, ParticipationText.answers)
        let words = HiddenWords(hidden, writer: try party(of: given, in: session))
        let record = AnsweredOpinion(opinion: words.masked(text), answer: words.masked(answer), on: session.today)
        try session.append(.answered(OpinionAnswered(record: Open(record))), to: Opinion.self, opinion.text)
        return opinion
    }

    /// The name of the party of the case it is about.
    private func party(of given: OpinionGiven, in session: CommandSession) throws -> String? {
        guard let id = given.subject.caseFile, let party = try session.load(CaseFile.self, id).state.opening?.party
        else { return nil }
        return try session.load(PartyEntry.self, party).state.party?.name
    }
}
