import Database
import Access
import BlobStore
import Casework
import Cryptography
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Logging
import Participation
import Publicity
import Supervision
import TestHouse
import TestSupport
import WebServer

@testable import SupervisionDesk

/// A small government under supervision, and the desk that looks at it, served over HTTP.
struct TestDesk: Sendable {
    let house: TestHouse
    let supervisor: Supervisor
    let orderLimits: OrderLimits
    let scoreSchemes: ScoreSchemes
    let recipients: FindingRecipients
    let duties: SupervisionDuties
    let masking: MaskingPolicy
    let publicity: PublicityRules
    let publicSupervision: PublicSupervision
    let hub = EventHub(capacity: 16, buffer: 32)
    let wall: LiveWall
    let trials: RuleTrials
    let blobs: BlobStore
    let access: AccessStore
    /// Judges files before they are opened, if set.
    var scanner: (any FileScanner)?
    private let folder: TemporaryFolder
    let principals: [String: Principal]
    /// Who asks when a request names nobody; `nil` is a visitor.
    var usual: String?

    init(on engine: StorageEngine = .sqlite) async throws {
        supervisor = try SupervisionModule.supervisor()
        orderLimits = try OrderLimits.shipped()
        scoreSchemes = try ScoreSchemes.shipped()
        recipients = try FindingRecipients.shipped()
        duties = try SupervisionDuties.shipped()
        masking = try MaskingPolicy.shipped()
        publicity = try PublicityRules.shipped()
        publicSupervision = try PublicSupervision.shipped()
        house = try await TestHouse.open(
            on: engine,
            migrations: AccessModule.migrations + ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections,
            reactors: SupervisionModule.reactors(supervisor)
        )
        folder = try TemporaryFolder()
        blobs = try BlobStore(folder: folder.path)
        access = AccessStore(
            database: house.database,
            hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
            clock: house.clock,
            randomness: SystemRandomness(),
            factorKey: SecretKey(randomness: SystemRandomness())
        )
        wall = LiveWall(log: house.log, realm: TestHouse.realm, hub: hub)
        trials = RuleTrials(house.log, TestHouse.realm, supervisor)
        principals = try await TestDesk.settle(house)
    }

    var parts: SupervisionDeskParts {
        SupervisionDeskParts(
            log: house.log,
            realm: TestHouse.realm,
            supervisor: supervisor,
            orderLimits: orderLimits,
            scoreSchemes: scoreSchemes,
            recipients: recipients,
            duties: duties,
            masking: masking,
            publicity: publicity,
            renderer: DocumentRenderer(),
            isDemonstration: true,
            wall: wall,
            blobs: blobs,
            files: ForeignFiles(blobs, scanner: scanner, clock: house.clock),
            access: access,
            publicSupervision: publicSupervision,
            queryKey: house.ring.key(for: .receipt),
            steps: StepTableKeeper(house.log, TestHouse.realm),
            trials: trials,
            site: SiteIdentity(name: "行政权力运行监察平台", subtitle: "四川省广安市广安区", banner: "演示系统：人员与办件均为虚构"),
            assets: AssetShelf.design.pageAssets,
            signOutPath: "/sign-out"
        )
    }

    var routes: [SupervisionDeskRoute] { SupervisionDeskRoutes(parts).routes }

    /// Moves the clock and raises what has come due by then.
    func wait(until day: Day) async throws {
        house.clock.set(day)
        _ = try await DueTimers(house.log, supervisor).fire(TestHouse.realm, now: house.clock.now)
    }

    /// Registers and accepts a new case, of which nobody then takes care.
    @discardableResult
    func neglectedCase(name: String = "张三") async throws -> SubmitApplication.Answer {
        let answer = try await house.apply(name: name)
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            let command = CompleteStep(
                caseFile: answer.caseFile,
                seen: try await house.state(answer.caseFile).version,
                step: .init(step),
                outcome: .init(outcome),
                opinion: "材料齐全",
                details: .none
            )
            try await house.submit(command, by: house.officer(.reception))
        }
        return answer
    }

    /// Runs desk and live feed on a free port while `body` talks to them.
    func serve(port: Int = 0, _ body: @Sendable (RawClient) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            WebServer<TestGatekeeper>.Parts(
                routes: try RouteTable(routes),
                gatekeeper: TestGatekeeper(principals: principals, usual: usual),
                sessions: MemorySessionStore(),
                forgeryKey: try SecretKey(bytes: [UInt8](repeating: 7, count: 32)),
                cookieKey: try SecretKey(bytes: [UInt8](repeating: 8, count: 32)),
                site: SiteIdentity(name: "测试", subtitle: "测试"),
                hub: hub
            ),
            settings: WebServerSettings(port: port),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: { continuation.yield($0) }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { [wall] in await wall.run { _ in } }
            defer { group.cancelAll() }
            for await port in ports {
                try await body(RawClient(port: port))
                break
            }
        }
    }
}

