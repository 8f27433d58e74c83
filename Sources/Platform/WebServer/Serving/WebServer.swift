package import Cryptography
package import HTML
import Hummingbird
import HummingbirdCore
package import Kernel
package import Logging
import NIOCore
import ServiceLifecycle

/// The server: routes, gatekeeper and sessions in, a running service out.
///
/// It stops gracefully: it takes no new connection, ends event streams and waits for requests under way.
package struct WebServer<Keeper: Gatekeeper>: Service {
    /// What the server is put together from.
    package struct Parts: Sendable {
        package var routes: RouteTable<Keeper.Rule, Keeper.Principal>
        package var gatekeeper: Keeper
        package var sessions: any SessionStore
        /// Signs form tokens.
        package var forgeryKey: SecretKey
        /// Signs what a cookie carries.
        package var cookieKey: SecretKey
        package var site: SiteIdentity
        package var assets: AssetShelf
        /// A page of their own for refusals, where a surface has one; it is told whether the address is known.
        package var refusalPage: RefusalFrame?
        package var hub: EventHub
        /// Where pages that are alike for everybody are kept; without it they are made for each.
        package var kept: KeptPages?
        package var readiness: [ReadinessCheck]
        /// Addresses that begin so are a program's, even where they lead nowhere.
        package var programPrefix: String
        package var clock: any WallClock
        package var randomness: any Randomness

        package init(
            routes: RouteTable<Keeper.Rule, Keeper.Principal>,
            gatekeeper: Keeper,
            sessions: any SessionStore,
            forgeryKey: SecretKey,
            cookieKey: SecretKey,
            site: SiteIdentity,
            assets: AssetShelf = .design,
            refusalPage: RefusalFrame? = nil,
            hub: EventHub = EventHub(),
            kept: KeptPages? = nil,
            readiness: [ReadinessCheck] = [],
            programPrefix: String = "/api/",
            clock: any WallClock = SystemClock(),
            randomness: any Randomness = SystemRandomness()
        ) {
            self.routes = routes
            self.gatekeeper = gatekeeper
            self.sessions = sessions
            self.forgeryKey = forgeryKey
            self.cookieKey = cookieKey
            self.site = site
            self.assets = assets
            self.refusalPage = refusalPage
            self.hub = hub
            self.kept = kept
            self.readiness = readiness
            self.programPrefix = programPrefix
            self.clock = clock
            self.randomness = randomness
        }
    }

    private let parts: Parts
    private let settings: WebServerSettings
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// A server.
    ///
    /// - Parameters:
    ///   - parts: what it serves.
    ///   - settings: how it listens.
    ///   - logger: one line a request, without personal data.
    ///   - onListening: called with the port once connections are taken.
    package init(
        _ parts: Parts,
        settings: WebServerSettings,
        logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.parts = parts
        self.settings = settings
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until it is told to stop.
    package func run() async throws {
        let hub = parts.hub
        let heartbeat = settings.heartbeat
        let application = makeApplication()
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.run() }
                group.addTask {
                    while !Task.isCancelled {
                        try await Task.sleep(for: heartbeat)
                        hub.beat()
                    }
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } onGracefulShutdown: {
            hub.close()
        }
    }

    private func makeApplication() -> some ApplicationProtocol {
        let exchange = Exchange(parts: parts, settings: settings, logger: logger)
        let onListening = onListening
        let port = settings.port
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderListSize = 32 * 1024
        decoder.maxHeaderFieldSize = 16 * 1024
        decoder.maxHeaderFieldCount = 100
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: TimeAmount(settings.idleTimeout),
            httpDecoderConfiguration: decoder
        )
        let ready = ReadyAnswers(
            kept: parts.kept,
            assets: parts.assets,
            cookies: CookieText(isSecure: settings.transport == .tlsAtProxy),
            clock: parts.clock,
            randomness: parts.randomness,
            logger: logger
        )
        let patience = TimeAmount(settings.idleTimeout / 2)
        return Application(
            responder: exchange,
            server: HTTPServerBuilder { responder in
                ConnectionSetup(
                    usual: HTTP1Channel(responder: responder, configuration: configuration),
                    ready: ready,
                    patience: patience,
                    stall: TimeAmount(settings.idleTimeout)
                )
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(settings.maximumConnections)
            ),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }
}
