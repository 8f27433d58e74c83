package import Catalog
import Directory
package import EventLog
import Kernel

/// An officer keeps an answer of the own agency ready, about one of its items or about itself, or changes its words.
///
/// - Source: 政府信息公开条例 art. 20 (5), (6) (basis, conditions and procedure are public without anybody's asking).
package struct DraftStandardAnswer: Command {
    package static let name = "DraftStandardAnswer"
    /// `nil` for a new one; an item is chosen only then.
    package let answer: StandardAnswer.ID?
    package let seen: Int
    package let item: PowerItem.ID?
    package let text: StandardAnswer.Text

    package init(_ text: StandardAnswer.Text, about item: PowerItem.ID? = nil) {
        (answer, seen, self.item, self.text) = (nil, 0, item, text)
    }

    package init(_ answer: StandardAnswer.ID, seen: Int, _ text: StandardAnswer.Text) {
        (self.answer, self.seen, item, self.text) = (answer, seen, nil, text)
    }

    package func run(in session: CommandSession) throws -> StandardAnswer.ID {
        let (id, subject) = try place(in: session)
        let text = StandardAnswer.Text(
            question: try ParticipationText.checked(text.question, .question, ParticipationText.titles),
            answer: try ParticipationText.checked(text.answer, .answer, ParticipationText.answers)
        )
        try session.append(
            .drafted(StandardAnswerDrafted(on: session.today, subject: subject, text: text)),
            to: StandardAnswer.self,
            id.text
        )
        return id
    }

    private func place(in session: CommandSession) throws -> (StandardAnswer.ID, LetterSubject) {
        if let answer {
            let state = try session.keptStandardAnswer(answer, seen: seen)
            guard let subject = state.subject else { throw ParticipationError.unknownStandardAnswer }
            return (answer, subject)
        }
        guard let agency = try session.agencyOfActor() else { throw ParticipationError.notAnOfficer }
        let subject = try session.subject(at: agency, item: try about(agency, in: session), caseFile: nil)
        return (session.newIdentifier("S"), subject)
    }

    private func about(_ agency: Agency.ID, in session: CommandSession) throws -> LetterSubject.Item? {
        guard let item else { return nil }
        guard let content = try session.load(PowerItem.self, item.text).state.publicContent else {
            throw ParticipationError.unknownItem
        }
        if let holder = content.agency {
            guard let own = try session.load(AgencyEntry.self, agency.text).state.agency,
                holder.means(own.profile, agency)
            else { throw ParticipationError.otherAgency(holder.name) }
        }
        return LetterSubject.Item(code: content.code, name: content.name)
    }
}

extension AgencyReference {
    /// Whether an item's agency is this one: an item of a list says no identifier, often a code, and a name at least.
    fileprivate func means(_ profile: Agency.Profile, _ agency: Agency.ID) -> Bool {
        if let id { return id == agency.text }
        if let code { return code == profile.code }
        return [profile.name, profile.shortName].contains(name)
    }
}

extension CommandSession {
    /// Returns the standard answer if an officer of its agency acts, who has seen it as it is.
    func keptStandardAnswer(_ id: StandardAnswer.ID, seen: Int) throws -> StandardAnswer {
        let state = try load(StandardAnswer.self, id.text).state
        guard let subject = state.subject else { throw ParticipationError.unknownStandardAnswer }
        try requireOfficer(of: subject.agency, named: subject.agencyName)
        try requireSeen(seen, StandardAnswer.self, id.text)
        return state
    }
}
