private import Foundation

/// An answer taken apart.
package struct RawAnswer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: String
    /// The body as it came, for files.
    package let content: [UInt8]

    package init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = lines.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        let sent = bytes[end.upperBound...]
        let isChunked = headers.contains { $0.name == "transfer-encoding" && $0.value == "chunked" }
        content = Array(isChunked ? RawAnswer.joined(sent) : sent)
        body = String(decoding: content, as: UTF8.self)
    }

    /// The pieces of a chunked body put together (RFC 9112 §7.1), as far as they have come.
    private static func joined(_ sent: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var body: ArraySlice<UInt8> = []
        var rest = sent
        while let line = rest.firstRange(of: Array("\r\n".utf8)),
            let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16), size > 0,
            line.upperBound + size <= rest.endIndex
        {
            body += rest[line.upperBound..<line.upperBound + size]
            rest = rest[(line.upperBound + size)...].dropFirst(2)
        }
        return body
    }

    /// Whether the bytes are an answer as long as its head says.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)),
            let head = RawAnswer(Array(bytes[..<end.upperBound]))
        else { return false }
        if head.header("transfer-encoding") == "chunked" { return bytes.suffix(7) == Array("\r\n0\r\n\r\n".utf8)[...] }
        guard let length = head.header("content-length").flatMap({ Int($0) })
        else { return false }
        return bytes.count - end.upperBound >= length
    }

    package func header(_ name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }

    package var cookies: [String] { headers.filter { $0.name == "set-cookie" }.map(\.value) }

    /// The `Cookie` header that sends back what this answer set.
    package var cookieHeader: String {
        let pairs = cookies.compactMap { $0.split(separator: ";").first.map(String.init) }
        return "Cookie: \(pairs.joined(separator: "; "))"
    }

    /// The value of a hidden field of the page.
    package func field(_ name: String) -> String? {
        guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The values of the fields of one name, in the order of the page.
    package func values(_ name: String) -> [String] {
        body.components(separatedBy: "name=\"\(name)\"").dropFirst().compactMap { rest in
            guard let value = rest.range(of: "value=\"") else { return nil }
            return String(rest[value.upperBound...].prefix { $0 != "\"" })
        }
    }
}
