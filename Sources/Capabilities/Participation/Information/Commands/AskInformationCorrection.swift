import Casework
package import EventLog
import Kernel
import TimeLimits

/// The agency says once, within seven working days, what a request leaves unclear.
///
/// - Source: 政府信息公开条例 art. 30.
package struct AskInformationCorrection: Command {
    package static let name = "AskInformationCorrection"
    package let request: InformationRequest.ID
    package let seen: Int
    package let points: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case request, seen, points
    }

    package init(request: InformationRequest.ID, seen: Int, points: String, _ clocks: ParticipationClocks) {
        self.request = request
        self.seen = seen
        self.points = points
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        guard state.correction == nil else { throw ParticipationError.information(.correctionAskedAlready) }
        guard let last = state.opening?.correctionBy, session.today <= last else {
            throw ParticipationError.information(.correctionTooLate(by: state.opening?.correctionBy ?? session.today))
        }
        guard state.clock?.isConsulting != true else { throw ParticipationError.information(.consultationOpen) }
        let points = try ParticipationText.checked(points, .points, ParticipationText.answers)
        let calendar = try NationalCalendar.load()
        let asked = InformationCorrectionAsked(
            on: session.today,
            until: try clocks.information.supply.day(from: session.today, in: calendar),
            points: .present(subject: request.text, points)
        )
        let uses = ["clocks": clocks.version, "calendar": calendar.citation]
        try session.append(.correctionAsked(asked), to: request, state, uses: uses)
        return request
    }
}

/// The applicant, who has shown number and code, says what was left unclear; the period of the reply begins anew.
///
/// - Source: 政府信息公开条例 art. 30.
package struct CorrectInformationRequest: Command {
    package static let name = "CorrectInformationRequest"
    package let request: InformationRequest.ID
    package let text: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case request, text
    }

    package init(request: InformationRequest.ID, text: String, _ clocks: ParticipationClocks) {
        self.request = request
        self.text = text
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.existingRequest(request)
        try session.require(state, in: [.correcting])
        let text = try ParticipationText.checked(text, .text, ParticipationText.texts)
        let calendar = try NationalCalendar.load()
        let clock = InformationClock(from: session.today, reply: clocks.information.reply)
        let corrected = InformationCorrected(
            on: session.today,
            text: .present(subject: request.text, text),
            clock: clock,
            due: try clock.due(in: calendar)
        )
        let uses = ["clocks": clocks.version, "calendar": calendar.citation]
        try session.append(.corrected(corrected), to: request, state, uses: uses)
        return request
    }
}
