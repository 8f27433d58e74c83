private import Dispatch
private import Foundation

/// A client that sends exactly the bytes a test wants, and reads until the server closes.
package struct RawClient: Sendable {
    package let port: Int

    package init(port: Int) {
        self.port = port
    }

    package enum Fault: Error {
        case noConnection
        case noAnswer
    }

    /// Sends a request with `Connection: close` and returns the whole answer.
    package func send(
        _ method: String,
        _ path: String,
        headers: [String] = [],
        body: [UInt8] = []
    ) async throws -> RawAnswer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
        if !body.isEmpty { lines.append("Content-Length: \(body.count)") }
        return try await exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Sends a form.
    package func form(_ path: String, _ text: String, headers: [String] = []) async throws -> RawAnswer {
        let type = "Content-Type: application/x-www-form-urlencoded"
        return try await send("POST", path, headers: headers + [type], body: Array(text.utf8))
    }

    /// Sends bytes and returns what comes back.
    ///
    /// With `cutsAfterSending` the sending side is closed first; with `until` reading ends when that text has come.
    package func exchange(
        _ bytes: [UInt8],
        cutsAfterSending: Bool = false,
        until: String? = nil
    ) async throws -> RawAnswer {
        let port = port
        let answer: [UInt8] = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try RawClient.blockingExchange(port, bytes, cutsAfterSending, until) }
                )
            }
        }
        guard let parsed = RawAnswer(answer) else { throw Fault.noAnswer }
        return parsed
    }

    private static func blockingExchange(
        _ port: Int,
        _ bytes: [UInt8],
        _ cutsAfterSending: Bool,
        _ until: String?
    ) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Fault.noConnection }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Fault.noConnection }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { break }
            sent += count
        }
        if cutsAfterSending { shutdown(descriptor, Int32(SHUT_WR)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer[..<count]
            if let until, String(decoding: answer, as: UTF8.self).contains(until) { break }
        }
        return answer
    }
}

/// An answer taken apart.
package struct RawAnswer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: String

    init?(_ bytes: [UInt8]) {
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
