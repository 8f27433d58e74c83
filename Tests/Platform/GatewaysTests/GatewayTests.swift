import Gateways
import Kernel
import TestSupport
import Testing

@Suite("The way out to other systems")
struct GatewayTests {
    private let gateway = Gateway(
        limits: GatewayLimits(connecting: .seconds(1), total: .seconds(1), greatestAnswer: 1_000)
    )

    private func ask(_ peer: ScriptedPeer, body: [UInt8]? = nil) async throws -> OutboundAnswer {
        let address = try #require(OutboundAddress("http://127.0.0.1:\(peer.port)/path"))
        return try await gateway.answer(to: OutboundCall(to: address, body: body))
    }

    @Test("what another system answers comes back whole, whatever its status")
    func answers() async throws {
        let peer = try ScriptedPeer(answer: "HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\nnobody")
        defer { peer.stop() }
        let answer = try await ask(peer)
        #expect(answer == OutboundAnswer(status: 404, bytes: Array("nobody".utf8)))
    }

    @Test("no redirect is followed")
    func redirects() async throws {
        let other = try ScriptedPeer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")
        let there = "Location: http://127.0.0.1:\(other.port)/\r\nContent-Length: 0"
        let peer = try ScriptedPeer(answer: "HTTP/1.1 302 Found\r\n\(there)\r\n\r\n")
        defer {
            peer.stop()
            other.stop()
        }
        #expect(try await ask(peer) == OutboundAnswer(status: 302, bytes: []))
    }

    @Test("a system that takes the call and stays silent is given up within the limit")
    func silent() async throws {
        let peer = try ScriptedPeer(answer: nil)
        defer { peer.stop() }
        await #expect(throws: GatewayFault.slow) { try await ask(peer) }
    }

    @Test("nobody there, a connection that breaks, and what is no HTTP are told alike")
    func unreachable() async throws {
        let closed = try ScriptedPeer(answer: nil)
        closed.stop()
        await #expect(throws: GatewayFault.unreachable) { try await ask(closed) }
        for answer in ["", "220 mail.example.org ESMTP\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"] {
            let peer = try ScriptedPeer(answer: answer)
            defer { peer.stop() }
            await #expect(throws: GatewayFault.unreachable, "\(answer)") { try await ask(peer) }
        }
    }

    @Test("an answer over the limit is refused, with and without a length")
    func tooLarge() async throws {
        let much = String(repeating: "x", count: 1_001)
        for head in ["Content-Length: 1001", "Connection: close"] {
            let peer = try ScriptedPeer(answer: "HTTP/1.1 200 OK\r\n\(head)\r\n\r\n\(much)")
            defer { peer.stop() }
            await #expect(throws: GatewayFault.tooLarge(greatest: 1_000)) { try await ask(peer) }
        }
    }

    @Test(
        "https anywhere, plain http on this machine only, and nothing that hides where it leads",
        arguments: [
            ("https://sso.example.gov.cn/realms/a", true), ("http://127.0.0.1:8080/", true),
            ("http://localhost/x?y=z", true), ("http://[::1]:1/", true),
            ("http://sso.example.gov.cn/", false), ("http://127.0.0.1.example.org/", false),
            ("https://user@example.org/", false), ("https://a:b@example.org/", false),
            ("https://example.org/#x", false),
            ("ftp://example.org/", false), ("file:///etc/passwd", false), ("https:///path", false), ("/path", false),
            ("https://example.org/a b", false), ("https://example.org/\r\nX: y", false), ("", false),
        ]
    )
    func addresses(text: String, isTaken: Bool) {
        #expect((OutboundAddress(text) != nil) == isTaken)
    }
}
