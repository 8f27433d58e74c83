import Cryptography
import NIOCore
import Synchronization

/// A page that many get: its bytes, what stands for them, and the bytes packed once somebody takes them so.
package final class KeptPage: Sendable {
    let headers: [WebAnswer.Header]
    let plain: ByteBuffer
    /// Stands for the content, however it is packed (RFC 9110 §8.8.3, weak).
    let tag: String
    /// The route it is from, where it may be answered early.
    let route: String?
    private let packing = Mutex<ByteBuffer?>(nil)
    private let ready = Mutex<[ReadyAnswer.Form: ReadyAnswer]>([:])

    init(headers: [WebAnswer.Header], bytes: [UInt8], route: String?) {
        self.headers = headers
        self.route = route
        plain = ByteBuffer(bytes: bytes)
        tag = "W/\"\(SHA256Hash.of(bytes).hex.prefix(24))\""
    }

    /// The bytes in gzip; as they are where packing gains nothing.
    var packed: ByteBuffer {
        packing.withLock { packed in
            if let packed { return packed }
            let made = Gzip.packed(plain)
            let better = made.map { $0.readableBytes < plain.readableBytes ? $0 : plain } ?? plain
            packed = better
            return better
        }
    }

    /// Returns which of its answers fits what a browser says of itself (`If-None-Match`, `Accept-Encoding`).
    func form(for tags: String?, accepting encodings: String?) -> ReadyAnswer.Form {
        isNamed(in: tags) ? .unchanged : Gzip.isTaken(by: encodings) ? .packed : .plain
    }

    func ready(_ form: ReadyAnswer.Form) -> ReadyAnswer? { ready.withLock { $0[form] } }

    /// Remembers what was answered once, so that it can be answered early.
    func remember(_ form: ReadyAnswer.Form, _ answer: @autoclosure () -> ReadyAnswer?) {
        guard route != nil, ready(form) == nil, let answer = answer() else { return }
        ready.withLock { $0[form] = answer }
    }

    /// Tells whether a browser that names the tags of what it has (`If-None-Match`) has this.
    func isNamed(in tags: String?) -> Bool {
        guard let tags else { return false }
        let named = tags.split(separator: ",").map { $0.drop { $0 == " " } }
        return named.contains { $0 == "*" || $0 == tag || "W/\($0)" == tag }
    }
}
