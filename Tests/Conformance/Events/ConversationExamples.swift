import BlobStore

import EventLog

@testable import Casework

extension EventExamples {
    /// What party and agency write to each other in a case, with a file and without.
    static func conversations() -> [any EventPayload] {
        func sent(_ from: CaseConversation.Side, _ text: String, _ files: [Attachment]) -> CaseMessageSent {
            CaseMessageSent(
                from: from,
                caseNumber: "511602-20260302-00001",
                agency: "1A1",
                content: .present(subject: "1P1", MessageContent(text: text, files: files))
            )
        }
        let file = Attachment(
            blob: "1B1",
            key: "00",
            digest: "00",
            size: 12,
            name: "证明.pdf",
            mediaType: "application/pdf"
        )
        return [
            sent(.party, "材料收到了吗？", [file]), sent(.agency, "收到，正在审查。", []),
            CaseMessagesRead(by: .agency, through: 1),
        ]
    }
}
