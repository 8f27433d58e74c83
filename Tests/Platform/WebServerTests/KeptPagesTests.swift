import Foundation
import Kernel
import Synchronization
import TestSupport
import Testing
import WebServer

/// Pages that are alike for everybody: kept while nothing happens, named by a tag, packed for those who take it so.
@Suite("Pages that are kept")
struct KeptPagesTests {
    /// What has happened at the site, and the time there.
    private final class World: WallClock {
        private let state = Mutex((happened: 0, now: Instant(milliseconds: 0)))

        var now: Instant { state.withLock { $0.now } }
        var happened: Int { state.withLock { $0.happened } }

        func happen() { state.withLock { $0.happened += 1 } }
        func pass(_ time: Duration) { state.withLock { $0.now = $0.now + time } }
    }

    private let world = World()

    private func serve(room: Int = 1 << 20, _ body: @Sendable (RawClient) async throws -> Void) async throws {
        let kept = KeptPages(room: room, clock: world) { [world] in world.happened }
        try await TestSite(kept: kept).serve(body)
    }

    @Test("a page is made anew once something has happened or five seconds are over, and for every other address")
    func keeping() async throws {
        try await serve { client in
            func made(_ path: String = "/made") async throws -> String { try await client.send("GET", path).body }
            let first = try await made()
            #expect(try await made() == first)
            world.happen()
            let second = try await made()
            #expect(second != first)
            #expect(try await made("/made?q=1") != second)
            #expect(try await made() == second)
            world.pass(.milliseconds(4_999))
            #expect(try await made() == second)
            world.pass(.milliseconds(1))
            #expect(try await made() != second)
        }
    }

    @Test("while a page is made, whoever asks for it waits for that one; when it fails each makes its own")
    func together() async throws {
        try await serve { client in
            for (path, most) in [("/made?wait=1", 1), ("/made?wait=1&refuse=1", 20)] {
                let answers = try await withThrowingTaskGroup(of: RawAnswer.self) { group in
                    for _ in 1...20 { group.addTask { try await client.send("GET", path) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(Set(answers.map(\.body)).count <= most && answers.count == 20, "\(path)")
                #expect(Set(answers.map(\.status)) == (most == 1 ? [200] : [404]))
            }
        }
    }

    @Test("who is signed in, or is told something, gets a page of their own, and nobody else gets it")
    func own() async throws {
        try await serve { client in
            let first = try await client.send("GET", "/made").body
            for cookie in ["hengjian_session=\(String(repeating: "a", count: 32))", "hengjian_flash=x"] {
                let own = try await client.send("GET", "/made", headers: ["Cookie: \(cookie)"])
                #expect(own.body != first && own.header("etag") == nil && own.header("cache-control") == "no-store")
            }
            #expect(try await client.send("GET", "/made").body == first)
            // A page with a form carries a mark of its visitor.
            let form = try await client.send("GET", "/")
            #expect(form.header("etag") == nil && form.header("set-cookie") != nil)
        }
    }

    @Test("what is refused is not kept, and large pages are made for each")
    func notKept() async throws {
        try await serve(room: 64 * 1_000) { client in
            for (path, status, isKept) in [
                ("/made?refuse=1", 404, false), ("/made?refuse=1", 404, false), ("/made?letters=2000", 200, false),
                ("/made?letters=200", 200, true),
            ] {
                let answer = try await client.send("GET", path)
                #expect(answer.status == status && (answer.header("etag") != nil) == isKept, "\(path)")
            }
        }
    }

    @Test("who has the page already is told so, without it")
    func tags() async throws {
        try await serve { client in
            let answer = try await client.send("GET", "/made")
            let tag = try #require(answer.header("etag"))
            #expect(answer.header("cache-control") == "no-cache")
            #expect(answer.header("vary") == "Accept-Encoding, Cookie")
            for named in [tag, "\"other\", \(tag)", String(tag.dropFirst(2)), "*"] {
                let again = try await client.send("GET", "/made", headers: ["If-None-Match: \(named)"])
                #expect(again.status == 304 && again.content.isEmpty && again.header("etag") == tag)
            }
            world.happen()
            #expect(try await client.send("GET", "/made", headers: ["If-None-Match: \(tag)"]).status == 200)
        }
    }

    @Test(
        "it is packed for those who take gzip, and only where that is shorter",
        arguments: [
            ("gzip", 500, true), ("br, gzip;q=0.5", 500, true), ("*", 500, true), ("gzip;q=0", 500, false),
            ("gzip; q=0.000", 500, false), ("br", 500, false), ("", 500, false), ("gzip", 0, false),
        ]
    )
    func packing(accepted: String, letters: Int, isPacked: Bool) async throws {
        try await serve { client in
            let path = "/made?letters=\(letters)"
            let plain = try await client.send("GET", path)
            let answer = try await client.send("GET", path, headers: ["Accept-Encoding: \(accepted)"])
            #expect((answer.header("content-encoding") == "gzip") == isPacked)
            #expect(answer.header("content-length") == String(answer.content.count))
            #expect(answer.header("etag") == plain.header("etag"))
            let read = isPacked ? try KeptPagesTests.unpacked(answer.content) : answer.content
            #expect(read == plain.content)
            let head = try await client.send("HEAD", path, headers: ["Accept-Encoding: \(accepted)"])
            #expect(head.content.isEmpty && head.header("content-length") == answer.header("content-length"))
        }
    }

    /// Unpacks with another program than the one that packed.
    private static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let file = folder.file("page.gz")
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", file]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(read)
    }
}
