import Access
import Administration
import Composition
import Cryptography
import Database
import Demonstration
import Directory
import EventLog
import Foundation
import Kernel
import Logging
import SQLiteDriver
import Synchronization
import TestSupport
import WebServer

@testable import hengjian

/// The whole program over an empty house with two agencies and an account for whoever is asked for, served over HTTP.
struct ServedHouse {
    static let password = "Guangan-2026"
    let house: House
    let store: AccessStore
    let surfaces: MountedSurfaces
    let agencies: [Agency.ID]
    let port: Int
    private let folder: TemporaryFolder

    /// Opens the house, serves it while `body` runs, and closes it.
    ///
    /// - Parameters:
    ///   - cases: how many cases of the demonstration it holds, with its agencies; an empty house with two agencies when
    ///     `nil`.
    ///   - body: what is done with it.
    /// - Throws: what `body` and the house throw.
    static func open(
        withDemonstration cases: Int? = nil,
        _ body: (ServedHouse) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.file("data"))
        let database = try await SQLiteDatabase.inMemory()
        try await Migrator(Modules.migrations).migrate(database)
        let house = try await House.found(
            database,
            .sqlite(path: ":memory:"),
            data,
            ring: try data.makeRing(),
            isDemonstration: true
        )
        if let cases { try await fill(house, cases) }
        let listening = Mutex<Int?>(nil)
        let server = HouseServer(
            house: house,
            listen: ListenAddress(host: "127.0.0.1", port: 0),
            publicAddress: "https://example.org",
            // Nobody listens there: these tests are about who reaches the routes.
            provider: try ProviderSettings(
                issuer: "http://127.0.0.1:1",
                client: "hengjian",
                secret: "none",
                returnAddress: "https://example.org/sign-in/provider/return"
            ),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { port in listening.withLock { $0 = port } }
        let surfaces = try server.surfaces()
        let web = try server.web(surfaces)
        let running = Task { try await web.run() }
        defer { running.cancel() }
        while listening.withLock({ $0 }) == nil { try await Task.sleep(for: .milliseconds(5)) }
        let port = listening.withLock { $0 } ?? 0
        var agencies: [Agency.ID] = []
        for (code, name) in cases != nil
            ? []
            : [("11511301008778183N", "演示区教育局"), ("11511602MB1234567X", "演示区司法局")]
        {
            let profile = Agency.Profile(code: code, name: name, shortName: name, division: "511602")
            agencies.append(try await house.submit(RegisterAgency(profile, from: "2026-01-05")))
        }
        try await body(
            ServedHouse(
                house: house,
                store: surfaces.store,
                surfaces: surfaces,
                agencies: agencies,
                port: port,
                folder: folder
            )
        )
        running.cancel()
        await house.close()
    }

    private static func fill(_ house: House, _ cases: Int) async throws {
        let demonstration = Demonstration(
            DemonstrationPlan(seed: 3, cases: cases, lastDay: SystemClock().today - 1),
            on: house.database,
            realm: house.realm,
            ring: house.ring,
            modules: house.modules,
            blobs: house.blobs
        ) { _ in }
        _ = try await demonstration.load(accounts: house.accessStore)
    }

    /// Makes an account with one role; administrators hold no post, all others work in an agency.
    func account(_ name: SignInName, _ grants: [RoleGrant], in agency: Int = 0) async throws -> Account.ID {
        let holder: AccountHolder
        if grants.contains(where: { $0.role.isAdministrator }) {
            holder = .administrator(name.text)
        } else {
            let officer = RegisterOfficer("演示\(name.text)", of: agencies[agency], from: "2026-01-05")
            holder = .officer(try await house.submit(officer))
        }
        let account = try await store.createAccount(
            name,
            for: holder,
            in: house.realm,
            displayName: name.text,
            password: Self.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        try await store.setRoles(grants, of: account, by: nil, from: "test")
        return account
    }

    /// Begins a session as the server does and returns its cookie.
    func cookie(_ account: Account.ID) async throws -> String {
        let identifier = SystemRandomness().bytes(32)
        try await store.beginSession(of: account, under: SHA256Hash.of(identifier))
        return "Cookie: hengjian_session=\(Hexadecimal.encode(identifier))"
    }

    /// Opens an account of the public, begins a session as the server does, and returns its cookie's value.
    func publicAccount(_ mobile: String) async throws -> (account: Account.ID, identifier: String) {
        let accounts = house.publicAccounts()
        try await accounts.sendCode(to: mobile, for: .register, from: "test")
        let sent = try await house.outbox.recent().first { $0.mobile == mobile }
        guard case .code(let code, _)? = sent?.message else { throw AccessError.codeWrong }
        let account = try await accounts.register(mobile: mobile, code: code, password: Self.password, from: "test")
        let signedIn = try await post(
            "/me/sign-in",
            [("mobile", mobile), ("password", Self.password)],
            from: "/me/sign-in"
        )
        let cookie = signedIn.cookies.first { $0.hasPrefix("hengjian_public=") }
        return (account, String((cookie ?? "").dropFirst("hengjian_public=".count).prefix { $0 != ";" }))
    }

    /// Does the rows of bulk runs until none is open, as the server does in the background.
    func work() async throws {
        try await BulkWork.runner(log: house.log, realm: house.realm, hub: surfaces.hub).turn()
    }

    func get(_ path: String, _ cookie: String? = nil) async throws -> RawAnswer {
        try await RawClient(port: port).send("GET", path, headers: cookie.map { [$0] } ?? [])
    }

    /// Sends a file in a form with the token of a page that the visitor has just opened.
    func upload(
        _ file: [UInt8],
        named name: String,
        to path: String,
        from page: String,
        _ cookie: String
    ) async throws
        -> RawAnswer
    {
        let opened = try await get(page, cookie)
        let token = opened.field("_token") ?? ""
        let (begin, end) = ("--part\r\nContent-Disposition: form-data; name=", "\r\n--part--\r\n")
        let head = "\(begin)\"_token\"\r\n\r\n\(token)\r\n\(begin)\"file\"; filename=\"\(name)\"\r\n\r\n"
        let type = "Content-Type: multipart/form-data; boundary=part"
        let visitor = opened.cookies.compactMap { $0.split(separator: ";").first.map(String.init) }
        let cookies = ([cookie] + visitor).joined(separator: "; ")
        let body = Array(head.utf8) + file + Array(end.utf8)
        return try await RawClient(port: port).send("POST", path, headers: [cookies, type], body: body)
    }

    /// Sends a form with the token of a page that the visitor has just opened.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        from page: String,
        _ cookie: String? = nil
    ) async throws -> RawAnswer {
        let opened = try await get(page, cookie)
        let visitor = opened.cookies.compactMap { $0.split(separator: ";").first.map(String.init) }
        let token = opened.field("_token").map { [("_token", $0)] } ?? []
        let key = [("_key", SystemRandomness().code(20))]
        let body = (token + key + fields).map { "\(URLText.encode($0.0))=\(URLText.encode($0.1))" }
            .joined(separator: "&")
        let cookies = [cookie.map { String($0.dropFirst("Cookie: ".count)) }].compactMap(\.self) + visitor
        let header = cookies.isEmpty ? [] : ["Cookie: \(cookies.joined(separator: "; "))"]
        return try await RawClient(port: port).form(path, body, headers: header)
    }
}

extension House {
    func submit<C: Command>(_ command: C) async throws -> C.Answer {
        let act = Act(realm: realm, actor: .system("test"), key: SystemRandomness().code(20))
        return try await log.submit(command, as: act).answer
    }
}
