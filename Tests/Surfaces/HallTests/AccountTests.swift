import Access
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Hall

extension HallTestSite {
    /// The code that was sent last.
    func code() async throws -> String {
        guard case .code(let code, _)? = try await telephones.recent().first?.message else {
            throw AccessError.codeWrong
        }
        return code
    }
}

extension Visitor {
    static let mobile = "13900000001"
    static let password = "Xianfeng-2026"

    /// Registers over the pages; the visitor is then signed in.
    mutating func register(at site: HallTestSite, _ mobile: String = Visitor.mobile) async throws {
        try await go("/me/register")
        try await send("/me/register", ["mobile": mobile])
        let fields = ["code": try await site.code(), "new": Visitor.password, "again": Visitor.password]
        try await send("/me/register/code", fields)
    }

    mutating func signIn(_ mobile: String = Visitor.mobile, from: String = "") async throws {
        try await go("/me/sign-in")
        try await send("/me/sign-in", ["mobile": mobile, "password": Visitor.password, "from": from])
    }

    /// Gives the name of a person.
    mutating func name(_ name: String = "张三丰", _ number: String = "11010519491231002X") async throws {
        try await go("/me/name")
        try await send("/me/name", ["name": name, "identityNumber": number])
    }
}

@Suite("Accounts in the Hall")
struct AccountTests {
    @Test("who proves a number has an account, gives the real name when needed, and signs out and in")
    func register() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/items")
            #expect(visitor.page.contains("href=\"/me/sign-in\""))
            try await visitor.go("/me")
            #expect(visitor.path == "/me/sign-in?from=%2Fme")
            try await visitor.register(at: site)
            #expect(visitor.path == "/me")
            #expect(visitor.page.contains("注册成功"))
            #expect(visitor.page.contains("139****0001") && !visitor.page.contains(Visitor.mobile))
            try await visitor.go("/items")
            #expect(visitor.page.contains("href=\"/me\""), "every page leads to the account")
            try await visitor.name("张三丰", "110105194912310021")
            #expect(visitor.status == 422 && visitor.page.contains("末位应为 X"))
            try await visitor.send("/me/name", ["name": "张三丰", "identityNumber": "11010519491231002X"])
            #expect(visitor.page.contains("张*丰"))
            try await visitor.name("李四", "11010519491231002X")
            #expect(visitor.path == "/me", "given once")
            try await visitor.send("/me/sign-out", [:])
            #expect(visitor.page.contains("已退出登录"))
            try await visitor.signIn()
            #expect(visitor.path == "/me" && visitor.page.contains("张*丰"))
        }
    }

    @Test("what is typed wrongly is said at its field, and nothing is sent")
    func faults() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/me/register")
            try await visitor.send("/me/register", ["mobile": "12345"])
            #expect(visitor.status == 422 && visitor.page.contains("手机号应为 11 位数字"))
            #expect(try await site.telephones.recent().isEmpty)
            try await visitor.send("/me/register", ["mobile": "139 0000-0001"])
            #expect(visitor.page.contains("验证码已发出"), "spaces and hyphens are people's way of writing")
            let code = try await site.code()
            try await visitor.send("/me/register/code", ["code": code, "new": Visitor.password, "again": "x"])
            #expect(visitor.status == 422 && visitor.page.contains("两次输入的密码应一致"))
            try await visitor.send("/me/register/code", ["code": code, "new": "short", "again": "short"])
            #expect(visitor.status == 422 && visitor.page.contains("实为 5 位"))
            let fields = ["code": "x", "new": Visitor.password, "again": Visitor.password]
            try await visitor.send("/me/register/code", fields)
            #expect(visitor.status == 403 && visitor.page.contains("验证码不正确"))
            try await visitor.send("/me/register/code", fields.merging(["code": code]) { $1 })
            #expect(visitor.path == "/me")
        }
    }

    @Test("pages answer a known number as an unknown one, word for word")
    func enumeration() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            try await visitor.send("/me/sign-out", [:])
            site.house.clock.set(site.house.clock.now + .seconds(7_200))
            var pages: [[String]] = []
            for mobile in [Visitor.mobile, "13900000002"] {
                var seen: [String] = []
                func note() {
                    let token = (try? visitor.text(after: "name=\"_token\"", from: "value=\"", to: "\"")) ?? ""
                    seen.append(visitor.page.replacing(token, with: "").replacing(mobile, with: ""))
                }
                for path in ["/me/register", "/me/recover"] {
                    try await visitor.go(path)
                    try await visitor.send(path, ["mobile": mobile])
                    note()
                    let fields = ["code": "x", "new": Visitor.password, "again": Visitor.password]
                    try await visitor.send("\(path)/code", fields)
                    note()
                    site.house.clock.set(site.house.clock.now + .seconds(120))
                }
                for _ in 1...6 {
                    try await visitor.go("/me/sign-in")
                    try await visitor.send("/me/sign-in", ["mobile": mobile, "password": "Wrong-password-1"])
                    note()
                }
                site.house.clock.set(site.house.clock.now + .seconds(-240))
                pages.append(seen)
            }
            #expect(pages[0] == pages[1])
            #expect(pages[0].last?.contains("前不能用密码登录") == true)
        }
    }

    @Test("a way back leads only within the Hall")
    func openRedirect() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            for (from, path) in [
                ("/items", "/items"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"),
                ("javascript:alert(1)", "/"),
            ] {
                try await visitor.send("/me/sign-out", [:])
                try await visitor.signIn(from: from)
                #expect(visitor.path == path, "\(from)")
                try await visitor.go("/me")
            }
        }
    }

    @Test("a forgotten password, a changed one, a stranger's session, and the end of the account")
    func security() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var stranger = visitor
            try await visitor.register(at: site)
            try await stranger.signIn()
            #expect(stranger.path == "/me")
            try await visitor.go("/me/security")
            let session = try visitor.text(after: "name=\"session\"", from: "value=\"", to: "\"")
            try await visitor.send("/me/sessions/revoke", ["session": session])
            #expect(visitor.page.contains("该设备上的登录已退出"))
            try await stranger.go("/me")
            #expect(stranger.path.hasPrefix("/me/sign-in"))
            let new = "Yinlong-2026"
            try await visitor.send("/me/password", ["present": "wrong", "new": new, "again": new])
            #expect(visitor.page.contains("现在的密码不正确"))
            try await visitor.send("/me/password", ["present": Visitor.password, "new": new, "again": new])
            #expect(visitor.page.contains("密码已修改"))
            site.house.clock.set(site.house.clock.now + .seconds(120))
            try await stranger.go("/me/recover")
            try await stranger.send("/me/recover", ["mobile": Visitor.mobile])
            let fields = ["code": try await site.code(), "new": Visitor.password, "again": Visitor.password]
            try await stranger.send("/me/recover/code", fields)
            #expect(stranger.page.contains("新密码已设置"))
            try await visitor.go("/me")
            #expect(visitor.path.hasPrefix("/me/sign-in"), "a new password ends every session")
            try await visitor.signIn()
            try await visitor.go("/me/security")
            try await visitor.send("/me/close", ["close": Visitor.password])
            #expect(visitor.path == "/" && visitor.page.contains("账号已注销"))
            try await visitor.signIn()
            #expect(visitor.status == 403)
        }
    }

    @Test("another number takes the password and a code to it; a number that has an account is told nothing of it")
    func number() async throws {
        let site = try await HallTestSite()
        let taken = "13900000002"
        let new = "13900000003"
        try await site.serve { visitor in
            var other = visitor
            try await other.register(at: site, taken)
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await visitor.register(at: site)
            site.house.clock.set(site.house.clock.now + .seconds(120))
            var pages: [String] = []
            for mobile in [taken, new] {
                site.house.clock.set(site.house.clock.now + .seconds(1))
                try await visitor.go("/me/mobile")
                #expect(visitor.page.contains("139****0001") && !visitor.page.contains(Visitor.mobile))
                try await visitor.send("/me/mobile", ["mobile": mobile])
                pages.append(
                    visitor.page.replacing(mobile, with: "").split(separator: "<main").last.map(String.init) ?? ""
                )
            }
            let blind = { (page: String) in page.replacing(#/value="[^"]*"/#, with: "") }
            #expect(blind(pages[0]) == blind(pages[1]))
            let code = try await site.code()
            try await visitor.send("/me/mobile/code", ["code": code, "present": "Wrong-password-1"])
            #expect(visitor.status == 403 && visitor.page.contains("现在的密码不正确"))
            try await visitor.send("/me/mobile/code", ["code": code, "present": Visitor.password])
            #expect(visitor.path == "/me/security" && visitor.page.contains("手机号已更换"))
            #expect(visitor.page.contains("139****0003"))
            try await visitor.send("/me/sign-out", [:])
            try await visitor.signIn()
            #expect(visitor.status == 403)
            try await visitor.signIn(new)
            #expect(visitor.path == "/me")
        }
    }

    @Test("nobody ends the session of another account")
    func sessionsOfOthers() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var other = visitor
            try await visitor.register(at: site)
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await other.register(at: site, "13900000002")
            let records = try await site.parts.accounts.access.devices(of: site.account(of: Visitor.mobile))
            let session = try #require(records.first?.session)
            try await other.go("/me/security")
            #expect(!other.page.contains(session))
            try await other.send("/me/sessions/revoke", ["session": session])
            #expect(other.status == 404)
            try await visitor.go("/me")
            #expect(visitor.path == "/me")
        }
    }
}

extension HallTestSite {
    /// The account of a number, signed in once more.
    func account(of mobile: String) async throws -> Account.ID {
        try await parts.accounts.signIn(mobile: mobile, password: Visitor.password, from: "test")
    }
}