/// Lets in by the rules of Access whomever the request names.
struct TestGatekeeper: Gatekeeper {
    let principals: [String: Principal]
    let usual: String?

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Principal? {
        let principal = (request.header("X-Principal") ?? usual).flatMap { principals[$0] }
        switch AccessDecision.decide(principal, rule) {
        case .allowed: return principal
        case .refused(.notSignedIn): throw WebRefusal.signInNeeded(signInPath: "/sign-in")
        case .refused: throw WebRefusal.forbidden
        }
    }
}

extension TestDesk {
    /// The supervising agency with one supervisor, and who may ask for what.
    private static func settle(_ house: TestHouse) async throws -> [String: Principal] {
        let clerk = Actor(kind: .officer, id: "founder")
        let since: Day = "2026-01-05"
        guard let division = Division.Code(TestHouse.division) else { return [:] }
        let profile = Agency.Profile(
            code: "11511602MB1234567X",
            name: "演示区司法局",
            shortName: "演示司",
            division: division
        )
        let bureau = try await house.submit(RegisterAgency(profile, from: since), by: clerk)
        let post = try await house.submit(
            CreatePost("行政执法监督岗", for: .supervision, in: bureau, from: since),
            by: clerk
        )
        let officer = try await house.submit(RegisterOfficer("演示监察", of: bureau, from: since), by: clerk)
        try await house.submit(AppointOfficer(officer, to: post, from: since), by: clerk)
        let terms = Certificate.Terms(
            number: "23169000001",
            kind: .supervision,
            scope: EnforcementCategory.allCases,
            area: division,
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: "2028-12-31"
        )
        try await house.qualify(officer, on: since)
        try await house.submit(IssueCertificate(terms, to: officer), by: clerk)
        let second = try await house.submit(RegisterOfficer("演示监察乙", of: bureau, from: since), by: clerk)
        try await house.submit(AppointOfficer(second, to: post, from: since), by: clerk)
        let secondTerms = Certificate.Terms(
            number: "23169000002",
            kind: .supervision,
            scope: EnforcementCategory.allCases,
            area: division,
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: "2028-12-31"
        )
        try await house.qualify(second, on: since)
        try await house.submit(IssueCertificate(secondTerms, to: second), by: clerk)
        let handler = try house.officer(.handle)
        return [
            "supervisor": try await principal(house, officer, "演示监察", RoleGrant(.supervisor, .division), bureau),
            "colleague": try await principal(house, second, "演示监察乙", RoleGrant(.supervisor, .division), bureau),
            "officer": try await principal(
                house,
                Officer.ID(handler.id),
                "演示承办甲",
                RoleGrant(.caseOfficer, .agency),
                house.agency
            ),
            "clerk": try await principal(
                house,
                Officer.ID(try house.officer(.reception).id),
                "演示窗口",
                RoleGrant(.windowClerk, .agency),
                house.agency
            ),
            "inspector": try await principal(
                house,
                Officer.ID(try house.officer(.review).id),
                "演示内部监督",
                RoleGrant(.supervisor, .agency),
                house.agency
            ),
            "stranger": try await principal(
                house,
                officer,
                "外单位承办人",
                RoleGrant(.caseOfficer, .agency),
                bureau
            ),
        ]
    }

    private static func principal(
        _ house: TestHouse,
        _ officer: Officer.ID,
        _ name: String,
        _ grant: RoleGrant,
        _ agency: Agency.ID
    ) async throws -> Principal {
        let posts = try await house.database.read { reader in
            try reader.posts(of: officer, in: TestHouse.realm, on: "2026-03-02")
        }
        return Principal(
            account: "A1",
            holder: .officer(officer),
            realm: TestHouse.realm,
            displayName: name,
            grants: [grant],
            agency: agency,
            division: Division.Code(TestHouse.division),
            posts: posts
        )
    }
}
