import Access
import Administration
import BlobStore
import Composition
import Cryptography
import Database
import Decisions
import Directory
import Documents
import EventLog
import Exchange
import Gateways
import HTML
import Hall
import Kernel
import Logging
import ServiceLifecycle
import Supervision
import SupervisionDesk
import UnixSignals
import WebServer
import Workspace

/// The server and its background work, put together from an open house.
struct HouseServer {
    let house: House
    let listen: ListenAddress
    /// Scheme and host under which the public reaches the program, for the codes on documents.
    let publicAddress: String
    /// The government's identity provider, if it has one.
    var provider: ProviderSettings?
    /// What takes alerts out of the program; without it they stay on the desk.
    var carrier: AlertGateway?
    /// Judges files from outside before they are opened, if the operator has a scanner.
    var scanner: ScannerGateway?
    let logger: Logger
    let onListening: @Sendable (Int) async -> Void

    /// Serves until a stop signal, then finishes what is under way and closes the database.
    func run() async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: try services().map {
                    .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }

    /// The surfaces with all they share.
    func surfaces() throws -> MountedSurfaces {
        let hub = EventHub()
        let renderer = DocumentRenderer()
        let authority = try house.documentAuthority
        return MountedSurfaces(
            house: house,
            store: house.accessStore,
            hub: hub,
            site: SiteIdentity(
                name: "衡鉴",
                subtitle: house.isDemonstration ? "行政权力公开透明运行 · 演示" : "行政权力公开透明运行",
                banner: house.isDemonstration ? "演示系统：人员、案件均为虚构，不产生法律效力" : nil,
                footerLinks: HallPath.footer,
                imprint: ["本网站由衡鉴运行；每一次办理都留有不可更改的记录，可以核验。"]
            ),
            wall: LiveWall(log: house.log, realm: house.realm, hub: hub),
            trials: RuleTrials(house.log, house.realm, house.modules.supervisor),
            issuer: DocumentIssuer(
                log: house.log,
                blobs: house.blobs,
                renderer: renderer,
                checkKey: house.ring.key(for: .receipt),
                publicAddress: publicAddress,
                isDemonstration: house.isDemonstration,
                authority: authority
            ),
            authority: authority,
            alerts: alerts,
            files: ForeignFiles(house.blobs, scanner: scanner, clock: SystemClock()),
            accounts: house.publicAccounts(sendingBy: carrier.flatMap { $0.sendsMessages ? $0 : nil }),
            renderer: renderer,
            publicAddress: publicAddress,
            provider: provider.map(identityProvider),
            logger: logger
        )
    }

    private var alerts: AlertStore {
        house.alerts(
            links: AlertLinks(
                desk: { [publicAddress] in publicAddress + WorkspacePath.caseFile($0) },
                opinions: publicAddress + WorkspacePath.opinions,
                legalTasks: publicAddress + WorkspacePath.legalTasks,
                disputes: publicAddress + WorkspacePath.disputes,
                findings: { [publicAddress] in "\(publicAddress)\(SupervisionPath.findings)/\($0)" },
                orders: { [publicAddress] in "\(publicAddress)\(SupervisionPath.orders)/\($0)" },
                scores: { [publicAddress] in "\(publicAddress)\(SupervisionPath.scores)/\($0)" },
                hall: publicAddress + HallPath.follow
            ),
            carrier: carrier
        )
    }

    private func identityProvider(_ settings: ProviderSettings) -> IdentityProvider {
        IdentityProvider(
            settings: settings,
            line: ProviderGateway(gateway: Gateway()),
            key: house.ring.key(for: .providerSignIn),
            clock: SystemClock(),
            randomness: house.randomness
        )
    }

    /// The web server over the surfaces.
    func web(_ surfaces: MountedSurfaces) throws -> WebServer<AccessGatekeeper> {
        let (database, commits) = (house.database, house.log.commits)
        return WebServer(
            WebServer.Parts(
                routes: try surfaces.routes(),
                gatekeeper: AccessGatekeeper(store: surfaces.store, clock: house.clock),
                sessions: AccountSessions(store: surfaces.store),
                forgeryKey: house.ring.key(for: .forgeryToken),
                cookieKey: house.ring.key(for: .cookie),
                site: surfaces.site,
                refusalPage: try surfaces.refusalPage,
                hub: surfaces.hub,
                kept: KeptPages(clock: house.clock) { commits.announced },
                readiness: [
                    ReadinessCheck("database") { (try? await database.read { try $0.realmHeads() }) != nil }
                ]
            ),
            settings: WebServerSettings(host: listen.host, port: listen.port),
            logger: logger,
            onListening: onListening
        )
    }

    private func services() throws -> [any Service] {
        let surfaces = try surfaces()
        return [try web(surfaces), WallFeed(wall: surfaces.wall, logger: logger)] + periodicWork(surfaces)
    }

    private func periodicWork(_ surfaces: MountedSurfaces) -> [any Service] {
        let alerts = surfaces.alerts
        let follower = DocumentFollower(issuer: surfaces.issuer, log: house.log, realm: house.realm)
        let bulk = BulkWork.runner(log: house.log, realm: house.realm, hub: surfaces.hub)
        let timers = house.timers
        return [
            PeriodicWork(name: "checkpoint", interval: .seconds(900), logger: logger) { [house] in
                try await house.keepCheckpoint()
                try await house.keepAuditMark()
            },
            PeriodicWork(name: "housekeeping", interval: .seconds(86_400), logger: logger) { [house, alerts, logger] in
                let swept = try await house.sweep()
                try await alerts.sweep()
                logger.notice(
                    "swept",
                    metadata: [
                        "drafts": "\(swept.drafts)", "uploads": "\(swept.uploads)", "keys": "\(swept.keys)",
                        "blobs": "\(swept.blobs)",
                    ]
                )
            },
            PeriodicWork(name: "bulk", interval: .seconds(1), logger: logger) { try await bulk.turn() },
            PeriodicWork(name: "batches of cases", interval: .seconds(1), logger: logger) {
                try await surfaces.workspace.workThroughBatches()
            },
            PeriodicWork(name: "rule trials", interval: .seconds(1), logger: logger) {
                try await surfaces.trials.turn()
            },
            PeriodicWork(name: "documents", interval: .seconds(30), logger: logger) { try await follower.turn() },
            PeriodicWork(name: "alerts", interval: .seconds(10), logger: logger) { [alerts, logger] in
                try await alerts.write()
                let round = try await alerts.send()
                guard round.failed > 0 else { return }
                logger.warning("alerts did not go out", metadata: ["count": "\(round.failed)"])
            },
            PeriodicWork(name: "timers", interval: .seconds(30), logger: logger) { [house, timers, logger] in
                let report = try await timers.fire(house.clock.now)
                for (caseFile, error) in report.failures {
                    logger.error("supervision failed", metadata: ["case": "\(caseFile)", "error": "\(error)"])
                }
                guard report.findings > 0 else { return }
                logger.notice("findings raised", metadata: ["count": "\(report.findings)"])
            },
        ]
    }
}

/// Keeps the supervisors' walls up to date while the server runs.
private struct WallFeed: Service {
    let wall: LiveWall
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await wall.run { error in
                logger.error("the wall could not be read", metadata: ["error": "\(error)"])
            }
        }
    }
}
