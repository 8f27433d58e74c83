import Foundation
import Synchronization
import TestSupport
import WebServer

/// One officer at a browser: keeps cookies, fills in the forms that the page before offered.
final class DeskBrowser: Sendable {
    private let client: RawClient
    private let cookies = Mutex<[String: String]>([:])

    init(port: Int) {
        client = RawClient(port: port)
    }

    /// Signs in and returns the page that follows.
    func signIn(
        _ name: String,
        _ password: String = TestDesk.password,
        on path: String = "/desk"
    ) async throws -> RawAnswer {
        _ = try await post(
            "/sign-in",
            [("name", name), ("password", password), ("from", path)],
            from: get("/sign-in")
        )
        return try await get(path)
    }

    func get(_ path: String) async throws -> RawAnswer {
        keep(try await client.send("GET", path, headers: [header]))
    }

    /// Sends a form with the token of `page`, and its key and seen version unless others are given.
    func post(_ path: String, _ fields: [(String, String)], from page: RawAnswer) async throws -> RawAnswer {
        let hidden = ["_token", "_key", "seen"].compactMap { name in
            fields.contains { $0.0 == name } ? nil : page.field(name).map { (name, $0) }
        }
        let body = (hidden + fields).map { "\(URLText.encode($0.0))=\(URLText.encode($0.1))" }.joined(separator: "&")
        return keep(try await client.form(path, body, headers: [header]))
    }

    /// Sends a form with one file.
    func upload(
        _ path: String,
        _ fields: [(String, String)],
        _ content: String,
        named name: String = "a.dmn",
        from page: RawAnswer
    ) async throws -> RawAnswer {
        let boundary = "----desk"
        let hidden = ["_token", "_key", "seen"].compactMap { name in page.field(name).map { (name, $0) } }
        var body = (hidden + fields).map { name, value in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n\(content)\r\n--\(boundary)--\r\n"
        return try await send(path, Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
    }

    /// Sends a form and follows to the page it leads to.
    func act(_ path: String, _ fields: [(String, String)], from page: RawAnswer) async throws -> RawAnswer {
        let answer = try await post(path, fields, from: page)
        guard answer.status == 303, let goal = answer.header("Location") else { return answer }
        return try await get(goal)
    }

    /// Sends a body of another kind than a plain form.
    func send(_ path: String, _ body: [UInt8], type: String) async throws -> RawAnswer {
        keep(try await client.send("POST", path, headers: [header, "Content-Type: \(type)"], body: body))
    }

    private var header: String {
        "Cookie: " + cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    }

    private func keep(_ answer: RawAnswer) -> RawAnswer {
        for cookie in answer.cookies {
            let pair = (cookie.split(separator: ";").first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = pair.first else { continue }
            cookies.withLock { $0[name] = pair.count > 1 ? pair[1] : nil }
        }
        return answer
    }
}
