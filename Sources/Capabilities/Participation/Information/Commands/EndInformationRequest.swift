package import EventLog
import Kernel

/// What was asked did not come in time, without a good reason: the request counts as given up.
///
/// An officer says so, not the clock, since only a person can judge the reason.
///
/// - Source: 政府信息公开条例 art. 30.
package struct AbandonInformationRequest: Command {
    package static let name = "AbandonInformationRequest"
    package let request: InformationRequest.ID
    package let seen: Int

    package init(request: InformationRequest.ID, seen: Int) {
        self.request = request
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.correcting])
        guard let until = state.correction?.until, session.today > until else {
            throw ParticipationError.information(.correctionRuns(until: state.correction?.until ?? session.today))
        }
        try session.append(.ended(InformationEnded(on: session.today, isWithdrawn: false)), to: request, state)
        return request
    }
}

/// The applicant, who has shown number and code, wants no reply any more.
package struct WithdrawInformationRequest: Command {
    package static let name = "WithdrawInformationRequest"
    package let request: InformationRequest.ID

    package init(request: InformationRequest.ID) {
        self.request = request
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.existingRequest(request)
        try session.require(state, in: InformationRequest.Stage.open)
        try session.append(.ended(InformationEnded(on: session.today, isWithdrawn: true)), to: request, state)
        return request
    }
}
