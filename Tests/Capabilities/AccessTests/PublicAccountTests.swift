@testable import Access
import Cryptography
import Database
import Kernel
import Synchronization
import TestSupport
import Testing

/// A telephone network in the test's hand: every message that was sent, in order.
private final class Telephones: CodeSender {
    private let messages = Mutex<[(mobile: String, message: CodeMessage)]>([])

    func send(_ message: CodeMessage, to mobile: String) async throws {
        messages.withLock { $0.append((mobile, message)) }
    }

    func sent(to mobile: String) -> [CodeMessage] {
        messages.withLock { $0.filter { $0.mobile == mobile }.map(\.message) }
    }

    func lastCode(to mobile: String) throws -> String {
        guard case .code(let code, _)? = sent(to: mobile).last else { throw AccessError.codeWrong }
        return code
    }
}

/// Public accounts over an identity store, and what was sent to telephones.
private struct Public {
    static let mobile = "13900000001"
    static let password = "Xianfeng-2026"
    static let address = "192.0.2.9"

    let identity: IdentityStore
    let telephones = Telephones()
    let accounts: PublicAccounts

    init(on engine: StorageEngine) async throws {
        identity = try await IdentityStore(on: engine)
        accounts = PublicAccounts(
            access: identity.store,
            realm: IdentityStore.realm,
            sender: telephones,
            keys: PublicAccounts.Keys(
                number: SecretKey(randomness: SystemRandomness()),
                seal: SecretKey(randomness: SystemRandomness())
            )
        )
    }

    func code(_ purpose: CodePurpose = .register, to mobile: String = Public.mobile) async throws -> String {
        try await accounts.sendCode(to: mobile, for: purpose, from: Self.address)
        return try telephones.lastCode(to: mobile)
    }

    func register(_ mobile: String = Public.mobile) async throws -> Account.ID {
        let code = try await code(to: mobile)
        return try await register(mobile, code)
    }

    func register(_ mobile: String, _ code: String) async throws -> Account.ID {
        try await accounts.register(mobile: mobile, code: code, password: Self.password, from: Self.address)
    }

    func signIn(_ mobile: String = Public.mobile, _ password: String = Public.password) async throws -> Account.ID {
        try await accounts.signIn(mobile: mobile, password: password, from: Self.address)
    }

    func principal(_ account: Account.ID, _ session: String = "here") async throws -> Principal {
        let key = SHA256Hash.of(Array(session.utf8))
        try await identity.store.beginSession(of: account, under: key)
        return try #require(try await identity.store.principal(of: account, session: key.hex))
    }
}

@Suite("Accounts of the public")
struct PublicAccountTests {
    /// A code that is not `code`.
    private static func other(than code: String) -> String { code == "000000" ? "000001" : "000000" }

