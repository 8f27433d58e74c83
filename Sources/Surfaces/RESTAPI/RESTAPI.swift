package import Access
package import BlobStore
package import Cryptography
package import Decisions
package import EventLog
package import HTML
import Kernel
package import Logging
package import Publicity
package import WebServer

/// What programs of other departments do: the officers' verbs and questions, as JSON.
///
/// Each operation stands once, in `operations`; routes, contract, page and tests are made from it.
package struct RESTAPI: Sendable {
    package typealias APIRoute = Route<AccessRule, Principal?>

    /// What the surface is put together from.
    package struct Parts: Sendable {
        package let access: AccessStore
        package let log: EventLog
        package let blobs: BlobStore
        package let issuer: DocumentIssuer
        package let masking: MaskingPolicy
        package let publicity: PublicityRules
        /// Derives the codes with which applicants follow their cases.
        package let queryKey: SecretKey
        package let site: SiteIdentity
        package let assets: PageAssets
        package let logger: Logger

        package init(
            access: AccessStore,
            log: EventLog,
            blobs: BlobStore,
            issuer: DocumentIssuer,
            masking: MaskingPolicy,
            publicity: PublicityRules,
            queryKey: SecretKey,
            site: SiteIdentity,
            assets: PageAssets,
            logger: Logger
        ) {
            self.access = access
            self.log = log
            self.blobs = blobs
            self.issuer = issuer
            self.masking = masking
            self.publicity = publicity
            self.queryKey = queryKey
            self.site = site
            self.assets = assets
            self.logger = logger
        }
    }

    static let prefix = "/api/v1"

    let parts: Parts
    /// How often one token may call, whatever the route.
    private let limiter: RateLimiter

    package init(_ parts: Parts) {
        self.parts = parts
        limiter = RateLimiter(clock: SystemClock())
    }

    package var routes: [APIRoute] { RESTAPI.operations.map(route) + contractRoutes + pageRoutes }

    static let operations: [Endpoint] =
        inboxOperations + caseQueries + openingOperations + stepOperations + togetherOperations + clockOperations
        + upkeepOperations
        + moneyOperations + disputeOperations + legalReviewOperations + recusalOperations
        + publicationOperations + dossierOperations

    private static let perToken = RateLimit(600, per: .seconds(60))

    private func route(_ operation: Endpoint) -> APIRoute {
        APIRoute(
            operation.method,
            RoutePath(stringLiteral: RESTAPI.prefix + operation.path),
            name: "api.\(operation.name)",
            access: .token(operation.scope, operation.permissions.map { Permission($0) }),
            sender: .program,
            body: operation.body == nil ? .nothing : .json(limit: operation.bodyLimit)
        ) { request, principal in
            guard let principal, let token = principal.token else { throw WebRefusal.forbidden }
            if let wait = wait(of: token.id.text, for: 1) {
                throw WebRefusal.tooManyRequests(retryAfterSeconds: wait)
            }
            return try await answer(operation, request, principal)
        }
    }

    /// The seconds after which a token may make so many calls; `nil` when it may now, and has made them.
    private func wait(of token: String, for count: Int) -> Int? {
        limiter.wait(route: "api", address: token, limit: RESTAPI.perToken, count: count)
    }

    /// Runs an operation and words what refuses it.
    private func answer(_ operation: Endpoint, _ request: WebRequest, _ principal: Principal) async throws -> WebAnswer
    {
        let call: Call
        do {
            call = try Call(operation, parts, request, principal)
        } catch {
            throw WebRefusal.problem(error)
        }
        // The call itself is counted before its body is read.
        let more = operation.weight(call) - 1
        if more > 0, let token = principal.token, let wait = wait(of: token.id.text, for: more) {
            throw WebRefusal.tooManyRequests(retryAfterSeconds: wait)
        }
        do {
            return try await operation.run(call)
        } catch let problem as Problem {
            throw WebRefusal.problem(problem)
        } catch {
            guard let problem = Problem(refusal: error, call) else { throw error }
            throw WebRefusal.problem(problem)
        }
    }
}
