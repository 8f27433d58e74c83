import Access
import BlobStore
import Bookings
import Casework
import Catalog
import Cryptography
import Decisions
import Directory
import Discretion
import Documents
import EventLog
import Exchange
import HTML
import Kernel
import Logging
import Participation
import Parties
import Publicity
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer
import Workspace

/// Lets in by the rules of Access, as the program's own gatekeeper does.
struct DeskGatekeeper: Gatekeeper {
    let access: AccessStore
    let clock: any WallClock

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Access.Principal? {
        let principal = try await principal(of: request)
        switch AccessDecision.decide(principal, rule) {
        case .allowed: return principal
        case .refused(.notSignedIn): throw WebRefusal.signInNeeded(signInPath: WorkspacePath.signIn(from: request.path))
        case .refused(.factorMissing): throw WebRefusal.signInNeeded(signInPath: WorkspacePath.factor)
        case .refused(.passwordMustChange): throw WebRefusal.signInNeeded(signInPath: WorkspacePath.password)
        case .refused: throw WebRefusal.forbidden
        }
    }

    private func principal(of request: WebRequest) async throws -> Access.Principal? {
        guard let session = request.session else { return nil }
        return try await access.principal(
            of: Account.ID(session.subject),
            session: session.key.hex,
            today: clock.today
        )
    }
}

struct DeskSessions: SessionStore {
    let access: AccessStore

    func session(under key: Digest) async throws -> StoredSession? {
        try await access.session(under: key).map {
            StoredSession(subject: $0.account.text, began: $0.began, lastUsed: $0.lastUsed)
        }
    }

    func begin(_ session: StoredSession, under key: Digest) async throws {
        try await access.beginSession(of: Account.ID(session.subject), under: key)
    }

    func touch(under key: Digest, at now: Instant) async throws { try await access.touchSession(under: key, at: now) }

    func end(under key: Digest) async throws { try await access.endSession(under: key) }
}

/// The desk of the test house, with an account for every officer.
struct TestDesk {
    static let password = "Guangan-2026"

    private(set) var house: TestHouse
    let access: AccessStore
    let blobs: BlobStore
    let issuer: DocumentIssuer
    let confirmation: ConfirmationRoutes
    let listKinds: [OfficialListKind]
    let clocks: ParticipationClocks
    let masking: MaskingPolicy
    let publicity: PublicityRules
    let batches = BatchQueue()
    /// Judges files before they are opened, if set.
    var scanner: (any FileScanner)?
    private let folder: TemporaryFolder

    init(on engine: StorageEngine = .sqlite) async throws {
        house = try await TestHouse.open(
            on: engine,
            migrations: AccessModule.migrations + ParticipationModule.migrations + PublicityModule.migrations
                + ExchangeModule.migrations + DecisionsModule.migrations + DiscretionModule.migrations
                + BookingsModule.migrations + SupervisionModule.migrations,
            families: DiscretionModule.families + ParticipationModule.families + PublicityModule.families
                + DecisionsModule.families + BookingsModule.families + SupervisionModule.families,
            projections: DiscretionModule.projections + ParticipationModule.projections + PublicityModule.projections
                + DecisionsModule.projections + BookingsModule.projections + SupervisionModule.projections,
            reactors: try PublicityModule.reactors(MaskingPolicy.shipped(), PublicityRules.shipped())
        )
        confirmation = try ConfirmationRoutes.shipped()
        listKinds = try OfficialListKind.shipped()
        clocks = try ParticipationClocks.shipped()
        masking = try MaskingPolicy.shipped()
        publicity = try PublicityRules.shipped()
        folder = try TemporaryFolder()
        blobs = try BlobStore(folder: folder.path)
        access = AccessStore(
            database: house.database,
            hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
            clock: SystemClock(),
            randomness: SystemRandomness(),
            factorKey: SecretKey(randomness: SystemRandomness())
        )
        issuer = DocumentIssuer(
            log: house.log,
            blobs: blobs,
            renderer: DocumentRenderer(),
            checkKey: house.ring.key(for: .receipt),
            publicAddress: "https://example.org",
            isDemonstration: true
        )
        try await account("window", .reception, [.windowClerk, .establishmentOffice])
        try await account("handler", .handle, [.caseOfficer])
        try await account("reviewer", .review, [.reviewer, .catalogConfirmer, .legalOffice])
        try await account("approver", .approve, [.approver, .catalogPublisher])
        try await account("keeper", .handle, [.catalogKeeper], index: 1)
    }

