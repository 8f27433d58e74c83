import Access
import TestSupport
import Casework
import EventLog
import Kernel
import Supervision
import TestHouse
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("The live wall")
struct LiveWallTests {
    @Test("a card appears on an open page without another request")
    func live() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.neglectedCase()
        try await desk.serve { client in
            async let stream = client.exchange(
                Array("GET /supervision/live HTTP/1.1\r\nHost: x\r\nX-Principal: supervisor\r\n\r\n".utf8),
                until: "承诺时限已于"
            )
            for _ in 0..<3000 where desk.hub.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
            try await desk.wait(until: "2026-03-25")
            let body = try await stream.body
            #expect(body.contains("event: wall-latest"))
            #expect(body.contains(answer.number))
        }
    }

    @Test("walls of one scope share one drawing; what has not changed is not sent again")
    func sharing() async throws {
        let desk = try await TestDesk()
        let scope = try DeskScope(desk.principals["supervisor"], for: [.readFindings])
        let feed = Task { [wall = desk.wall] in await wall.run { _ in } }
        defer { feed.cancel() }
        let pages = try (0..<8).map { _ in try desk.wall.open(scope) }
        #expect(desk.hub.topics == [scope.topic])
        try await desk.neglectedCase()
        try await Task.sleep(for: .milliseconds(600))
        withExtendedLifetime(pages) {}
        #expect(desk.hub.count == 8)
    }
}
