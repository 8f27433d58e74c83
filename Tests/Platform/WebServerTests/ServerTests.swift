import Cryptography
import Foundation
import HTML
import Kernel
import Testing
import TestSupport
import WebServer

@Suite("The server over a real connection", .serialized)
struct ServerTests {
    @Test("every answer refuses inline code, frames and sniffing, and is kept by nobody")
    func headers() async throws {
        try await TestSite().serve { client in
            for path in ["/", "/nowhere", "/broken", "/closed", "/health"] {
                let answer = try await client.send("GET", path)
                let policy = answer.header("content-security-policy") ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.header("x-content-type-options") == "nosniff")
                #expect(answer.header("referrer-policy") == "same-origin")
                #expect(answer.header("cache-control") == "no-store")
                #expect(answer.header("strict-transport-security") == nil)
                #expect(answer.header("x-request-id")?.count == 12)
            }
        }
    }

    @Test("a page may be framed by the sites it names, if it looks at no cookie and sends none, and then sends nothing")
    func framing() async throws {
        try await TestSite().serve { client in
            let framed = try await client.send("GET", "/framed", headers: ["Cookie: hengjian-session=x"])
            let policy = framed.header("content-security-policy") ?? ""
            #expect(policy.hasSuffix("frame-ancestors https://agency.example:8443"))
            #expect(policy.contains("form-action 'none'") && !policy.contains("script-src"))
            #expect(framed.header("x-frame-options") == nil && framed.cookies.isEmpty)
            for path in ["/framed?nobody", "/framed?gone", "/framed?cookie", "/framed/own", "/framed/nowhere"] {
                let answer = try await client.send("GET", path)
                #expect(answer.header("content-security-policy")?.contains("frame-ancestors 'none'") == true, "\(path)")
                #expect(answer.header("x-frame-options") == "DENY", "\(path)")
            }
        }
    }

    @Test("routes are found by literal before parameter, decoded, and by method")
    func routing() async throws {
        try await TestSite().serve { client in
            #expect(try await client.send("GET", "/items/new").body == "literal")
            #expect(try await client.send("GET", "/items/511A%2F1?q=%E6%95%99%E5%B8%88+100%").body == "511A/1|教师 100%")
            #expect(try await client.send("GET", "/items/x").header("cache-control") == "public, max-age=60")
            let head = try await client.send("HEAD", "/items/x")
            #expect(head.status == 200 && head.body.isEmpty && head.header("content-length") == "2")
            let other = try await client.send("DELETE", "/items/x")
            #expect(other.status == 405 && other.header("allow") == "GET, HEAD")
            #expect(try await client.send("PROPFIND", "/").status == 405)
            #expect(try await client.send("GET", "/items/").status == 404)
            #expect(try await client.send("GET", "/items/%00").status == 400)
            #expect(try await client.send("GET", "/items/%FF%FE").status == 400)
        }
    }

    @Test("a fault of ours says nothing about our insides, but names the request")
    func secrets() async throws {
        try await TestSite().serve { client in
            let answer = try await client.send("GET", "/broken")
            #expect(answer.status == 500)
            #expect(!answer.body.contains("secret") && !answer.body.contains("Surprise"))
            #expect(answer.body.contains(answer.header("x-request-id") ?? "-"))
            let program = try await client.send("POST", "/api/echo", body: [UInt8](repeating: 65, count: 2_000))
            #expect(program.status == 413 && program.body.contains(#""code":"web.tooLarge""#))
        }
    }

    @Test("a redirect never leaves the site", arguments: ["https://evil.example", "//evil.example", "/%5Cevil", "x"])
    func redirect(target: String) async throws {
        try await TestSite().serve { client in
            let answer = try await client.send("GET", "/away?to=\(target)")
            #expect(answer.status == 303)
            #expect(answer.header("location") == "/")
        }
    }

    @Test("static files have an address of their content and are kept for ever")
    func assets() async throws {
        try await TestSite().serve { client in
            let address = try #require(AssetShelf.design.address(of: "design.css"))
            let answer = try await client.send("GET", address)
            #expect(answer.status == 200 && answer.header("content-type") == "text/css; charset=utf-8")
            #expect(answer.header("cache-control") == "public, max-age=31536000, immutable")
            #expect(try await client.send("GET", "/assets/design.css").status == 404)
            #expect(try await client.send("GET", "/assets/../etc/passwd").status == 404)
        }
    }

    @Test("health is plain, readiness names what fails")
    func readiness() async throws {
        try await TestSite().serve(readiness: [ReadinessCheck("database") { false }]) { client in
            #expect(try await client.send("GET", "/health").body == "ok\n")
            let ready = try await client.send("GET", "/ready")
            #expect(ready.status == 503 && ready.body.contains("database"))
        }
    }

    @Test("too many calls from one address are told to wait")
    func rate() async throws {
        try await TestSite().serve { client in
            var last = try await client.form("/sign-in", "name=a")
            for _ in 0..<5 { last = try await client.form("/sign-in", "name=a") }
            #expect(last.status == 429 && last.header("retry-after") != nil)
        }
    }

    @Test("only a trusted proxy is believed about the visitor's address")
    func proxies() async throws {
        let header = ["X-Forwarded-For: 203.0.113.9, 198.51.100.7"]
        try await TestSite().serve { client in
            let answer = try await client.send("GET", "/peer", headers: header)
            #expect(answer.body == "127.0.0.1")
        }
        try await TestSite().serve(settings: WebServerSettings(port: 0, trustedProxies: ["127.0.0.1"])) { client in
            let answer = try await client.send("GET", "/peer", headers: header)
            #expect(answer.body == "198.51.100.7")
        }
    }

    @Test("events reach the page that listens, and heartbeats come between")
    func events() async throws {
        let site = TestSite()
        try await site.serve(settings: WebServerSettings(port: 0, heartbeat: .milliseconds(50))) { client in
            async let answer = client.exchange(
                Array("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".utf8),
                until: "line 2"
            )
            for _ in 0..<3000 where site.hub.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
            try await Task.sleep(for: .milliseconds(200))
            site.hub.publish(.region("other", p { "no" }), to: "elsewhere")
            site.hub.publish(.region("inbox", p { "<1>\nline 2" }), to: "desk")
            let body = try await answer.body
            #expect(body.contains("event: inbox\ndata: <p>&lt;1&gt;\ndata: line 2"))
            #expect(!body.contains("other"))
            #expect(body.components(separatedBy: ": \n\n").count > 3)
        }
    }

    @Test("who stops reading is disconnected in time, and makes room for the next")
    func stalledReader() async throws {
        let site = TestSite()
        let settings = WebServerSettings(port: 0, maximumConnections: 1, idleTimeout: .seconds(1))
        try await site.serve(settings: settings) { client in
            let answer = try await client.holding(Array("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".utf8)) {
                for _ in 0..<3000 where site.hub.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
                // More than the two ends of a connection hold between them.
                let large = p { String(repeating: "x", count: 4_000_000) }
                for _ in 0..<4 { site.hub.publish(.region("inbox", large), to: "desk") }
                return try await client.send("GET", "/made?letters=5")
            }
            #expect(answer.status == 200)
        }
    }

    @Test("a page that does not read is let go")
    func slowReader() throws {
        let hub = EventHub(capacity: 2, buffer: 3)
        let subscription = try hub.subscribe(to: ["a"])
        for _ in 0..<5 { hub.publish(.changed(["x"]), to: "a") }
        #expect(hub.count == 0)
        withExtendedLifetime(subscription) {}
        _ = try hub.subscribe(to: ["a"])
    }
}
