private import Foundation

/// An answer taken apart.
package struct RawAnswer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: String

    package init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = lines.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        body = String(text[end.upperBound...])
    }

    /// Whether the bytes are an answer as long as its head says.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)),
            let head = RawAnswer(Array(bytes[..<end.upperBound])),
            let length = head.header("content-length").flatMap({ Int($0) })
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
}