    @Test("a number that was proven signs in with its password", arguments: StorageEngine.allCases)
    func register(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        let code = try await site.code()
        #expect(code.count == 6 && code.allSatisfy(\.isNumber))
        let account = try await site.register(Public.mobile, code)
        #expect(try await site.signIn() == account)
        let principal = try await site.principal(account)
        #expect(!principal.isStaff && principal.party == nil && !principal.mustChangePassword)
        #expect(try await site.accounts.mobile(of: account) == Public.mobile)
        #expect(AccessDecision.decide(principal, .party) == .allowed)
        for rule in [AccessRule.staff, .permission(.readCase), .permission(.keepAccounts)] {
            #expect(AccessDecision.decide(principal, rule) != .allowed)
        }
        #expect(
            try await site.identity.store.staffAccounts(of: IdentityStore.realm).map(\.account.id) == [
                site.identity.account
            ]
        )
    }

    @Test(
        "a code serves once, for one purpose, for five minutes, and for five tries",
        arguments: StorageEngine.allCases
    )
    func codes(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        let clock = site.identity.clock
        let late = try await site.code()
        clock.pass(minutes: 5)
        await #expect(throws: AccessError.codeWrong) { try await site.register(Public.mobile, late) }
        let guessed = try await site.code()
        for _ in 1...5 {
            await #expect(throws: AccessError.codeWrong) {
                try await site.register(Public.mobile, Self.other(than: guessed))
            }
        }
        await #expect(throws: AccessError.codeWrong, "the right one comes too late") {
            try await site.register(Public.mobile, guessed)
        }
        clock.pass(minutes: 2)
        let replaced = try await site.code()
        clock.pass(minutes: 2)
        let newest = try await site.code()
        if replaced != newest {
            await #expect(throws: AccessError.codeWrong) { try await site.register(Public.mobile, replaced) }
        }
        await #expect(throws: AccessError.codeWrong, "of another number") {
            try await site.register("13900000002", newest)
        }
        let account = try await site.register(Public.mobile, newest)
        await #expect(throws: AccessError.codeWrong, "used") { try await site.register(Public.mobile, newest) }
        await #expect(throws: AccessError.codeWrong, "for another purpose") {
            try await site.accounts.recover(
                mobile: Public.mobile,
                code: newest,
                password: "Another-2026",
                from: Public.address
            )
        }
        #expect(try await site.signIn() == account)
    }

    @Test(
        "an account changes its number by its password and a code to the new one; the old number is told",
        arguments: StorageEngine.allCases
    )
    func number(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        let account = try await site.register()
        let other = try await site.register("13900000002")
        let principal = try await site.principal(account)
        let elsewhere = try await site.principal(account, "elsewhere")
        let new = "13900000003"
        func change(_ mobile: String, _ code: String, _ password: String = Public.password) async throws {
            try await site.accounts.changeNumber(
                of: principal,
                to: mobile,
                code: code,
                password: password,
                from: Public.address
            )
        }
        let registering = try await site.code(.register, to: new)
        await #expect(throws: AccessError.codeWrong, "for another purpose") { try await change(new, registering) }
        site.identity.clock.pass(minutes: 2)
        let code = try await site.code(.change, to: new)
        await #expect(throws: AccessError.password(.presentIsWrong)) { try await change(new, code, "Wrong-2026-x") }
        await #expect(throws: AccessError.codeWrong, "of another number") { try await change("13900000002", code) }
        try await change(new, code)
        #expect(site.telephones.sent(to: Public.mobile).last == .numberChanged)
        #expect(try await site.accounts.mobile(of: account) == new)
        #expect(try await site.signIn(new, Public.password) == account)
        await #expect(throws: AccessError.wrongNameOrPassword) { try await site.signIn(Public.mobile, Public.password) }
        for (principal, isLeft) in [(principal, true), (elsewhere, false)] {
            let key = try #require(Digest(hex: principal.session))
            #expect(try await (site.identity.store.session(under: key) != nil) == isLeft)
        }
        await #expect(throws: AccessError.codeWrong, "used") { try await change(new, code) }
        #expect(try await site.identity.audit().contains(.numberChanged))

        site.identity.clock.pass(minutes: 2)
        try await site.accounts.sendCode(to: "13900000002", for: .change, from: Public.address)
        #expect(site.telephones.sent(to: "13900000002").last == .registeredAlready)
        #expect(try await site.accounts.mobile(of: other) == "13900000002")
        #expect(try await site.register() != account, "the old number is free")
    }

    @Test("two windows with the same code open one account", arguments: StorageEngine.allCases)
    func race(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        let code = try await site.code()
        let opened = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...3 { group.addTask { (try? await site.register(Public.mobile, code)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(opened == 1)
    }

    @Test("who asks cannot tell whether a number has an account", arguments: StorageEngine.allCases)
    func enumeration(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        _ = try await site.register()
        let (known, unknown) = (Public.mobile, "13900000002")
        site.identity.clock.pass(minutes: 60)
        var answers: [[AccessError?]] = [[], []]
        for (place, mobile) in [known, unknown].enumerated() {
            func note(_ body: () async throws -> Void) async {
                do {
                    try await body()
                    answers[place].append(nil)
                } catch {
                    answers[place].append(error as? AccessError)
                }
            }
            for purpose in CodePurpose.allCases {
                for _ in 1...2 {
                    await note { try await site.accounts.sendCode(to: mobile, for: purpose, from: Public.address) }
                }
                site.identity.clock.pass(minutes: 2)
            }
            await note { _ = try await site.register(mobile, "12345") }
            await note {
                try await site.accounts.recover(
                    mobile: mobile,
                    code: "12345",
                    password: Public.password,
                    from: Public.address
                )
            }
            for _ in 1...6 { await note { _ = try await site.signIn(mobile, "Wrong-password-1") } }
            site.identity.clock.pass(minutes: -2 * CodePurpose.allCases.count)
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0].contains(.codeWrong))
        #expect(
            site.telephones.sent(to: unknown).count == 2,
            "codes to register with and to change to, none to recover with"
        )
        #expect(site.telephones.sent(to: known).suffix(3).count { $0 == .registeredAlready } == 2)
    }

    @Test("codes are sent once a minute, five times an hour, ten times a day", arguments: StorageEngine.allCases)
    func limits(on engine: StorageEngine) async throws {
        let site = try await Public(on: engine)
        var sent = 0
        for _ in 1...(24 * 60) {
            do {
                try await site.accounts.sendCode(to: Public.mobile, for: .register, from: Public.address)
                sent += 1
            } catch AccessError.codesTooMany(let until) {
                #expect(until > site.identity.clock.now)
            }
            // Half a minute and a minute in turn would do; whole minutes keep the walk short.
            site.identity.clock.pass(minutes: sent < 5 ? 1 : 30)
            if site.identity.clock.now.day > "2026-05-20" { break }
        }
        #expect(sent == 10)
    }

    @Test("a forgotten password is replaced by who holds the telephone, also when the number is closed")
    func recover() async throws {
        let site = try await Public(on: .sqlite)
        let account = try await site.register()
        let stolen = try await site.principal(account)
        for _ in 1...5 { _ = try? await site.signIn(Public.mobile, "Wrong-password-1") }
        await #expect(throws: AccessError.self) { try await site.signIn() }
        site.identity.clock.pass(minutes: 2)
        let code = try await site.code(.recover)
        let new = "Yinlong-2026"
        await #expect(
            throws: AccessError.password(.short(found: 3, least: 10)),
            "the code is not used up by a bad password"
        ) {
            try await site.accounts.recover(mobile: Public.mobile, code: code, password: "a1B", from: Public.address)
        }
        try await site.accounts.recover(mobile: Public.mobile, code: code, password: new, from: Public.address)
        #expect(try await site.signIn(Public.mobile, new) == account)
        await #expect(throws: AccessError.wrongNameOrPassword) { try await site.signIn() }
        let key = try #require(Digest(hex: stolen.session))
        #expect(try await site.identity.store.session(under: key) == nil, "all sessions end")
    }

    @Test("a password obeys the rules of the house and does not hold the number")
    func passwords() async throws {
        let site = try await Public(on: .sqlite)
        let code = try await site.code()
        await #expect(throws: AccessError.password(.containsName)) {
            try await site.accounts.register(
                mobile: Public.mobile,
                code: code,
                password: "Ab-\(Public.mobile)",
                from: Public.address
            )
        }
        let principal = try await site.principal(site.register(Public.mobile, code))
        await #expect(throws: AccessError.password(.containsName)) {
            try await site.accounts.changePassword(
                of: principal,
                present: Public.password,
                new: "Ab-\(Public.mobile)",
                from: Public.address
            )
        }
        site.identity.clock.pass(minutes: 60 * 24 * 100)
        let later = try await site.identity.store.principal(of: principal.account)
        #expect(later?.mustChangePassword == false, "the public's passwords do not age")
    }

    @Test("a closed account leaves no number, no session, and the number free")
    func close() async throws {
        let site = try await Public(on: .sqlite)
        let account = try await site.register()
        let principal = try await site.principal(account)
        await #expect(throws: AccessError.password(.presentIsWrong)) {
            try await site.accounts.close(principal, password: "Wrong-password-1", from: Public.address)
        }
        try await site.accounts.close(principal, password: Public.password, from: Public.address)
        #expect(try await site.accounts.mobile(of: account) == nil)
        #expect(try await site.identity.store.principal(of: account) == nil)
        await #expect(throws: AccessError.wrongNameOrPassword) { try await site.signIn() }
        site.identity.clock.pass(minutes: 2)
        #expect(try await site.register() != account)
        #expect(try await site.identity.audit().contains(.accountClosed))
    }

    @Test("the database holds neither numbers nor codes")
    func secrets() async throws {
        let site = try await Public(on: .sqlite)
        let outbox = OutboxSender(
            database: site.identity.database,
            key: SecretKey(randomness: SystemRandomness()),
            clock: site.identity.clock,
            randomness: SystemRandomness()
        )
        let code = try await site.code()
        try await outbox.send(.code(code, .register), to: Public.mobile)
        _ = try await site.register(Public.mobile, code)
        #expect(try await outbox.recent().map(\.message) == [.code(code, .register)])
        let texts = try await site.identity.database.read { reader in
            try [
                "SELECT sign_in_name FROM account", "SELECT sealed_mobile FROM public_account",
                "SELECT number_digest FROM one_time_code", "SELECT digest FROM one_time_code",
                "SELECT sealed FROM code_outbox", "SELECT subject FROM audit_entry", "SELECT remark FROM audit_entry",
            ].flatMap { (sql: SQL) in
                try reader.rows(sql).map { row -> String in try row[0] }
            }
        }
        #expect(texts.count > 6)
        for text in texts { #expect(!text.contains(Public.mobile) && !text.contains(code), "\(text)") }
        site.identity.clock.pass(minutes: 6)
        #expect(try await outbox.recent().isEmpty)
        try await site.accounts.sweep()
    }

    @Test("the real name is given once")
    func realName() async throws {
        let site = try await Public(on: .sqlite)
        let account = try await site.register()
        let principal = try await site.principal(account)
        for party in ["P1", "P2"] { try await site.accounts.name(principal, asParty: party, from: Public.address) }
        #expect(try await site.identity.store.principal(of: account)?.party == "P1")
    }

    @Test("no digit of a code is likelier than another", arguments: [1, 2, 3] as [UInt64])
    func digits(seed: UInt64) {
        let randomness = SeededRandomness(seed: seed)
        var first: [Character: Int] = [:]
        for _ in 1...20_000 { first[PublicAccounts.sixDigits(randomness).first ?? "x", default: 0] += 1 }
        #expect(first.count == 10)
        for (digit, count) in first { #expect((1_750...2_250).contains(count), "\(digit): \(count)") }
    }
}
