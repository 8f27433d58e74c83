/// How the server listens and what it bears.
package struct WebServerSettings: Hashable, Sendable {
    /// How visitors reach the server.
    package enum Transport: Hashable, Sendable {
        /// Without TLS: for one machine and for trials.
        case plain
        /// Behind a proxy that speaks TLS: cookies are secure and bound to the host, and browsers stay with TLS.
        case tlsAtProxy
    }

    package var host: String
    /// 0 takes a free port, which is reported once the server listens.
    package var port: Int
    package var transport: Transport
    /// Addresses of proxies whose word on the visitor's address is believed.
    package var trustedProxies: Set<String>
    package var maximumConnections: Int
    /// A connection on which nothing arrives is closed after this time.
    package var idleTimeout: Duration
    /// The longest time in which a body must have come in whole.
    package var bodyTimeout: Duration
    package var heartbeat: Duration
    package var sessionLifetime: SessionLifetime

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        transport: Transport = .plain,
        trustedProxies: Set<String> = [],
        maximumConnections: Int = 4_000,
        idleTimeout: Duration = .seconds(30),
        bodyTimeout: Duration = .seconds(300),
        heartbeat: Duration = .seconds(15),
        sessionLifetime: SessionLifetime = SessionLifetime()
    ) {
        self.host = host
        self.port = port
        self.transport = transport
        self.trustedProxies = trustedProxies
        self.maximumConnections = maximumConnections
        self.idleTimeout = idleTimeout
        self.bodyTimeout = bodyTimeout
        self.heartbeat = heartbeat
        self.sessionLifetime = sessionLifetime
    }
}

/// One thing that must work before requests are sent here.
package struct ReadinessCheck: Sendable {
    let name: String
    let isReady: @Sendable () async -> Bool

    package init(_ name: String, isReady: @escaping @Sendable () async -> Bool) {
        self.name = name
        self.isReady = isReady
    }
}
