import Directory
import EventLog
import Kernel
import Participation
import Publicity
import WebServer

/// What an officer does with a letter; each is a form on its page and an address of its own.
enum LetterAct: String, CaseIterable, Sendable {
    case accept, reply, decline, transfer, decideExemption = "decide-exemption", publish, withdraw, exempt

    var chinese: String {
        switch self {
        case .accept: "受理"
        case .decline: "不予受理"
        case .transfer: "转交其他机关"
        case .reply: "答复"
        case .publish: "公开"
        case .withdraw: "撤下公开"
        case .exempt: "提请不公开"
        case .decideExemption: "审批不公开"
        }
    }

    /// Whether a letter as it stands calls for it.
    func isOffered(for letter: Letter) -> Bool {
        switch self {
        case .accept, .decline: letter.stage.name == .waiting
        case .transfer: [.waiting, .handling].contains(letter.stage.name) && letter.reopening == nil
        case .reply: letter.stage.name == .handling
        case .publish: letter.mayBePublished
        case .withdraw: letter.published != nil
        case .exempt: letter.mayBeExempted
        case .decideExemption: letter.exemption.map { $0.isApproved == nil } ?? false
        }
    }

    /// Submits what the form says.
    func submit(
        _ form: FormValues,
        on letter: Letter.ID,
        seen: Int,
        _ clocks: ParticipationClocks,
        to log: EventLog,
        as act: Act
    ) async throws {
        switch self {
        case .accept: _ = try await log.submit(AcceptLetter(letter: letter, seen: seen), as: act)
        case .decline:
            let command = DeclineLetter(letter: letter, seen: seen, reasons: form["reasons"] ?? "")
            _ = try await log.submit(command, as: act)
        case .transfer:
            let agency = Agency.ID(form["to"] ?? "")
            let command = TransferLetter(letter: letter, seen: seen, to: agency, reason: form["reason"] ?? "", clocks)
            _ = try await log.submit(command, as: act)
        case .reply:
            let command = ReplyToLetter(
                letter: letter,
                seen: seen,
                reply: form["reply"] ?? "",
                outcome: form["outcome"].flatMap(ComplaintOutcome.init),
                measures: form["measures"] ?? "",
                clocks
            )
            _ = try await log.submit(command, as: act)
        case .publish:
            let command = PublishLetter(letter: letter, seen: seen, hidden: HiddenParts.words(form["hidden"] ?? ""))
            _ = try await log.submit(command, as: act)
        case .withdraw:
            let command = WithdrawLetterPublication(letter: letter, seen: seen, reason: form["reason"] ?? "")
            _ = try await log.submit(command, as: act)
        case .exempt:
            guard let ground = form["ground"].flatMap(OutcomeExemptionGround.init) else {
                throw ParticipationError.exemptionUnchosen(isDecision: false)
            }
            let command = ProposeOutcomeExemption(
                letter: letter,
                seen: seen,
                ground: ground,
                reason: form["reason"] ?? ""
            )
            _ = try await log.submit(command, as: act)
        case .decideExemption:
            guard let decision = form["decision"], ["approve", "refuse"].contains(decision) else {
                throw ParticipationError.exemptionUnchosen(isDecision: true)
            }
            let command = DecideOutcomeExemption(
                letter: letter,
                seen: seen,
                isApproved: decision == "approve",
                opinion: form["opinion"] ?? ""
            )
            _ = try await log.submit(command, as: act)
        }
    }
}
