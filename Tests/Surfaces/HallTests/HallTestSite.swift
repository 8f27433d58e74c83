import Access
import BlobStore
import Bookings
import Casework
import Catalog
import Codes
import Cryptography
import Definitions
import Discretion
import EventLog
import HTML
import Hall
import Kernel
import Law
import Logging
import Participation
import Publicity
import Supervision
import TestHouse
import TestSupport
import TimeLimits
import WebServer

/// Lets visitors in where everybody may go, and who has signed in where parties may.
struct PublicDoor: Gatekeeper {
    let store: AccessStore

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Access.Principal? {
        var principal: Access.Principal?
        if let session = request.session {
            principal = try await store.principal(of: Account.ID(session.subject), session: session.key.hex)
        }
        switch AccessDecision.decide(principal, rule) {
        case .allowed: return principal
        case .refused(.notSignedIn): throw WebRefusal.signInNeeded(signInPath: HallPath.signIn(from: request.path))
        case .refused: throw WebRefusal.forbidden
        }
    }
}

/// Keeps the Hall's sessions in the identity store, as the program does; they do not age, since the house's clock
/// stands in March and the server's runs.
struct PublicSessions: SessionStore {
    let store: AccessStore

    func session(under key: Digest) async throws -> StoredSession? {
        try await store.session(under: key).map { session in
            StoredSession(subject: session.account.text, began: SystemClock().now, lastUsed: SystemClock().now)
        }
    }

    func begin(_ session: StoredSession, under key: Digest) async throws {
        try await store.beginSession(of: Account.ID(session.subject), under: key)
    }

    func touch(under key: Digest, at now: Instant) async throws {
        try await store.touchSession(under: key, at: now)
    }

    func end(under key: Digest) async throws { try await store.endSession(under: key) }
}

/// The Hall of the tests' small government, served on a free port.
struct HallTestSite: Sendable {
    let house: TestHouse
    let parts: HallParts
    let telephones: OutboxSender
    private let accounts: PublicAccounts
    private let folder: TemporaryFolder

    init(scanner: (any FileScanner)? = nil) async throws {
        house = try await TestHouse.open(
            migrations: AccessModule.migrations + PublicityModule.migrations + ParticipationModule.migrations
                + SupervisionModule.migrations + BookingsModule.migrations,
            families: PublicityModule.families + ParticipationModule.families + DiscretionModule.families
                + SupervisionModule.families + BookingsModule.families,
            projections: PublicityModule.projections + ParticipationModule.projections + SupervisionModule.projections
                + BookingsModule.projections,
            reactors: try PublicityModule.reactors(MaskingPolicy.shipped(), PublicityRules.shipped())
                + SupervisionModule.reactors(SupervisionModule.supervisor())
        )
        folder = try TemporaryFolder()
        telephones = OutboxSender(
            database: house.database,
            key: house.ring.key(for: .publicAccount),
            clock: house.clock,
            randomness: SystemRandomness()
        )
        accounts = PublicAccounts(
            access: AccessStore(
                database: house.database,
                hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
                clock: house.clock,
                randomness: SystemRandomness(),
                factorKey: house.ring.key(for: .secondFactor)
            ),
            realm: TestHouse.realm,
            sender: telephones,
            keys: PublicAccounts.Keys(
                number: house.ring.key(for: .blindIndex(field: "public-account/mobile")),
                seal: house.ring.key(for: .publicAccount)
            )
        )
        let identity = SiteIdentity(
            name: "广安区政务服务",
            subtitle: "行政权力公开透明运行",
            banner: "演示系统：人员、案件均为虚构，不产生法律效力",
            imprint: ["主办：广安区人民政府（演示）"]
        )
        let blobs = try BlobStore(folder: folder.path)
        parts = HallParts(
            log: house.log,
            realm: TestHouse.realm,
            search: CatalogSearch(),
            lifeEvents: try LifeEvents.shipped(),
            drafts: SubmissionDrafts(
                database: house.database,
                realm: TestHouse.realm,
                key: house.ring.key(for: .draft),
                clock: house.clock,
                randomness: SystemRandomness()
            ),
            blobs: blobs,
            files: ForeignFiles(blobs, scanner: scanner, clock: house.clock),
            queryKey: house.ring.key(for: .receipt),
            gists: try LawGists(Definitions.bytes("law/law-gists.json")),
            policy: try MaskingPolicy.shipped(),
            calendar: try NationalCalendar.load(),
            clocks: try ParticipationClocks.shipped(),
            publicSupervision: try PublicSupervision.shipped(),
            bookings: try BookingRules.shipped(),
            durations: ItemDurations.Rules(version: "test", days: 90, fewestCases: 1),
            screens: try ScreenRules(Definitions.bytes("hall/screens.json")),
            listKinds: try OfficialListKind.shipped(),
            divisions: try DivisionTable.national(),
            accounts: accounts,
            site: HallSite(
                identity: identity,
                assets: AssetShelf.design.pageAssets,
                division: "四川省广安市广安区",
                complaintLine: "0826-12345（演示）",
                officersEntrance: "/sign-in",
                publicAddress: "https://example.org",
                takesAccounts: true
            )
        )
    }

    /// Runs the server while `body` visits it.
    func serve(port: Int = 0, _ body: @Sendable (inout Visitor) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            WebServer<PublicDoor>.Parts(
                routes: try RouteTable(HallRoutes(parts).routes),
                gatekeeper: PublicDoor(store: accounts.access),
                sessions: PublicSessions(store: accounts.access),
                forgeryKey: house.ring.key(for: .forgeryToken),
                cookieKey: house.ring.key(for: .cookie),
                site: SiteIdentity(name: "测试", subtitle: "测试"),
                refusalPage: HallRoutes(parts).refusalPage
            ),
            settings: WebServerSettings(port: port),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { continuation.yield($0) }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            for await port in ports {
                var visitor = Visitor(RawClient(port: port))
                try await body(&visitor)
                break
            }
        }
    }
}
