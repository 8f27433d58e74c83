private import Foundation

/// A client that sends exactly the bytes a test wants, and reads until the server closes.
package struct RawClient: Sendable {
    package let port: Int
    /// How long the server may be silent.
    private let patience: Int

    /// A client of a port of this machine; the server may be silent for `patience` seconds.
    package init(port: Int, patience: Int = 60) {
        self.port = port
        self.patience = patience
    }

    package enum Fault: Error {
        case noConnection
        case noAnswer
    }

    /// Sends a request with `Connection: close` and returns the whole answer.
    ///
    /// With `untilLength` reading ends where the answer says it does: some servers keep the connection all the same.
    package func send(
        _ method: String,
        _ path: String,
        headers: [String] = [],
        body: [UInt8] = [],
        untilLength: Bool = false
    ) async throws -> RawAnswer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
        if !body.isEmpty { lines.append("Content-Length: \(body.count)") }
        return try await exchange(
            Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body,
            untilLength: untilLength
        )
    }

    /// Sends a form.
    package func form(_ path: String, _ text: String, headers: [String] = []) async throws -> RawAnswer {
        let type = "Content-Type: application/x-www-form-urlencoded"
        return try await send("POST", path, headers: headers + [type], body: Array(text.utf8))
    }

    /// Sends a form with files, each as a PDF.
    package func files(
        _ path: String,
        _ fields: [(String, String)],
        _ files: [(field: String, name: String, content: String)],
        headers: [String] = []
    ) async throws -> RawAnswer {
        let boundary = "----files"
        let written = fields.map { name, value in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let uploaded = files.map { file in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n\(file.content)\r\n"
        }
        let body = (written + uploaded).joined() + "--\(boundary)--\r\n"
        let type = "Content-Type: multipart/form-data; boundary=\(boundary)"
        return try await send("POST", path, headers: headers + [type], body: Array(body.utf8))
    }

    /// Sends bytes and returns what comes back.
    ///
    /// With `cutsAfterSending` the sending side is closed first; with `until` reading ends when that text has come,
    /// with `untilLength` where the answer says it ends.
    package func exchange(
        _ bytes: [UInt8],
        cutsAfterSending: Bool = false,
        until: String? = nil,
        untilLength: Bool = false
    ) async throws -> RawAnswer {
        let (port, patience) = (port, patience)
        let answer: [UInt8] = try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: hundreds of waiting clients would take every thread that the server's tasks run on.
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try RawClient.blockingExchange(port, patience, bytes, cutsAfterSending) { answer in
                            if untilLength { return RawAnswer.isWhole(answer) }
                            return until.map { String(decoding: answer, as: UTF8.self).contains($0) } ?? false
                        }
                    }
                )
            }
        }
        guard let parsed = RawAnswer(answer) else { throw Fault.noAnswer }
        return parsed
    }

    /// Sends bytes on a connection of which nothing is read while `body` runs.
    package func holding<Answer>(_ bytes: [UInt8], _ body: () async throws -> Answer) async throws -> Answer {
        let descriptor = try RawClient.connected(port, patience)
        defer { close(descriptor) }
        RawClient.write(bytes, to: descriptor)
        return try await body()
    }

    private static func connected(_ port: Int, _ patience: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Fault.noConnection }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
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
        guard connected == 0 else {
            close(descriptor)
            throw Fault.noConnection
        }
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { break }
            sent += count
        }
    }

    private static func blockingExchange(
        _ port: Int,
        _ patience: Int,
        _ bytes: [UInt8],
        _ cutsAfterSending: Bool,
        isEnough: ([UInt8]) -> Bool
    ) throws -> [UInt8] {
        let descriptor = try connected(port, patience)
        defer { close(descriptor) }
        write(bytes, to: descriptor)
        if cutsAfterSending { shutdown(descriptor, Int32(SHUT_WR)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer[..<count]
            if isEnough(answer) { break }
        }
        return answer
    }
}
