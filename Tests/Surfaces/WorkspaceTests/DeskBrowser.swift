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
        let body = filled(fields, from: page).map { "\(URLText.encode($0.0))=\(URLText.encode($0.1))" }.joined(
            separator: "&"
        )
        return keep(try await client.form(path, body, headers: [header]))
    }

    /// Sends a form that takes files, with none or some; as a plain form if `files` is `nil`.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        files: [(field: String, name: String, content: String)]?,
        from page: RawAnswer
    ) async throws -> RawAnswer {
        guard let files else { return try await post(path, fields, from: page) }
        return keep(try await client.files(path, filled(fields, from: page), files, headers: [header]))
    }

    /// A key that no form has used.
    static func freshKey() -> String { "attack-\(UInt64.random(in: .min ... .max))" }

    private func filled(_ fields: [(String, String)], from page: RawAnswer) -> [(String, String)] {
        ["_token", "_key", "seen"].compactMap { name in
            fields.contains { $0.0 == name } ? nil : page.field(name).map { (name, $0) }
        } + fields
    }

    /// Sends a form, with files where it takes some, and follows to the page it leads to.
    func act(
        _ path: String,
        _ fields: [(String, String)],
        files: [(field: String, name: String, content: String)]? = nil,
        from page: RawAnswer
    ) async throws -> RawAnswer {
        let answer = try await post(path, fields, files: files, from: page)
        guard answer.status == 303, let goal = answer.header("Location") else { return answer }
        return try await get(goal)
    }

    /// Sends a body of another kind than a plain form.
    func send(_ path: String, _ body: [UInt8], type: String) async throws -> RawAnswer {
        keep(try await client.send("POST", path, headers: [header, "Content-Type: \(type)"], body: body))
    }

    /// Calls as a script of the page does; with `cutAfter` the line breaks when so many bytes of the body are sent.
    func call(
        _ method: String,
        _ path: String,
        _ headers: [String] = [],
        body: [UInt8] = [],
        cutAfter: Int? = nil,
        from page: RawAnswer
    ) async throws -> RawAnswer {
        let token = "X-Forgery-Token: \(page.field("_token") ?? "")"
        let own = [header, token, "Content-Length: \(body.count)"] + headers
        let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(client.port)", "Connection: close"] + own
        let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        return try await client.exchange(head + body.prefix(cutAfter ?? body.count), cutsAfterSending: cutAfter != nil)
    }

    /// Puts a cookie into the browser, as a script of a page does.
    func set(_ name: String, to value: String) { cookies.withLock { $0[name] = value } }

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
