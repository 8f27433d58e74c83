import Foundation
import TestSupport
import Testing
import WebServer

/// A browser without script: keeps its cookies, follows redirects, sends the forms it was given.
struct Visitor: Sendable {
    private let client: RawClient
    private var cookies: [String: String] = [:]
    private(set) var page = ""
    private(set) var status = 0
    /// The page as it came, for files.
    private(set) var content: [UInt8] = []
    /// Of the page, without its parameters.
    private(set) var mediaType = ""
    /// Who may show the page in a frame.
    private(set) var framedBy = ""
    /// Where the browser goes by itself, and when; nil if it stays.
    private(set) var refresh: String?
    var hasCookies: Bool { !cookies.isEmpty }
    /// Where the visitor is, after redirects.
    private(set) var path = ""

    init(_ client: RawClient) {
        self.client = client
    }

    /// Opens an address, written as people read it.
    mutating func go(_ path: String) async throws {
        // The place on the page is the browser's own affair.
        let asked = path.prefix { $0 != "#" }
        let sent = asked.unicodeScalars.map { $0.isASCII ? String($0) : URLText.encode(String($0)) }.joined()
        try await take(client.send("GET", sent, headers: cookieHeaders), of: path)
    }

    /// One answer as it came, without following it.
    func answer(_ path: String) async throws -> RawAnswer { try await client.send("GET", path, headers: cookieHeaders) }

    /// Sends the page's form: its hidden fields, and what the visitor wrote.
    mutating func send(_ path: String, _ fields: [String: String]) async throws {
        let pairs = hiddenFields().merging(fields) { _, written in written }
        let text = pairs.map { "\(URLText.encode($0.key))=\(URLText.encode($0.value))" }.joined(separator: "&")
        try await take(client.form(path, text, headers: cookieHeaders), of: path)
    }

    /// Sends the page's form with files.
    mutating func send(
        _ path: String,
        _ fields: [String: String] = [:],
        files: [(field: String, name: String, content: String)]
    ) async throws {
        let all = hiddenFields().merging(fields, uniquingKeysWith: { _, written in written })
        try await take(client.files(path, all.map { ($0.key, $0.value) }, files, headers: cookieHeaders), of: path)
    }

    /// Loses every cookie, as a browser does that was closed.
    mutating func forget() { cookies = [:] }

    /// The text between `start` and `end` behind the first `anchor` of the page.
    func text(after anchor: String, from start: String, to end: String) throws -> String {
        let begin = try #require(page.range(of: anchor)).upperBound
        let open = try #require(page.range(of: start, range: begin..<page.endIndex)).upperBound
        let close = try #require(page.range(of: end, range: open..<page.endIndex)).lowerBound
        return String(page[open..<close])
    }

    private var cookieHeaders: [String] {
        cookies.isEmpty ? [] : ["Cookie: " + cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
    }

    private func hiddenFields() -> [String: String] {
        var fields: [String: String] = [:]
        for part in page.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst() {
            let name = part.prefix { $0 != "\"" }
            guard let value = part.range(of: "value=\"") else { continue }
            fields[String(name)] = String(part[value.upperBound...].prefix { $0 != "\"" })
        }
        return fields
    }

    private mutating func take(_ answer: RawAnswer, of path: String) async throws {
        for cookie in answer.cookies {
            let pair = cookie.prefix { $0 != ";" }
                .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
        if answer.status == 303, let next = answer.header("Location") { return try await go(next) }
        (page, status, self.path) = (answer.body, answer.status, path)
        content = answer.content
        refresh = answer.header("Refresh")
        let policy = answer.header("Content-Security-Policy") ?? ""
        framedBy =
            policy.split(separator: ";").map { $0.drop { $0 == " " } }
            .first { $0.hasPrefix("frame-ancestors ") }.map { String($0.dropFirst(16)) } ?? ""
        mediaType = answer.header("Content-Type").map { String($0.prefix { $0 != ";" }) } ?? ""
    }
}
