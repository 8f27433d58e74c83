import Foundation
import Kernel
import Logging
import ServiceLifecycle
import Testing
import TestSupport
import WebServer

@Suite("Routes, limits and stopping")
struct RouteTableTests {
    private typealias PlainRoute = Route<TestRule, String>

    @Test("every route can be listed with what it demands")
    func listed() throws {
        let table = try RouteTable(TestSite().routes)
        #expect(table.routes.count == 16)
        #expect(table.routes.first { $0.path.text == "/desk" }?.access == .signedIn)
    }

    @Test("two routes of one name, or of one method and path, make no table")
    func clashes() {
        let first = PlainRoute(.get, "/a/{x}", name: "a", access: .everybody) { _, _ in .text("") }
        let samePath = PlainRoute(.get, "/a/{y}", name: "b", access: .everybody) { _, _ in .text("") }
        let sameName = PlainRoute(.get, "/b", name: "a", access: .everybody) { _, _ in .text("") }
        #expect(throws: RouteTableError.pathTaken("b", other: "a")) { try RouteTable([first, samePath]) }
        #expect(throws: RouteTableError.nameTaken("a")) { try RouteTable([first, sameName]) }
    }

    @Test("a bucket refills with time, and the table does not grow without end")
    func limiter() {
        let limiter = RateLimiter(clock: FixedClock(Instant(milliseconds: 0)), capacity: 100)
        let limit = RateLimit(2, per: .seconds(10))
        #expect(limiter.wait(route: "r", address: "2001:db8:1:2:3::4", limit: limit) == nil)
        #expect(limiter.wait(route: "r", address: "2001:db8:1:2:ffff::1", limit: limit) == nil)
        #expect(limiter.wait(route: "r", address: "2001:db8:1:2::", limit: limit) == 5)
        #expect(limiter.wait(route: "r", address: "192.0.2.1", limit: limit) == nil)
        for number in 0..<10_000 { _ = limiter.wait(route: "r", address: "a\(number)", limit: limit) }
    }

    @Test("a call that does many things counts as many, all of them or none")
    func weighed() {
        let limiter = RateLimiter(clock: FixedClock(Instant(milliseconds: 0)))
        let limit = RateLimit(10, per: .seconds(10))
        #expect(limiter.wait(route: "r", address: "192.0.2.1", limit: limit, count: 7) == nil)
        #expect(limiter.wait(route: "r", address: "192.0.2.1", limit: limit, count: 5) == 2)
        #expect(limiter.wait(route: "r", address: "192.0.2.1", limit: limit, count: 3) == nil)
        #expect(limiter.wait(route: "r", address: "192.0.2.1", limit: limit) == 1)
    }

    @Test("who floods is stopped alone; the neighbors behind the address go on, and all together have a ceiling")
    func neighbors() {
        let limiter = RateLimiter(clock: FixedClock(Instant(milliseconds: 0)))
        let limit = RateLimit(2, per: .seconds(10))
        func calls(_ caller: String?, _ count: Int) -> Int {
            (0..<count).count { _ in
                limiter.wait(route: "r", address: "192.0.2.1", caller: caller, limit: limit) == nil
            }
        }
        #expect(calls(nil, 500) == 2, "without a mark")
        #expect(calls("flood", 500) == 2)
        #expect(calls("neighbor", 2) == 2)
        #expect((0..<500).map { calls("invented \($0)", 1) }.reduce(0, +) == 14, "twenty in all")
        #expect(limiter.wait(route: "r", address: "192.0.2.2", caller: "flood", limit: limit) == nil, "elsewhere")
    }

    @Test("the server stops gracefully although pages are listening")
    func stops() async throws {
        let site = TestSite()
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = try site.server { continuation.yield($0) }
        let group = ServiceGroup(
            configuration: .init(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                let client = RawClient(port: port)
                async let answer = client.exchange(Array("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
                for _ in 0..<3000 where site.hub.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
                await group.triggerGracefulShutdown()
                #expect(try await answer.status == 200)
                break
            }
            try await tasks.waitForAll()
        }
    }
}
