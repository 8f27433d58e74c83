import EventLog
@testable import Exchange
import Kernel

extension EventExamples {
    /// A message on its way from one realm to another and back.
    static func exchange() -> [any EventPayload] {
        let message = Message(id: "1M1", from: Realm(1), to: Realm(2), kind: "CopyNotice", body: #"{"a":"演示"}"#)
        return [
            MessageSent(message: message),
            MessageAcknowledged(to: Realm(2)),
            MessageReceived(message: message),
        ]
    }
}
