import Cryptography
import HTML
import Kernel
import Logging
import Synchronization
import TestSupport
import WebServer

/// What a route of the test site demands.
enum TestRule: Sendable, CaseIterable {
    case everybody
    case signedIn
    case nobody
}

/// Lets in by session alone.
struct TestGatekeeper: Gatekeeper {
    func admit(_ request: WebRequest, under rule: TestRule) async throws -> String {
        switch rule {
        case .everybody: return request.session?.subject ?? "anonymous"
        case .nobody: throw WebRefusal.forbidden
        case .signedIn:
            guard let session = request.session else { throw WebRefusal.signInNeeded(signInPath: "/sign-in") }
            return session.subject
        }
    }
}

/// A small site with one route of every kind.
struct TestSite: Sendable {
    let sessions = MemorySessionStore()
    let hub = EventHub(capacity: 4, buffer: 8)
    private let kept: KeptPages?
    private let pages = Pages()

    init(kept: KeptPages? = nil) {
        self.kept = kept
    }

    /// How many pages were made; each says its number.
    private final class Pages: Sendable {
        private let count = Atomic<Int>(0)

        var next: Int { count.add(1, ordering: .relaxed).newValue }
    }

    typealias TestRoute = Route<TestRule, String>

    private struct Surprise: Error {
        let secret = "top-secret"
    }

    private static let limits = BodyLimits(requestBytes: 200_000, fileBytes: 100_000, fieldBytes: 20_000, parts: 20)

    /// A page that would let one site frame it, as it is asked to.
    private static func framed(_ request: WebRequest) -> WebAnswer {
        var answer = WebAnswer.text("framed", status: request.query["gone"] == nil ? 200 : 410)
        if request.query["nobody"] == nil, let site = WebOrigin("https://agency.example:8443") {
            answer.framedBy = [site]
        }
        if request.query["cookie"] != nil { answer.preference = "large" }
        return answer
    }

    var routes: [TestRoute] {
        [
            TestRoute(.get, "/", name: "home", access: .everybody) { request, principal in
                .page(
                    div {
                        p { "hello \(principal) \(request.flash?.text ?? "")" }
                        request.forgeryField
                    }
                )
            }.kept(),
            TestRoute(.get, "/items/{code}", name: "item", access: .everybody) { request, _ in
                var answer = WebAnswer.text("\(request.parameters["code"] ?? "")|\(request.query["q"] ?? "")")
                answer.caching = .everybody(seconds: 60)
                return answer
            },
            TestRoute(.get, "/made", name: "made", access: .everybody) { [pages] request, _ in
                if request.query["wait"] != nil { try await Task.sleep(for: .milliseconds(300)) }
                guard request.query["refuse"] == nil else { throw WebRefusal.notFound }
                let letters = request.query["letters"].flatMap { Int($0) } ?? 0
                return .text("\(pages.next)\(String(repeating: "页", count: letters))")
            }.kept(),
            TestRoute(.get, "/framed", name: "framed", access: .everybody, sender: .program) { request, _ in
                TestSite.framed(request)
            },
            TestRoute(.get, "/framed/own", name: "framed own", access: .everybody) { request, _ in
                TestSite.framed(request)
            },
            TestRoute(.get, "/items/new", name: "new item", access: .everybody) { _, _ in .text("literal") },
            TestRoute(.get, "/desk", name: "desk", access: .signedIn) { _, principal in .text("desk of \(principal)") },
            TestRoute(.get, "/closed", name: "closed", access: .nobody) { _, _ in .text("never") },
            TestRoute(.get, "/broken", name: "broken", access: .everybody) { _, _ in throw Surprise() },
            TestRoute(.get, "/away", name: "away", access: .everybody) { request, _ in
                .redirect(to: request.query["to"] ?? "/")
            },
            TestRoute(.get, "/peer", name: "peer", access: .everybody) { request, _ in .text(request.peer) },
            TestRoute(.get, "/live", name: "live", access: .everybody) { [hub] _, _ in
                .events(try hub.subscribe(to: ["desk"]))
            },
            TestRoute(
                .post,
                "/sign-in",
                name: "sign in",
                access: .everybody,
                rateLimit: RateLimit(5, per: .seconds(60))
            ) {
                request,
                _ in
                var answer = WebAnswer.redirect(
                    to: "/desk",
                    flash: FlashMessage("欢迎，\(request.form.values["name"] ?? "")")
                )
                answer.sessionChange = .begin(subject: request.form.values["name"] ?? "")
                return answer
            },
            TestRoute(.post, "/sign-out", name: "sign out", access: .signedIn) { _, _ in
                var answer = WebAnswer.redirect(to: "/")
                answer.sessionChange = .end
                return answer
            },
            TestRoute(.post, "/upload", name: "upload", access: .everybody, body: .form(TestSite.limits)) {
                request,
                _ in
                .text(request.form.files.map { "\($0.field)/\($0.name)/\($0.bytes.count)" }.joined(separator: "\n"))
            },
            TestRoute(
                .post,
                "/api/echo",
                name: "echo",
                access: .everybody,
                sender: .program,
                body: .bytes(limit: 1_000)
            ) {
                request,
                principal in .text("\(principal):\(request.bytes.count)")
            },
        ]
    }

    func server(
        settings: WebServerSettings = WebServerSettings(port: 0),
        readiness: [ReadinessCheck] = [],
        onListening: @escaping @Sendable (Int) async -> Void
    ) throws -> WebServer<TestGatekeeper> {
        WebServer(
            WebServer<TestGatekeeper>.Parts(
                routes: try RouteTable(routes),
                gatekeeper: TestGatekeeper(),
                sessions: sessions,
                forgeryKey: try SecretKey(bytes: [UInt8](repeating: 7, count: 32)),
                cookieKey: try SecretKey(bytes: [UInt8](repeating: 8, count: 32)),
                site: SiteIdentity(name: "测试", subtitle: "测试"),
                hub: hub,
                kept: kept,
                readiness: readiness
            ),
            settings: settings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onListening: onListening
        )
    }

    /// Runs the server on a free port while `body` talks to it.
    func serve(
        settings: WebServerSettings = WebServerSettings(port: 0),
        readiness: [ReadinessCheck] = [],
        _ body: @Sendable (RawClient) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = try server(settings: settings, readiness: readiness) { continuation.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            for await port in ports {
                try await body(RawClient(port: port))
                break
            }
        }
    }
}
