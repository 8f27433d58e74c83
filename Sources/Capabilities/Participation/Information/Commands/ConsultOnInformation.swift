import Casework
package import EventLog
import Kernel
import TimeLimits

/// A third party or another agency is asked for its opinion; until it comes, but no longer than fifteen working days, time
/// does not count.
///
/// Recorded on the day they receive the letter: days on the way count against the agency.
///
/// - Source: 政府信息公开条例 art. 32–34.
package struct ConsultOnInformation: Command {
    package static let name = "ConsultOnInformation"
    package let request: InformationRequest.ID
    package let seen: Int
    package let isThirdParty: Bool
    package let consulted: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case request, seen, isThirdParty, consulted
    }

    package init(
        request: InformationRequest.ID,
        seen: Int,
        isThirdParty: Bool,
        consulted: String,
        _ clocks: ParticipationClocks
    ) {
        self.request = request
        self.seen = seen
        self.isThirdParty = isThirdParty
        self.consulted = consulted
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        guard var clock = state.clock else { throw ParticipationError.information(.unknown) }
        guard !clock.isConsulting else { throw ParticipationError.information(.consultationOpen) }
        let consulted = try ParticipationText.checked(consulted, .name, ParticipationText.names)
        let calendar = try NationalCalendar.load()
        let consultation = InformationClock.Consultation(
            from: session.today,
            until: try clocks.information.consultation.day(from: session.today, in: calendar)
        )
        clock.begin(consultation)
        let began = InformationConsultationBegan(
            consultation: consultation,
            isThirdParty: isThirdParty,
            name: .present(subject: request.text, consulted),
            due: try clock.due(in: calendar)
        )
        let uses = ["clocks": clocks.version, "calendar": calendar.citation]
        try session.append(.consultationBegan(began), to: request, state, uses: uses)
        return request
    }
}

/// The opinion came, or its time is over; counting resumes on the next day.
///
/// - Source: 政府信息公开条例 art. 32–34.
package struct RecordInformationOpinion: Command {
    package static let name = "RecordInformationOpinion"
    package let request: InformationRequest.ID
    package let seen: Int
    package let opinion: InformationOpinion
    package let note: String

    package init(request: InformationRequest.ID, seen: Int, opinion: InformationOpinion, note: String) {
        self.request = request
        self.seen = seen
        self.opinion = opinion
        self.note = note
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        guard var clock = state.clock, clock.isConsulting, let until = clock.consultations.last?.until else {
            throw ParticipationError.information(.noConsultation)
        }
        guard opinion != .silent || session.today > until else {
            throw ParticipationError.information(.consultationRuns(until: until))
        }
        let note = try ParticipationText.checked(note, .opinion, ParticipationText.reasons)
        let calendar = try NationalCalendar.load()
        clock.endConsultation(on: session.today)
        let ended = InformationConsultationEnded(
            on: session.today,
            opinion: opinion,
            note: .present(subject: request.text, note),
            due: try clock.due(in: calendar)
        )
        let uses = ["calendar": calendar.citation]
        try session.append(.consultationEnded(ended), to: request, state, uses: uses)
        return request
    }
}
