import Codes
import Access
import BlobStore
import CanonicalJSON
import Casework
import Catalog
import Cryptography
import Decisions
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Logging
import Participation
import Processes
import Publicity
import RESTAPI
import Supervision
import TestHouse
import TestSupport
import WebServer

@testable import hengjian

/// A small government with the interface in front of it, and a token for each of its officers.
struct TestAPI: Sendable {
    static let password = "Guangan-2026"

    /// Who calls: the officers of the house, one of another agency, and the administrator who has none.
    enum Caller: String, CaseIterable, Sendable {
        case window, handler, colleague, reviewer, approver, legal, chair, stranger
    }

    let house: TestHouse
    let access: AccessStore
    /// The agency of the stranger.
    let neighbor: TestHouse
    let penalty: PowerItem.ID
    let officers: [Caller: Actor]
    private(set) var accounts: [Caller: Account.ID] = [:]
    private(set) var tokens: [Caller: String] = [:]
    private let folder: TemporaryFolder
    let api: RESTAPI

    init(on engine: StorageEngine = .sqlite, _ template: ProcessTemplate = .penaltyOrdinary) async throws {
        let (masking, publicity) = (try MaskingPolicy.shipped(), try PublicityRules.shipped())
        var house = try await TestHouse.open(
            on: engine,
            migrations: AccessModule.migrations + SupervisionModule.migrations + PublicityModule.migrations
                + DecisionsModule.migrations,
            families: SupervisionModule.families + PublicityModule.families + DecisionsModule.families,
            projections: SupervisionModule.projections + PublicityModule.projections + DecisionsModule.projections,
            reactors: SupervisionModule.reactors(try SupervisionModule.supervisor())
                + PublicityModule.reactors(masking, publicity)
        )
        try await house.appointReviewerAndChair()
        penalty = try await house.publish(template, .penalty, named: "对无证办学的处理")
        neighbor = try await house.neighbor()
        officers = [
            .window: try house.officer(.reception), .handler: try house.officer(.handle),
            .colleague: try house.officer(.handle, 1), .reviewer: try house.officer(.review),
            .approver: try house.officer(.approve), .legal: try house.officer(.legalReview),
            .chair: try house.officer(.hearingChair), .stranger: try neighbor.officer(.handle),
        ]
        self.house = house
        folder = try TemporaryFolder()
        let blobs = try BlobStore(folder: folder.path)
        access = AccessStore(
            database: house.database,
            hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
            clock: house.clock,
            randomness: SystemRandomness(),
            factorKey: SecretKey(randomness: SystemRandomness())
        )
        api = RESTAPI(
            RESTAPI.Parts(
                access: access,
                log: house.log,
                blobs: blobs,
                issuer: DocumentIssuer(
                    log: house.log,
                    blobs: blobs,
                    renderer: DocumentRenderer(),
                    checkKey: house.ring.key(for: .receipt),
                    publicAddress: "https://example.org",
                    isDemonstration: true
                ),
                masking: masking,
                publicity: publicity,
                queryKey: house.ring.key(for: .receipt),
                site: SiteIdentity(name: "衡鉴", subtitle: "演示"),
                assets: AssetShelf.design.pageAssets,
                logger: Logger(label: "api") { _ in SwiftLogNoOpLogHandler() }
            )
        )
        for caller in Caller.allCases { try await register(caller) }
    }

    private mutating func register(_ caller: Caller) async throws {
        guard let officer = officers[caller], let name = SignInName(caller.rawValue) else { return }
        let account = try await access.createAccount(
            name,
            for: .officer(Officer.ID(officer.id)),
            in: TestHouse.realm,
            displayName: caller.rawValue,
            password: TestAPI.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        let roles: [Role] =
            switch caller {
            case .window: [.windowClerk]
            case .handler, .colleague, .stranger: [.caseOfficer]
            case .reviewer: [.reviewer]
            case .approver: [.approver]
            case .legal: [.legalReviewer]
            case .chair: [.caseOfficer]
            }
        try await access.setRoles(roles.map { RoleGrant($0, .agency) }, of: account, by: nil, from: "test")
        accounts[caller] = account
        tokens[caller] = try await issue(caller).text
    }

    /// Makes one more token of an officer.
    func issue(_ caller: Caller, _ scope: TokenScope = .act, through day: Day = "2027-01-31") async throws -> TokenText
    {
        guard let account = accounts[caller],
            let principal = try await access.principal(of: account, today: house.clock.today)
        else { throw AccessError.unknownSession }
        return try await access.issueToken(
            for: "测试系统",
            at: Directory.Post.ID(officers[caller]?.post ?? ""),
            scope: scope,
            through: day,
            to: principal,
            password: TestAPI.password,
            on: house.clock.today,
            from: "test"
        )
    }

    /// Serves the interface while `body` talks to it.
    func serve(_ body: @Sendable (APIClient) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            WebServer<AccessGatekeeper>.Parts(
                routes: try RouteTable(api.routes),
                gatekeeper: AccessGatekeeper(store: access, clock: house.clock),
                sessions: AccountSessions(store: access),
                forgeryKey: house.ring.key(for: .forgeryToken),
                cookieKey: house.ring.key(for: .cookie),
                site: SiteIdentity(name: "衡鉴", subtitle: "演示")
            ),
            settings: WebServerSettings(port: 0),
            logger: Logger(label: "api") { _ in SwiftLogNoOpLogHandler() }
        ) { continuation.yield($0) }
        let contract = try Contract.recorded()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            for await port in ports {
                try await body(APIClient(client: RawClient(port: port), tokens: tokens, contract: contract))
                break
            }
        }
    }

    /// How far the log has come: what changed nothing leaves it where it was.
    func position() async throws -> Int64 { try await house.log.read(TestHouse.realm) { try $0.nextPosition() } }
}

extension TestAPI {
    /// Begins a session as a browser has it, and returns its cookie.
    func cookie(_ account: Account.ID) async throws -> String {
        let identifier = SystemRandomness().bytes(32)
        try await access.beginSession(of: account, under: SHA256Hash.of(identifier))
        return "Cookie: hengjian_session=\(Hexadecimal.encode(identifier))"
    }

    /// Takes an officer out of the post from tomorrow on, and lets tomorrow come.
    func relieve(_ officer: Actor) async throws {
        let relieve = RelieveOfficer(
            Officer.ID(officer.id),
            of: Directory.Post.ID(officer.post ?? ""),
            from: house.clock.today + 1,
            reason: "岗位调整"
        )
        try await house.submit(relieve, by: Actor(kind: .officer, id: "founder"))
        house.clock.set(house.clock.today + 1)
    }
}
