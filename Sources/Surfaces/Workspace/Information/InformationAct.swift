import BlobStore
import Casework
import EventLog
import Kernel
import Participation
import WebServer

/// What goes out with a reply, as its form takes it.
enum InformationReplyFiles {
    static let prefix = "reply"
    static let question = FileQuestion(name: "files", label: "随答复提供的文件", most: 20)
}

/// What an officer does with a request for information; each is a form on its page and an address of its own.
enum InformationAct: String, CaseIterable, Sendable {
    case reply, correction, consult, opinion, propose, extend, abandon

    var chinese: String {
        switch self {
        case .reply: "答复"
        case .correction: "告知补正"
        case .consult: "征求意见"
        case .opinion: "记录意见"
        case .propose: "提请延长期限"
        case .extend: "同意延长期限"
        case .abandon: "视为放弃申请"
        }
    }

    /// Whether only the head does it.
    ///
    /// - Source: 政府信息公开条例 art. 33(2).
    var isHeads: Bool { self == .extend }

    /// Whether a request as it stands calls for it.
    func isOffered(for request: InformationRequest, on today: Day) -> Bool {
        let isConsulting = request.clock?.isConsulting == true
        let isExtendable = request.clock?.extended == nil && request.due.map { today <= $0 } == true
        guard request.stage == .handling else {
            return self == .abandon && request.stage == .correcting
                && request.correction.map { today > $0.until } == true
        }
        return switch self {
        case .reply, .consult: !isConsulting
        case .correction:
            !isConsulting && request.correction == nil && request.opening.map { today <= $0.correctionBy } == true
        case .opinion: isConsulting
        case .propose: isExtendable && request.proposal == nil
        case .extend: isExtendable && request.awaitsExtension
        case .abandon: false
        }
    }

    /// Submits what the form says.
    func submit(
        _ form: FormValues,
        _ files: [Attachment],
        on request: InformationRequest.ID,
        seen: Int,
        _ clocks: ParticipationClocks,
        to log: EventLog,
        as act: Act
    ) async throws {
        func text(_ name: String) -> String { form[name] ?? "" }
        switch self {
        case .reply:
            guard let kind = InformationReplyKind(rawValue: text("kind")) else {
                throw ParticipationError.information(.kindMissing)
            }
            let command = ReplyToInformationRequest(
                request: request,
                seen: seen,
                kind: kind,
                ground: WithholdingGround(rawValue: text("ground")),
                text: text("reply"),
                files: files
            )
            _ = try await log.submit(command, as: act)
        case .correction:
            let command = AskInformationCorrection(request: request, seen: seen, points: text("points"), clocks)
            _ = try await log.submit(command, as: act)
        case .consult:
            let command = ConsultOnInformation(
                request: request,
                seen: seen,
                isThirdParty: text("whom") != "agency",
                consulted: text("name"),
                clocks
            )
            _ = try await log.submit(command, as: act)
        case .opinion:
            guard let opinion = InformationOpinion(rawValue: text("said")) else {
                throw ParticipationError.information(.opinionMissing)
            }
            let command = RecordInformationOpinion(
                request: request,
                seen: seen,
                opinion: opinion,
                note: text("opinion")
            )
            _ = try await log.submit(command, as: act)
        case .propose:
            let command = ProposeInformationExtension(request: request, seen: seen, reason: text("reason"))
            _ = try await log.submit(command, as: act)
        case .extend: _ = try await log.submit(ExtendInformationReply(request: request, seen: seen, clocks), as: act)
        case .abandon: _ = try await log.submit(AbandonInformationRequest(request: request, seen: seen), as: act)
        }
    }
}