    /// Fills the posts that only some powers need, and gives their officers accounts.
    mutating func employEverybody() async throws {
        try await house.appointReviewerAndChair()
        try await account("legal", .legalReview, [.legalReviewer])
        try await account("chair", .hearingChair, [.caseOfficer])
    }

    private func account(
        _ name: SignInName,
        _ responsibility: Responsibility,
        _ roles: [Role],
        index: Int = 0
    ) async throws {
        let officer = try house.officer(responsibility, index)
        let account = try await access.createAccount(
            name,
            for: .officer(Officer.ID(officer.id)),
            in: TestHouse.realm,
            displayName: "演示\(responsibility.chinese)",
            password: TestDesk.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        try await access.setRoles(roles.map { RoleGrant($0, .agency) }, of: account, by: nil, from: "test")
    }

    /// Puts an officer into one more post.
    func appoint(_ officer: Actor, to responsibility: Responsibility, on day: Day) async throws {
        let post = try #require(try house.officer(responsibility).post)
        let clerk = Actor(kind: .officer, id: "founder")
        try await house.submit(AppointOfficer(Officer.ID(officer.id), to: Post.ID(post), from: day), by: clerk)
    }

    var alerts: AlertStore {
        AlertStore(
            log: house.log,
            realm: TestHouse.realm,
            key: house.ring.key(for: .alert),
            clock: house.clock,
            randomness: SystemRandomness(),
            links: AlertLinks(
                desk: { "https://example.org\(WorkspacePath.desk)/\($0)" },
                opinions: "https://example.org\(WorkspacePath.opinions)",
                legalTasks: "https://example.org\(WorkspacePath.legalTasks)",
                disputes: "https://example.org\(WorkspacePath.disputes)",
                findings: { "https://example.org/supervision/findings/\($0)" },
                orders: { "https://example.org/supervision/orders/\($0)" },
                scores: { "https://example.org/supervision/scores/\($0)" },
                hall: "https://example.org"
            )
        )
    }

    var uploads: Uploads {
        Uploads(
            database: house.database,
            blobs: blobs,
            realm: TestHouse.realm,
            key: house.ring.key(for: .draft),
            clock: house.clock,
            randomness: SystemRandomness()
        )
    }

    var workspace: Workspace {
        Workspace(
            access: access,
            log: house.log,
            blobs: blobs,
            drafts: SubmissionDrafts(
                database: house.database,
                realm: TestHouse.realm,
                key: house.ring.key(for: .draft),
                clock: house.clock,
                randomness: house.log.randomness
            ),
            uploads: uploads,
            issuer: issuer,
            catalogSearch: CatalogSearch(),
            names: NameIndex(ring: house.ring),
            confirmation: confirmation,
            listKinds: listKinds,
            alerts: alerts,
            files: ForeignFiles(blobs, scanner: scanner, clock: house.clock),
            clocks: clocks,
            masking: masking,
            publicity: publicity,
            queryKey: house.ring.key(for: .receipt),
            publicAddress: "http://hall.example",
            frame: WorkspaceFrame(
                site: SiteIdentity(
                    name: "衡鉴",
                    subtitle: "行政权力公开透明运行 · 演示",
                    banner: "演示系统：人员、案件均为虚构，不产生法律效力"
                ),
                assets: AssetShelf.design.pageAssets
            ),
            batches: batches,
            logger: Logger(label: "desk") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Runs the desk on a free port while `body` talks to it.
    func serve(_ body: @Sendable (Int) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            WebServer<DeskGatekeeper>.Parts(
                routes: try RouteTable(workspace.routes),
                gatekeeper: DeskGatekeeper(access: access, clock: house.clock),
                sessions: DeskSessions(access: access),
                forgeryKey: house.ring.key(for: .forgeryToken),
                cookieKey: house.ring.key(for: .cookie),
                site: SiteIdentity(name: "衡鉴", subtitle: "演示")
            ),
            settings: WebServerSettings(port: 0),
            logger: Logger(label: "desk") { _ in SwiftLogNoOpLogHandler() }
        ) { continuation.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            for await port in ports {
                try await body(port)
                break
            }
        }
    }
}
