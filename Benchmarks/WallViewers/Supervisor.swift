import Foundation
import TestSupport

/// A supervisor of the demonstration, as the program knows one: by cookie, through its pages and forms.
struct Supervisor: Sendable {
    struct Refused: Error {
        let path: String
        let status: Int
    }

    /// A form that is filled in and not yet sent.
    struct Withdrawal: Sendable {
        fileprivate let path: String
        fileprivate let form: String
    }

    let cookie: String
    private let client: RawClient

    static func signIn(at port: Int) async throws -> Supervisor {
        let client = RawClient(port: port)
        let page = try await client.send("GET", "/sign-in")
        let form = fields(["name": "jiancha", "password": "Hengjian-2026"], of: page.body[...])
        let answer = try await client.form("/sign-in", form, headers: [page.cookieHeader])
        guard answer.status == 303 else { throw Refused(path: "/sign-in", status: answer.status) }
        return Supervisor(cookie: answer.cookieHeader, client: client)
    }

    func page(_ path: String) async throws -> String {
        let answer = try await client.send("GET", path, headers: [cookie])
        guard answer.status == 200 else { throw Refused(path: path, status: answer.status) }
        return answer.body
    }

    /// The addresses of so many findings that nobody has judged.
    func openFindings(_ count: Int) async throws -> [String] {
        var found: [String] = []
        var next: String? = "/supervision/findings?open=1"
        while let path = next, found.count < count {
            let body = try await page(path)
            for match in body.matches(of: /href="(\/supervision\/findings\/[^"?#\/]+)"/) {
                let address = String(match.1)
                if !found.contains(address) { found.append(address) }
            }
            next = body.firstMatch(of: /rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/)
                .flatMap { $0.1 ?? $0.2 }.map { $0.replacingOccurrences(of: "&amp;", with: "&") }
        }
        return Array(found.prefix(count))
    }

    /// Opens a finding's page and fills in that it is withdrawn.
    func withdrawal(of finding: String) async throws -> Withdrawal {
        let body = try await page(finding)
        guard let form = body.range(of: "action=\"\(finding)/withdraw\"") else {
            throw Refused(path: "\(finding)/withdraw", status: 404)
        }
        let text = Supervisor.fields(["reason": "经查，该信息不成立"], of: body[form.upperBound...])
        return Withdrawal(path: "\(finding)/withdraw", form: text)
    }

    func send(_ withdrawal: Withdrawal) async throws {
        let answer = try await client.form(withdrawal.path, withdrawal.form, headers: [cookie])
        guard answer.status == 303 else { throw Refused(path: withdrawal.path, status: answer.status) }
    }

    /// A form as it is sent: its hidden fields, and what was filled in.
    private static func fields(_ filled: [String: String], of page: Substring) -> String {
        let form = page.prefix(upTo: page.range(of: "</form>")?.lowerBound ?? page.endIndex)
        let hidden = form.matches(of: /<input[^>]*type="hidden"[^>]*>/).compactMap { input -> (String, String)? in
            guard let name = input.0.firstMatch(of: /name="([^"]*)"/)?.1,
                let value = input.0.firstMatch(of: /value="([^"]*)"/)?.1
            else { return nil }
            return (String(name), String(value))
        }
        return (hidden + filled.map { ($0.key, $0.value) }).map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
