import Access
import Composition
import Database
import Directory
import Kernel
import TestSupport
import Testing

@testable import hengjian

/// The list of attacks in `docs/security.md`, tried against the whole program.
@Suite("Attacks")
struct AttackTests {
    private static let wide: [RoleGrant] = [RoleGrant(.directoryKeeper, .agency)]

    @Test("session fixation: an identifier that was there before signing in is none afterwards")
    func fixation() async throws {
        try await ServedHouse.open { served in
            _ = try await served.account("zhang", Self.wide)
            let planted = "Cookie: hengjian_session=\(String(repeating: "ab", count: 32))"
            let fields = [("name", "zhang"), ("password", ServedHouse.password)]
            let answer = try await served.post("/sign-in", fields, from: "/sign-in", planted)
            #expect(answer.status == 303)
            let cookie = try #require(answer.cookies.first { $0.hasPrefix("hengjian_session=") })
            #expect(!cookie.contains(String(repeating: "ab", count: 32)))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite"))
            #expect(try await served.get("/account", planted).header("Location")?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("identifiers of others in addresses open nothing and change nothing")
    func directReferences() async throws {
        try await ServedHouse.open { served in
            let own = try await served.account("zhang", Self.wide)
            let cookie = try await served.cookie(own)
            let (agency, other) = (served.agencies[0], served.agencies[1])
            let realm = served.house.realm
            let stranger = try await served.house.submit(RegisterOfficer("他局人员", of: other, from: "2026-01-05"))
            let post = try await served.house.submit(CreatePost("他局岗", for: .handle, in: other, from: "2026-01-05"))
            #expect(try await served.get("/administration/agencies/\(agency)", cookie).status == 200)
            for path in [
                "agencies/\(other)", "agencies/\(other)/board", "posts/\(post)", "officers/\(stranger)",
                "officers/\(stranger)/badge", "divisions/511603", "divisions/510000",
            ] { #expect(try await served.get("/administration/\(path)", cookie).status == 403, "\(path)") }
            let page = "/administration/agencies/\(agency)"
            for (path, fields) in [
                ("agencies/\(other)/offices", [("name", "x")]),
                ("agencies/\(other)/officers", [("name", "x"), ("position", "x")]),
                ("posts/\(post)/appoint", [("officer", stranger.text), ("from", "2026-02-01")]),
                ("officers/\(stranger)/certificates", [("act", "revoke"), ("number", "1"), ("from", "2026-02-01")]),
            ] {
                let answer = try await served.post("/administration/\(path)", fields, from: page, cookie)
                #expect(answer.status == 403, "\(path)")
            }
            let officers = try await served.house.database.read {
                try $0.officers(ofAgency: other, in: realm, on: "2026-02-01")
            }
            #expect(officers.count == 1)
        }
    }

    @Test("nobody gives himself a role or opens his own account, and the three administrators exclude the rest")
    func escalation() async throws {
        try await ServedHouse.open { served in
            let security = try await served.account("anquan", [RoleGrant(.securityAdministrator, .division)])
            let system = try await served.account("xitong", [RoleGrant(.systemAdministrator, .division)])
            let officer = try await served.account("zhang", Self.wide)
            let (safe, root) = (try await served.cookie(security), try await served.cookie(system))
            let roles = { (account: Account.ID) in "/administration/accounts/\(account)/roles" }
            let page = "/administration/accounts"
            let more = [("auditAdministrator", "5"), ("securityAdministrator", "5")]
            _ = try await served.post(roles(security), more, from: page, safe)
            _ = try await served.post(roles(officer), [("caseOfficer", "4"), ("supervisor", "4")], from: page, safe)
            #expect(try await served.post(roles(system), more, from: page, root).status == 403)
            #expect(try await served.post(roles(officer), more, from: page, served.cookie(officer)).status == 403)
            let records = try await served.store.staffAccounts(of: served.house.realm)
            let grants = Dictionary(uniqueKeysWithValues: records.map { ($0.account.id, $0.grants) })
            #expect(grants[security] == [RoleGrant(.securityAdministrator, .division)])
            #expect(grants[system] == [RoleGrant(.systemAdministrator, .division)])
            #expect(grants[officer] == Self.wide)
            let given = [("reviewer", "4")]
            #expect(try await served.post(roles(officer), given, from: page, safe).status == 303)
            let after = try await served.store.staffAccounts(of: served.house.realm).first { $0.account.id == officer }
            #expect(after?.grants == [RoleGrant(.reviewer, .agency)])
        }
    }

    @Test("a name that exists is answered as one that does not, and both are closed after five tries")
    func enumeration() async throws {
        try await ServedHouse.open { served in
            _ = try await served.account("zhang", Self.wide)
            var answers: [[String]] = []
            for name in ["zhang", "nobody"] {
                var seen: [String] = []
                for _ in 1...6 {
                    let answer = try await served.post(
                        "/sign-in",
                        [("name", name), ("password", "Wrong-password-1")],
                        from: "/sign-in"
                    )
                    let words = answer.body.replacing(name, with: "NAME")
                    let alert = words.contains("用户名或者密码不正确") ? "wrong" : words.contains("已锁定") ? "locked" : "other"
                    seen.append("\(answer.status) \(alert)")
                }
                answers.append(seen)
            }
            #expect(answers[0] == answers[1])
            #expect(answers[0] == Array(repeating: "403 wrong", count: 5) + ["429 locked"])
        }
    }

    @Test("a form of another site, without its token, changes nothing")
    func forgery() async throws {
        try await ServedHouse.open { served in
            let account = try await served.account("zhang", Self.wide)
            let cookie = try await served.cookie(account)
            let path = "/administration/agencies/\(served.agencies[0])/offices"
            let answer = try await RawClient(port: served.port).form(path, "name=x&_key=k", headers: [cookie])
            #expect(answer.status == 403)
        }
    }

    @Test("a session of the public opens no door of the staff, in whichever cookie, and the other way round")
    func doors() async throws {
        try await ServedHouse.open { served in
            let (account, identifier) = try await served.publicAccount("13900000001")
            #expect(identifier.count == 64)
            #expect(try await served.get("/me", "Cookie: hengjian_public=\(identifier)").status == 200)
            let officer = try await served.account("zhang", Self.wide)
            let staff = try await served.cookie(officer).replacing("Cookie: hengjian_session=", with: "")
            for path in ["/desk", "/administration", "/supervision", "/account", "/password"] {
                for cookie in ["hengjian_session=\(identifier)", "hengjian_public=\(identifier)"] {
                    let answer = try await served.get(path, "Cookie: \(cookie)")
                    #expect(answer.header("Location")?.hasPrefix("/sign-in") == true, "\(path) \(cookie)")
                }
            }
            for cookie in ["hengjian_public=\(staff)", "hengjian_session=\(staff)"] {
                let answer = try await served.get("/me", "Cookie: \(cookie)")
                #expect(answer.header("Location")?.hasPrefix("/me/sign-in") == true, "\(cookie)")
            }
            // Even a row that a fault of ours put behind the wrong door lets nobody in.
            let planted = try await served.cookie(account)
            #expect(try await served.get("/account", planted).header("Location")?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("session fixation: an identifier planted before the public signs in is none afterwards")
    func publicFixation() async throws {
        try await ServedHouse.open { served in
            _ = try await served.publicAccount("13900000001")
            let planted = "Cookie: hengjian_public=\(String(repeating: "ab", count: 32))"
            let fields = [("mobile", "13900000001"), ("password", ServedHouse.password)]
            let answer = try await served.post("/me/sign-in", fields, from: "/me/sign-in", planted)
            let cookie = try #require(
                answer.cookies.first { $0.hasPrefix("hengjian_public=") && !$0.contains("Max-Age=0") }
            )
            #expect(!cookie.contains(String(repeating: "ab", count: 32)))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite"))
            #expect(try await served.get("/me", planted).status == 303)
        }
    }

    @Test("a form of another site changes nothing of an account of the public")
    func publicForgery() async throws {
        try await ServedHouse.open { served in
            let (account, identifier) = try await served.publicAccount("13900000001")
            let cookie = "Cookie: hengjian_public=\(identifier)"
            for (path, body) in [
                ("/me/close", "close=\(ServedHouse.password)"), ("/me/sign-out", "x=1"),
                ("/me/name", "name=x&identityNumber=11010519491231002X"),
                ("/me/password", "present=\(ServedHouse.password)&new=Other-2026-x&again=Other-2026-x"),
            ] {
                #expect(
                    try await RawClient(port: served.port).form(path, body, headers: [cookie]).status == 403,
                    "\(path)"
                )
            }
            #expect(try await served.get("/me", cookie).status == 200)
            #expect(try await served.store.principal(of: account)?.party == nil)
        }
    }
}
