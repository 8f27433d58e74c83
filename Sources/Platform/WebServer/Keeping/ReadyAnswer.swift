import HTTPTypes
import NIOCore

/// Head and content of an answer that everybody gets, as they go over the wire but for what each answer has of its own.
struct ReadyAnswer: Sendable {
    /// Which of a page's answers it is.
    enum Form: Hashable, Sendable {
        case plain
        case packed
        /// The visitor has it already.
        case unchanged
    }

    /// What stands in each answer anew.
    private static let own: Set<String> = ["date", "x-request-id"]

    let status: Int
    private let head: ByteBuffer
    private let content: ByteBuffer

    /// Returns `nil` if one of the fields is for one visitor only.
    init?(status: HTTPResponse.Status, fields: HTTPFields, content: ByteBuffer) {
        guard fields[.setCookie] == nil else { return nil }
        var head = ByteBuffer(string: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n")
        for field in fields where !ReadyAnswer.own.contains(field.name.canonicalName) {
            head.writeString("\(field.name.rawName): \(field.value)\r\n")
        }
        self.status = status.code
        self.head = head
        self.content = content
    }

    /// One answer, as it goes over the wire.
    ///
    /// - Parameters:
    ///   - id: names the exchange in the log.
    ///   - date: as in a header.
    ///   - hasContent: whether more than the head is asked for.
    /// - Returns: the pieces, one behind the other.
    func pieces(id: String, date: String, hasContent: Bool) -> [ByteBuffer] {
        var first = head
        first.writeStaticString("X-Request-Id: ")
        first.writeString(id)
        first.writeStaticString("\r\nDate: ")
        first.writeString(date)
        first.writeStaticString("\r\n\r\n")
        return hasContent && content.readableBytes > 0 ? [first, content] : [first]
    }
}
