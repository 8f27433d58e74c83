import Foundation
import Kernel
import TestSupport
import Testing
import WebServer

/// Pages and files that lie ready are answered before a request goes its long way, and nobody can tell the difference.
@Suite("Early answers")
struct EarlyAnswersTests {
    private static let path = "/made?letters=500"

    private func serve(_ body: @Sendable (RawClient) async throws -> Void) async throws {
        try await TestSite(kept: KeptPages(oldest: .seconds(600), clock: SystemClock()) { 1 }).serve(body)
    }

    /// Asks on a connection that stays open.
    private func ask(
        _ client: RawClient,
        _ method: String = "GET",
        _ path: String = EarlyAnswersTests.path,
        _ headers: [String] = [],
        version: String = "1.1"
    ) async throws -> RawAnswer {
        let lines = ["\(method) \(path) HTTP/\(version)", "Host: x.example"] + headers
        return try await client.exchange(
            Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8),
            until: method == "HEAD" || headers.contains { $0.hasPrefix("If-None-Match") } ? "\r\n\r\n" : nil,
            untilLength: true
        )
    }

    /// An early answer can be told by the order of its headers alone.
    private func isEarly(_ answer: RawAnswer) -> Bool { answer.headers.dropLast().last?.name == "x-request-id" }

    private func fields(_ answer: RawAnswer) -> Set<String> {
        let own: Set<String> = ["date", "x-request-id", "connection"]
        return Set(answer.headers.filter { !own.contains($0.name) }.map { "\($0.name): \($0.value)" })
    }

    @Test(
        "is word for word what the long way answers",
        arguments: [
            ("GET", []), ("HEAD", []), ("GET", ["Accept-Encoding: gzip, br"]), ("HEAD", ["Accept-Encoding: gzip"]),
            ("GET", ["If-None-Match: *"]), ("GET", ["Cookie: view=large"]), ("GET", ["X-Forwarded-For: 10.0.0.1"]),
        ] as [(String, [String])]
    )
    func same(method: String, headers: [String]) async throws {
        try await serve { client in
            for path in [EarlyAnswersTests.path, try #require(AssetShelf.design.address(of: "design.css"))] {
                let long = try await client.send(method, path, headers: headers)
                let early = try await ask(client, method, path, headers)
                #expect(isEarly(early) && !isEarly(long))
                #expect(early.status == long.status && early.content == long.content)
                #expect(fields(early) == fields(long))
                #expect(early.header("x-request-id")?.count == 12)
                #expect(early.header("x-request-id") != long.header("x-request-id"))
                #expect(early.header("date") != nil && early.header("content-security-policy") != nil)
            }
        }
    }

    @Test(
        "is given to nobody of whom something is known, and to no request that could mean more than it seems",
        arguments: [
            ("GET", ["Cookie: hengjian_session=a"], "1.1"), ("GET", ["Cookie: hengjian_public=a"], "1.1"),
            ("GET", ["Cookie: view=large; hengjian_flash=x"], "1.1"), ("GET", ["Cookie: view=other"], "1.1"),
            ("GET", ["Content-Length: 0"], "1.1"), ("GET", ["Upgrade: h2c", "Connection: upgrade"], "1.1"),
            ("GET", ["Expect: 100-continue"], "1.1"), ("GET", ["Connection: close"], "1.1"),
            ("GET", ["Connection: keep-alive"], "1.0"), ("OPTIONS", [], "1.1"),
        ] as [(String, [String], String)]
    )
    func long(method: String, headers: [String], version: String) async throws {
        try await serve { client in
            _ = try await client.send("GET", EarlyAnswersTests.path)
            #expect(isEarly(try await ask(client)))
            let answer = try await ask(client, method, EarlyAnswersTests.path, headers, version: version)
            #expect(!isEarly(answer) && answer.header("x-request-id") != nil)
        }
    }

    @Test("keeps its turn behind what is still on the long way")
    func order() async throws {
        try await serve { client in
            let ready = try await client.send("GET", "/made").body
            let requests = ["/made?wait=1", "/made", "/made?last=1"].map { path in
                "GET \(path) HTTP/1.1\r\nHost: x\r\n" + (path.hasSuffix("last=1") ? "Connection: close\r\n" : "")
                    + "\r\n"
            }
            let all = try await client.exchange(Array(requests.joined().utf8)).body
            let bodies = all.components(separatedBy: "HTTP/1.1 200 OK").map { $0.components(separatedBy: "\r\n\r\n") }
            #expect(bodies.map { $0.last } == ["2", ready, "3"])
        }
    }

    @Test("many on one connection come one after the other, each whole")
    func many() async throws {
        try await serve { client in
            let page = try await client.send("GET", EarlyAnswersTests.path).body
            let one = "GET \(EarlyAnswersTests.path) HTTP/1.1\r\nHost: x\r\n"
            let asked = String(repeating: one + "\r\n", count: 400) + one + "Connection: close\r\n\r\n"
            let all = try await client.exchange(Array(asked.utf8)).body
            #expect(all.components(separatedBy: "\r\n\r\n\(page)").count == 401 + (all.hasPrefix(page) ? 0 : 1))
            #expect(all.components(separatedBy: "X-Request-Id").count > 1)
        }
    }
}
