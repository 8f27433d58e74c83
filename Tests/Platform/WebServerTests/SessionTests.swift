import Cryptography
import Foundation
import Kernel
import Testing
import TestSupport
import WebServer

@Suite("Sessions and forged forms over a real connection", .serialized)
struct SessionTests {
    /// Signs in as a browser does and returns the cookies.
    private func signIn(_ client: RawClient, headers: [String] = []) async throws -> RawAnswer {
        let page = try await client.send("GET", "/", headers: headers)
        let token = try #require(page.field("_token"))
        return try await client.form("/sign-in", "name=zhang&_token=\(token)", headers: headers + [page.cookieHeader])
    }

    @Test("signing in gives a session, and the store never sees its identifier")
    func signIn() async throws {
        let site = TestSite()
        try await site.serve { client in
            let answer = try await signIn(client)
            #expect(answer.status == 303 && answer.header("location") == "/desk")
            let cookie = try #require(answer.cookies.first { $0.hasPrefix("hengjian_session=") })
            #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && !cookie.contains("Secure"))
            let value = cookie.dropFirst("hengjian_session=".count).prefix(64)
            #expect(await site.sessions.keys.allSatisfy { $0.hex != value })
            let desk = try await client.send("GET", "/desk", headers: ["Cookie: hengjian_session=\(value)"])
            #expect(desk.body == "desk of zhang")
        }
    }

    @Test("behind TLS cookies are secure and bound to the host")
    func secureCookies() async throws {
        try await TestSite().serve(settings: WebServerSettings(port: 0, transport: .tlsAtProxy)) { client in
            let answer = try await signIn(client)
            let cookie = try #require(answer.cookies.first { $0.hasPrefix("__Host-hengjian_session=") })
            #expect(cookie.contains("; Secure") && cookie.contains("; Path=/") && !cookie.contains("Domain"))
            #expect(answer.header("strict-transport-security") != nil)
        }
    }

    @Test(
        "a forged session is nobody's, and its cookie is taken away",
        arguments: [String(repeating: "a", count: 64), "", "x", "%00", String(repeating: "9", count: 10_000)]
    )
    func forgedSession(value: String) async throws {
        try await TestSite().serve { client in
            let answer = try await client.send("GET", "/desk", headers: ["Cookie: hengjian_session=\(value)"])
            #expect(answer.status == 303 && answer.header("location") == "/sign-in")
        }
    }

    @Test(
        "what looks at no session leaves its cookie alone",
        arguments: ["/assets/live.js", "/favicon.ico", "/health", "/api/echo"]
    )
    func untouchedSession(path: String) async throws {
        try await TestSite().serve { client in
            let signedIn = try await signIn(client)
            let address = path.hasPrefix("/assets/") ? AssetShelf.design.address(of: "live.js") ?? path : path
            let answer = try await client.send("GET", address, headers: [signedIn.cookieHeader])
            #expect(!answer.cookies.contains { $0.hasPrefix("hengjian_session=") })
        }
    }

    @Test("signing in never keeps the identifier from before, and signing out ends it for good")
    func renewal() async throws {
        let site = TestSite()
        try await site.serve { client in
            let first = try await signIn(client)
            let page = try await client.send("GET", "/", headers: [first.cookieHeader])
            let token = try #require(page.field("_token"))
            let second = try await client.form("/sign-in", "name=li&_token=\(token)", headers: [first.cookieHeader])
            #expect(second.status == 303 && second.cookieHeader != first.cookieHeader)
            #expect(try await client.send("GET", "/desk", headers: [first.cookieHeader]).status == 303)
            #expect(try await client.send("GET", "/desk", headers: [second.cookieHeader]).body == "desk of li")

            let own = try await client.send("GET", "/", headers: [second.cookieHeader])
            let newToken = try #require(own.field("_token"))
            _ = try await client.form("/sign-out", "_token=\(newToken)", headers: [second.cookieHeader])
            #expect(try await client.send("GET", "/desk", headers: [second.cookieHeader]).status == 303)
            #expect(await site.sessions.keys.isEmpty)
        }
    }

    @Test("a form without the token of this visitor changes nothing")
    func forgedForm() async throws {
        let site = TestSite()
        try await site.serve { client in
            let page = try await client.send("GET", "/")
            let token = try #require(page.field("_token"))
            #expect(try await client.form("/sign-in", "name=a").status == 403)
            #expect(try await client.form("/sign-in", "name=a&_token=\(token)").status == 403)
            let wrong = "name=a&_token=\(String(repeating: "0", count: 64))"
            #expect(try await client.form("/sign-in", wrong, headers: [page.cookieHeader]).status == 403)
            let stranger = ["Cookie: hengjian_visitor=\(String(repeating: "1", count: 64))"]
            #expect(try await client.form("/sign-in", "name=a&_token=\(token)", headers: stranger).status == 403)
            #expect(await site.sessions.keys.isEmpty)
        }
    }

    @Test("a form sent from our own page is taken, as browsers send it")
    func ownSite() async throws {
        try await TestSite().serve { client in
            let page = try await client.send("GET", "/")
            let token = try #require(page.field("_token"))
            let headers = [page.cookieHeader, "Origin: http://127.0.0.1:\(client.port)", "Sec-Fetch-Site: same-origin"]
            #expect(try await client.form("/sign-in", "name=a&_token=\(token)", headers: headers).status == 303)
        }
    }

    @Test(
        "a form sent from another site is refused even with a good token",
        arguments: ["Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"]
    )
    func otherSite(header: String) async throws {
        try await TestSite().serve { client in
            let page = try await client.send("GET", "/")
            let token = try #require(page.field("_token"))
            let headers = [page.cookieHeader, header]
            #expect(try await client.form("/sign-in", "name=a&_token=\(token)", headers: headers).status == 403)
        }
    }

    @Test("a program's route looks at no cookie")
    func program() async throws {
        try await TestSite().serve { client in
            let signedIn = try await signIn(client)
            let answer = try await client.send("POST", "/api/echo", headers: [signedIn.cookieHeader], body: [1, 2, 3])
            #expect(answer.body == "anonymous:3")
        }
    }

    @Test("a message is shown once, and only if we signed it")
    func flash() async throws {
        try await TestSite().serve { client in
            let answer = try await signIn(client)
            let page = try await client.send("GET", "/", headers: [answer.cookieHeader])
            #expect(page.body.contains("欢迎，zhang"))
            #expect(page.cookies.contains { $0.hasPrefix("hengjian_flash=;") && $0.contains("Max-Age=0") })
            let forged = "Cookie: hengjian_flash=\(String(repeating: "0", count: 64)).good.owned"
            let unimpressed = try await client.send("GET", "/", headers: [forged])
            #expect(!unimpressed.body.contains("owned"))
        }
    }

    @Test("what needs a session sends a browser to sign in, and refuses what it may not see")
    func access() async throws {
        try await TestSite().serve { client in
            let desk = try await client.send("GET", "/desk")
            let closed = try await client.send("GET", "/closed")
            #expect(desk.header("location") == "/sign-in")
            #expect(closed.status == 403)
        }
    }
}
