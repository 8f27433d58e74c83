@testable import EventLog

extension EventExamples {
    /// The log's own facts.
    static func log() -> [any EventPayload] {
        [
            SubjectErased(subject: "1P1", article: "个人信息保护法 §47", reason: "处理目的已实现"),
            ReactionFailed(reactor: "supervision", event: "1E7", reason: "RuleFault"),
            NumberTaken(number: 12, subject: "casefile/1C1"),
        ]
    }
}
