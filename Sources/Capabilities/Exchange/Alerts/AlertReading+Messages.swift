import Casework
import EventLog
import Kernel

extension AlertReading {
    /// The other side hears that there is a message, and nothing of what it says.
    func written(_ message: CaseMessageSent, _ event: RecordedEvent) throws -> [Told] {
        guard let (state, opening) = try matterOfCase(event.envelope.stream.key) else { return [] }
        switch message.from {
        case .agency: return [try party("有新的留言", state, opening, event)]
        case .party, .respondent:
            return try officers([.handlers], nil, state, opening, on: event.envelope.recordedAt.day).sorted()
                .map { told(.officer($0), "有当事人的新留言，等待回复", opening, event) }
        }
    }
}
