package import BlobStore
package import Cryptography
import Directory
package import EventLog
import Kernel

/// Writes to the other side in a case: the party, who has shown number and code or owns it, or an officer in charge.
package struct SendCaseMessage: Command {
    package static let name = "SendCaseMessage"
    package let caseFile: CaseFile.ID
    package let text: String
    package let files: [Attachment]

    package init(caseFile: CaseFile.ID, text: String, files: [Attachment] = []) {
        self.caseFile = caseFile
        self.text = text
        self.files = files
    }

    /// Answers the number of the message.
    package func run(in session: CommandSession) throws -> Int {
        let run = try CaseRun(caseFile, in: session)
        let opening = try run.opening
        let side = try CaseConversation.side(of: run, in: session)
        guard run.state.stage.name != .closed else { throw CaseworkError.message(.closed) }
        let conversation = try session.load(CaseConversation.self, caseFile.text).state
        if side != .agency, conversation.unanswered(of: side) >= CaseConversation.mostUnanswered {
            throw CaseworkError.message(.tooManyUnanswered(greatest: CaseConversation.mostUnanswered))
        }
        let sent = CaseMessageSent(
            from: side,
            caseNumber: opening.number,
            agency: opening.item.agency,
            content: .present(subject: run.state.subject ?? opening.party, try checked())
        )
        return try session.append(.sent(sent), to: CaseConversation.self, caseFile.text).messages.count
    }

    /// Returns what is kept of the message.
    package func checked() throws(CaseworkError) -> MessageContent {
        let text = text.trimmed
        guard !text.isEmpty else { throw .message(.empty) }
        // A letter may bear marks without end; what is kept has to stay a message.
        guard text.count <= MessageContent.longest, text.utf8.count <= 8 * MessageContent.longest else {
            throw .message(.tooLong(greatest: MessageContent.longest, found: text.count))
        }
        guard files.count <= MessageContent.mostFiles else {
            throw .message(.tooManyFiles(greatest: MessageContent.mostFiles, found: files.count))
        }
        return MessageContent(text: text, files: files)
    }

    /// Two uploads of the same file differ in blob and key; the rest must be the same.
    package func fingerprint() throws -> Digest {
        let files = [SubmittedMaterial(material: "", attachments: files)]
        return try SubmissionFingerprint.of(Submission(answers: [], materials: files), [caseFile.text, text])
    }
}

/// A side has seen what the other wrote; seeing it twice records nothing.
package struct ReadCaseMessages: Command {
    package static let name = "ReadCaseMessages"
    package let caseFile: CaseFile.ID
    package let through: Int

    package init(caseFile: CaseFile.ID, through: Int) {
        self.caseFile = caseFile
        self.through = through
    }

    /// Answers whether anything was unread.
    package func run(in session: CommandSession) throws -> Bool {
        let side = try CaseConversation.side(of: CaseRun(caseFile, in: session), in: session)
        let conversation = try session.load(CaseConversation.self, caseFile.text).state
        guard let unread = conversation.unread(by: side), unread <= through else { return false }
        try session.append(.read(CaseMessagesRead(by: side, through: unread)), to: CaseConversation.self, caseFile.text)
        return true
    }
}

extension CaseConversation {
    /// Returns the side that acts; refuses officers who are not in charge of the case, or recused from it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    static func side(of run: CaseRun, in session: CommandSession) throws -> Side {
        guard try !run.opening.isExOfficio else { throw CaseworkError.message(.exOfficio) }
        guard session.actor.kind != .party else {
            guard session.actor.id == CaseConversation.respondent else { return .party }
            guard run.state.isServedOnRespondent else { throw CaseworkError.message(.notInCharge) }
            return .respondent
        }
        let actor = try CaseAuthority.officer(of: run, in: session)
        guard run.state.isInCharge(actor.officer, filling: actor.functions) else {
            throw CaseworkError.message(.notInCharge)
        }
        return .agency
    }
}

extension CaseFile {
    /// The notice by which the other party of an adjudication learns of the case, and which bears its query code.
    package static let respondentNotice = "答辩通知书"

    /// Whether that notice was written, so that the other party may follow the case.
    package var isServedOnRespondent: Bool {
        written.contains { $0.record.document == CaseFile.respondentNotice }
    }

    /// Whether an officer did a step of the case, helps with it, or obtained evidence for it.
    package func involves(_ officer: String) -> Bool {
        acts.contains { $0.officer == officer } || assistants.contains(officer)
            || evidence.contains { $0.collectors.contains(officer) }
    }

    /// Whether an officer who fills these posts of the process has a step of the case, had one, or helps with it.
    package func isInCharge(_ officer: String, filling functions: Set<String>) -> Bool {
        involves(officer) || position.waiting.contains { functions.contains($0.post) }
    }
}
