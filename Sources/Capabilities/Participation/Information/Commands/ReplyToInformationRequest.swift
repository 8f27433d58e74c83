package import BlobStore
import Casework
package import EventLog
import Kernel

/// The agency answers in one of the kinds the regulation knows, with reasons; the reply letter is set from it.
///
/// - Source: 政府信息公开条例 art. 36–39.
package struct ReplyToInformationRequest: Command {
    package static let name = "ReplyToInformationRequest"
    package let request: InformationRequest.ID
    package let seen: Int
    package let kind: InformationReplyKind
    /// Given exactly when something is withheld.
    package let ground: WithholdingGround?
    package let text: String
    /// What goes out with the reply letter, in order.
    package let files: [Attachment]

    package init(
        request: InformationRequest.ID,
        seen: Int,
        kind: InformationReplyKind,
        ground: WithholdingGround?,
        text: String,
        files: [Attachment] = []
    ) {
        self.request = request
        self.seen = seen
        self.kind = kind
        self.ground = ground
        self.text = text
        self.files = files
    }

    package func run(in session: CommandSession) throws -> InformationRequest.ID {
        let state = try session.handledRequest(request, seen: seen, in: [.handling])
        guard let opening = state.opening else { throw ParticipationError.information(.unknown) }
        guard state.clock?.isConsulting != true else { throw ParticipationError.information(.opinionAwaited) }
        switch (kind.withholds, ground) {
        case (true, nil): throw ParticipationError.information(.groundMissing)
        case (false, .some): throw ParticipationError.information(.groundWithoutWithholding)
        case (true, .some), (false, nil): break
        }
        let text = try ParticipationText.checked(text, .reply, ParticipationText.answers)
        let year = session.today.description.prefix(4)
        let serial = try NumberSeries.next(
            "information-reply:\(opening.agency):\(year)",
            for: "information-reply/\(request.text)",
            in: session
        )
        let replied = InformationReplied(
            on: session.today,
            documentNumber: "依申请公开〔\(year)〕\(serial)号",
            kind: Open(kind),
            ground: Open(ground),
            text: .present(subject: request.text, text),
            files: files.isEmpty ? nil : .present(subject: request.text, files)
        )
        try session.append(.replied(replied), to: request, state)
        return request
    }
}
