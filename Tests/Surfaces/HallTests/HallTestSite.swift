import Access
import BlobStore
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
import TestHouse
import TestSupport
import TimeLimits
import WebServer

/// Lets everybody in where everybody may go; the Hall has no other routes.
struct OpenDoor: Gatekeeper {
    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Principal? {
        guard case .allowed = AccessDecision.decide(nil, rule) else { throw WebRefusal.forbidden }
        return nil
    }
}

/// The Hall of the tests' small government, served on a free port.
struct HallTestSite: Sendable {
    let house: TestHouse
    let parts: HallParts
    private let folder: TemporaryFolder

    init() async throws {
        house = try await TestHouse.open(
            migrations: PublicityModule.migrations + ParticipationModule.migrations,
            families: PublicityModule.families + ParticipationModule.families + DiscretionModule.families,
            projections: PublicityModule.projections + ParticipationModule.projections,
            reactors: try PublicityModule.reactors(MaskingPolicy.shipped(), PublicityRules.shipped())
        )
        folder = try TemporaryFolder()
        let identity = SiteIdentity(
            name: "广安区政务服务",
            subtitle: "行政权力公开透明运行",
            banner: "演示系统：人员、案件均为虚构，不产生法律效力",
            imprint: ["主办：广安区人民政府（演示）"]
        )
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
            blobs: try BlobStore(folder: folder.path),
            queryKey: house.ring.key(for: .receipt),
            gists: try LawGists(Definitions.bytes("law/law-gists.json")),
            policy: try MaskingPolicy.shipped(),
            calendar: try NationalCalendar.load(),
            clocks: try ParticipationClocks.shipped(),
            divisions: try DivisionTable.national(),
            site: HallSite(
                identity: identity,
                assets: AssetShelf.design.pageAssets,
                division: "四川省广安市广安区",
                complaintLine: "0826-12345（演示）",
                officersEntrance: "/sign-in",
                publicAddress: "https://example.org"
            )
        )
    }

    /// Runs the server while `body` visits it.
    func serve(port: Int = 0, _ body: @Sendable (inout Visitor) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            WebServer<OpenDoor>.Parts(
                routes: try RouteTable(HallRoutes(parts).routes),
                gatekeeper: OpenDoor(),
                sessions: MemorySessionStore(),
                forgeryKey: house.ring.key(for: .forgeryToken),
                cookieKey: house.ring.key(for: .cookie),
                site: SiteIdentity(name: "测试", subtitle: "测试")
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
