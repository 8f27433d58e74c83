import Casework
package import EventLog
import Kernel
import TimeLimits

/// The handling officer asks the head of the disclosure office for a longer period, once and in time.
///
/// - Source: 政府信息公开条例 art. 33(2).
package struct ProposeInformationExtension: Command {
    package static let name = "ProposeInformationExtension"
    package let request: InformationRequest.ID
    package let seen: Int
    package let reason: String

    package init(request: InformationRequest.ID, seen: Int, reason: String) {
        self.request = request
        self.seen = seen
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        try state.requireExtendable(on: session.today)
        guard state.proposal == nil else { throw ParticipationError.information(.extensionProposedAlready) }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        let proposed = InformationExtensionProposed(
            on: session.today,
            reason: .present(subject: request.text, reason)
        )
        try session.append(.extensionProposed(proposed), to: request, state)
        return request
    }
}

/// The head agrees to the longer period; the applicant reads it, with the reason, at once.
///
/// - Source: 政府信息公开条例 art. 33(2).
package struct ExtendInformationReply: Command {
    package static let name = "ExtendInformationReply"
    package let request: InformationRequest.ID
    package let seen: Int
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case request, seen
    }

    package init(request: InformationRequest.ID, seen: Int, _ clocks: ParticipationClocks) {
        self.request = request
        self.seen = seen
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        try state.requireExtendable(on: session.today)
        guard let proposal = state.proposal, var clock = state.clock else {
            throw ParticipationError.information(.noExtensionProposed)
        }
        guard proposal.officer != session.actor.id else { throw ParticipationError.information(.ownProposal) }
        let calendar = try NationalCalendar.load()
        clock.extend(by: clocks.information.extended)
        let extended = InformationExtended(on: session.today, clock: clock, due: try clock.due(in: calendar))
        let uses = ["clocks": clocks.version, "calendar": calendar.citation]
        try session.append(.extended(extended), to: request, state, uses: uses)
        return request
    }
}

extension InformationRequest {
    fileprivate func requireExtendable(on today: Day) throws(ParticipationError) {
        guard clock?.extended == nil else { throw .information(.extendedAlready) }
        guard let due, today <= due else { throw .information(.extensionTooLate(due: due ?? today)) }
    }
}
