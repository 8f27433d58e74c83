package import Access
package import EventLog
package import Exchange
package import HTML
package import Kernel
package import WebServer

/// A route of the administration.
package typealias AdministrationRoute = Route<AccessRule, Principal?>

/// What the administration is put together from.
package struct AdministrationParts: Sendable {
    package let log: EventLog
    package let realm: Realm
    package let access: AccessStore
    /// The government's identity provider, if it has one.
    package let provider: ProviderSettings?
    package let site: SiteIdentity
    package let assets: PageAssets
    package let signOutPath: String
    /// The start of the officers' desk.
    package let deskPath: String
    /// What a demonstration would have sent to telephones; `nil` elsewhere.
    package let outbox: OutboxSender?
    /// What people are told, and what of it did not go out.
    package let alerts: AlertStore
    /// What was kept of the audit outside the database.
    package let auditMarks: @Sendable () throws -> [AuditMark]
    /// Scheme and host of the Hall, for the codes on badges.
    package let publicAddress: String
    /// Where pages hear of the progress of bulk runs.
    package let hub: EventHub

    package init(
        log: EventLog,
        realm: Realm,
        access: AccessStore,
        provider: ProviderSettings? = nil,
        site: SiteIdentity,
        assets: PageAssets,
        signOutPath: String,
        deskPath: String,
        outbox: OutboxSender?,
        alerts: AlertStore,
        auditMarks: @escaping @Sendable () throws -> [AuditMark],
        publicAddress: String,
        hub: EventHub
    ) {
        self.log = log
        self.realm = realm
        self.access = access
        self.provider = provider
        self.site = site
        self.assets = assets
        self.signOutPath = signOutPath
        self.deskPath = deskPath
        self.outbox = outbox
        self.alerts = alerts
        self.auditMarks = auditMarks
        self.publicAddress = publicAddress
        self.hub = hub
    }

    var today: Day { log.clock.today }

    /// Reads within one snapshot of the realm.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Answer) async throws -> Answer {
        try await log.read(realm, body)
    }

    /// Submits a change of the directory under the form's key, and notes it in the audit.
    func submit<C: Command>(
        _ command: C,
        on subject: String,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws -> C.Answer {
        guard let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let act = Act(realm: realm, actor: principal.actor, key: key)
        let answer = try await log.submit(command, as: act).answer
        try await access.record(.directoryChanged, by: principal, on: subject, from: request.peer, remark: C.name)
        return answer
    }
}

extension Principal? {
    /// Returns who asks, if the rule holds at the place.
    func required(_ rule: AccessRule, at place: Place? = nil) throws(WebRefusal) -> Principal {
        guard let principal = self, AccessDecision.decide(principal, rule, at: place) == .allowed else {
            throw .forbidden
        }
        return principal
    }
}
