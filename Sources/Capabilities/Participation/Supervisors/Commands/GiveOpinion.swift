import Casework
package import Catalog
package import Directory
package import EventLog
import Kernel
import TimeLimits

/// A public supervisor says what they think of an agency, an item, or a case of their sample.
///
/// Who calls has made sure that it is the supervisor's account.
package struct GiveOpinion: Command {
    package static let name = "GiveOpinion"
    package let supervisor: PublicSupervisor.ID
    package let about: About
    package let text: String
    private let rules: PublicSupervision

    /// What the opinion is about.
    package enum About: Hashable, Sendable, Codable {
        case agency(Agency.ID)
        case item(PowerItem.ID, at: Agency.ID)
        /// By its place in the sample, from 1.
        case sampled(Int)
    }

    package struct Answer: Hashable, Sendable, Codable {
        package let opinion: Opinion.ID
        package let number: String
    }

    private enum CodingKeys: CodingKey {
        case supervisor, about, text
    }

    package init(_ supervisor: PublicSupervisor.ID, about: About, text: String, _ rules: PublicSupervision) {
        self.supervisor = supervisor
        self.about = about
        self.text = text
        self.rules = rules
    }

    package func run(in session: CommandSession) throws -> Answer {
        let state = try session.load(PublicSupervisor.self, supervisor.text).state
        guard let appointment = state.appointment else { throw ParticipationError.supervisor(.unknown) }
        guard state.isInOffice(on: session.today) else { throw ParticipationError.supervisor(.notInOffice) }
        let text = try ParticipationText.checked(text, .opinion, ParticipationText.texts)
        let subject = try subject(of: state, in: session)
        try session.requireAgency(subject, in: appointment.division.value)
        let calendar = try NationalCalendar.load()
        let id: Opinion.ID = session.newIdentifier("O")
        let number = try session.nextNumber("opinion", "O", at: subject.division, for: "opinion/\(id.text)")
        try session.append(
            .given(
                OpinionGiven(
                    kind: appointment.kind,
                    agencyName: Open(subject.agencyName),
                    number: number,
                    supervisor: supervisor.text,
                    subject: subject,
                    on: session.today,
                    answer: try .init(rules.answer, from: session.today, in: calendar),
                    text: .present(subject: id.text, text)
                )
            ),
            to: Opinion.self,
            id.text,
            uses: ["supervisors": rules.version, "calendar": calendar.citation]
        )
        return Answer(opinion: id, number: number)
    }

    private func subject(of state: PublicSupervisor, in session: CommandSession) throws -> LetterSubject {
        switch about {
        case .agency(let agency): return try session.subject(at: agency, item: nil, caseFile: nil)
        case .item(let item, let agency):
            guard let content = try session.load(PowerItem.self, item.text).state.publicContent else {
                throw ParticipationError.unknownItem
            }
            let owner = content.agency?.id.map { Agency.ID($0) } ?? agency
            return try session.subject(at: owner, item: .init(code: content.code, name: content.name), caseFile: nil)
        case .sampled(let place):
            guard (1...).contains(place), place <= state.sample.count else {
                throw ParticipationError.supervisor(.notInSample)
            }
            let id = state.sample[place - 1]
            guard let pin = try session.load(CaseFile.self, id).state.opening?.item else {
                throw ParticipationError.unknownCase
            }
            return try session.subject(
                at: Agency.ID(pin.agency),
                item: .init(code: pin.code, name: pin.name),
                caseFile: id
            )
        }
    }
}
