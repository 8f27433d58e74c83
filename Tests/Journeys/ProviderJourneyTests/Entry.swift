import Browser
import TestSupport
import Testing

/// The people of the story: an officer who signs in through the provider, and the system administrator.
struct Entry {
    let house: RunningHouse
    let album: Album
    let officer: BrowserWindow
    let administrator: BrowserWindow

    private static let button = "统一身份认证登录"

    /// The provider vouches for her, and still the house lets nobody in whom it does not know.
    func whoIsNotLinkedGetsNoAccount() async throws {
        try await officer.open("/desk")
        try await officer.see("统一身份认证")
        try await look(at: officer, as: "sign-in")
        try await passTheProvider()
        try await officer.see("该统一身份没有关联本系统的账号")
        // What the browser says of the provider's pages and of the refusal's status.
        _ = try await officer.complaints()
        try await look(at: officer, as: "not-linked")
        #expect(try await session() == nil)
    }

    func theAdministratorLinks() async throws {
        try await signIn("xitong", at: administrator)
        try await administrator.open("/administration/accounts?q=sp-chengban1")
        try await administrator.press(.link("sp-chengban1"))
        try await administrator.see("未关联")
        try await administrator.fill(.field("统一身份标识"), with: RunningProvider.person)
        try await look(at: administrator, as: "account-linking")
        try await administrator.press(.button("关联"))
        try await administrator.see("sub=\(RunningProvider.person)")
        try await look(at: administrator, as: "account-linked")
    }

    /// The way she came by is kept over the provider's page, and the session is a new one.
    func whoIsLinkedComesToThePageAskedFor() async throws {
        try await officer.open("/account")
        try await passTheProvider()
        try await officer.see("账号与安全")
        #expect(try await officer.path == "/account")
        try await officer.press(.button("退出"))
    }

    /// The provider answers with another nonce, because the address was bent on the way.
    func anAnswerToAnotherRequestIsRefused() async throws {
        try await officer.open("/sign-in")
        try await untilTheNextSecond()
        let address = try await providersAddress()
        let nonce = try #require(address.firstMatch(of: /nonce=[^&]+/))
        try await officer.open(address.replacing(String(nonce.0), with: "nonce=another"))
        try await refused("登录凭证应为对本次登录的答复，实为不是")
        // The same for the secret that proves who began: the provider itself refuses the code.
        try await untilTheNextSecond()
        let second = try await providersAddress()
        let challenge = try #require(second.firstMatch(of: /code_challenge=[^&]+/))
        let bent = "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        try await officer.open(second.replacing(String(challenge.0), with: bent))
        try await refused("登录凭证不符合规范")
    }

    /// A link that signs the reader in as somebody else comes from another browser.
    func anothersWayBackIsRefused() async throws {
        try await administrator.dropCookies()
        try await administrator.open("/sign-in")
        let address = try await providersAddress(in: administrator)
        try await officer.open(address)
        try await refused("实为不是由本浏览器发起")
    }

    /// A new key of the provider's is looked up; another name of the provider's is refused.
    func changesAtTheProvider(_ provider: inout RunningProvider) async throws {
        await provider.stop()
        try await provider.configure()
        try await provider.start()
        try await officer.open("/sign-in?from=/account")
        try await passTheProvider()
        try await officer.see("账号与安全")
        try await officer.press(.button("退出"))
        await provider.stop()
        try await provider.configure(isNamed: false)
        try await provider.start()
        try await officer.open("/sign-in")
        try await officer.press(.button(Self.button))
        try await refused("的签发者应为")
    }

    /// The house's own accounts do not depend on the provider.
    func theProviderFails(_ provider: inout RunningProvider) async throws {
        await provider.stop()
        try await officer.open("/sign-in")
        try await officer.press(.button(Self.button))
        try await refused("统一身份认证暂时无法连接")
        let silent = try ScriptedPeer(answer: nil, port: provider.port)
        try await officer.open("/sign-in")
        try await officer.press(.button(Self.button))
        try await refused("统一身份认证没有在规定时间内答复")
        silent.stop()
        try await signIn("sp-chengban1", at: officer)
        try await officer.open("/desk")
        try await officer.see("办案工作台")
    }

    func theAuditTells() async throws {
        try await signIn("shenji", at: administrator)
        try await administrator.open("/administration/audit")
        for word in [
            "provider identityUnknown", "provider wrongNonce", "provider wrongState", "provider wrongIssuer",
            "provider unreachable", "provider slow",
        ] {
            #expect(try await administrator.source.contains(word), "\(word)")
        }
    }

    private func refused(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await officer.see(words)
        try await officer.see("没有登录")
        _ = try await officer.complaints()
        #expect(try await session() == nil, sourceLocation: sourceLocation)
    }

    /// The provider fails when it is to make two access tokens for one person within a second: they would be equal.
    private func untilTheNextSecond() async throws { try await Task.sleep(for: .milliseconds(1_100)) }

    /// Where the house sends the browser, without going there.
    private func providersAddress(in window: BrowserWindow? = nil) async throws -> String {
        let window = window ?? officer
        let cookie = try await window.cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        let port = try #require(house.site.split(separator: ":").last.flatMap { Int($0) })
        let answer = try await RawClient(port: port).send("GET", "/sign-in/provider", headers: ["Cookie: \(cookie)"])
        return try #require(answer.header("Location"))
    }

    private func session() async throws -> String? {
        try await officer.cookies.first { $0.name == "hengjian_session" }?.value
    }

    /// Goes to the provider and comes back; it asks again who she is if it has forgotten.
    ///
    /// The provider keeps the mark of its form in its session cookie, which answers to pictures of the same page write
    /// anew: on a busy machine the form is then refused, and all that follow from it. Then one begins at our door again.
    private func passTheProvider() async throws {
        let door = try await officer.path
        for _ in 1...5 {
            try await officer.press(.button(Self.button))
            guard try await officer.has(.css("[name=login]")) else { return }
            try await officer.fill(.css("[name=login]"), with: RunningProvider.person)
            try await officer.press(.css("button[type=submit]"))
            try await officer.paste(RunningProvider.password, into: .css("[name=password]"))
            try await officer.press(.css("button[type=submit]"))
            guard try await officer.find(.css("body")).text.contains("Login failed") else { return }
            try await officer.open(door)
        }
    }

    private func signIn(_ name: String, at window: BrowserWindow) async throws {
        try await window.dropCookies()
        try await window.open("/sign-in")
        try await window.fill(.field("用户名"), with: name)
        try await window.fill(.field("密码"), with: "Hengjian-2026")
        try await window.press(.button("登录"))
    }

    private func look(
        at window: BrowserWindow,
        as name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let faults = try await album.look(at: window, as: "provider-\(name)")
        #expect(faults.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
}
