import Cryptography
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import NIOCore

/// One request from arrival to answer, in the order in which it is checked.
struct Exchange<Keeper: Gatekeeper>: HTTPResponder {
    typealias Context = ExchangeContext

    let parts: WebServer<Keeper>.Parts
    let settings: WebServerSettings
    let logger: Logger
    private let keeper: SessionKeeper
    private let cookies: CookieText
    private let limiter: RateLimiter
    private let reader: RequestReader

    init(parts: WebServer<Keeper>.Parts, settings: WebServerSettings, logger: Logger) {
        self.parts = parts
        self.settings = settings
        self.logger = logger
        keeper = SessionKeeper(
            store: parts.sessions,
            lifetime: settings.sessionLifetime,
            clock: parts.clock,
            randomness: parts.randomness
        )
        cookies = CookieText(isSecure: settings.transport == .tlsAtProxy)
        limiter = RateLimiter(clock: parts.clock)
        reader = RequestReader(settings: settings, randomness: parts.randomness, forgeryKey: parts.forgeryKey)
    }

    /// What is known of a request as it goes on, so that a refusal late in it still has it.
    private struct Trail {
        var request: WebRequest
        var route = ""
        var sender = RouteSender.browser
    }

    func respond(to raw: Request, context: ExchangeContext) async throws -> Response {
        let begin = ContinuousClock.now
        var trail = Trail(request: reader.head(of: raw, peer: context.channel.remoteAddress?.ipAddress ?? ""))
        // An address below this one that leads nowhere is still asked for by a program.
        if trail.request.path.hasPrefix(parts.programPrefix) { trail.sender = .program }
        trail.request.preference = ViewPreference.word(trail.request.cookies[cookies.fullName(ViewPreference.cookie)])
        var answer: WebAnswer
        do {
            answer = try await served(raw, &trail)
        } catch let refusal as WebRefusal {
            answer = refused(refusal, trail)
        } catch {
            // The text of an error may hold what a visitor wrote; its type does not.
            logger.error(
                "request failed",
                metadata: ["request": "\(trail.request.id)", "error.type": "\(type(of: error))"]
            )
            answer = notice(.failure, trail)
        }
        await finish(&answer, trail)
        log(answer, trail, took: begin.duration(to: .now))
        return ResponseWriting.response(for: answer, to: raw)
    }

    private func served(_ raw: Request, _ trail: inout Trail) async throws -> WebAnswer {
        if let answer = try await builtIn(raw, &trail) { return answer }
        guard let segments = URLText.segments(ofPath: trail.request.path) else {
            throw WebRefusal.malformed(.notText(field: "URL"))
        }
        let method = raw.method == .head ? WebMethod.get : WebMethod(rawValue: raw.method.rawValue)
        switch parts.routes.match(method, segments) {
        case .nothing: throw WebRefusal.notFound
        case .otherMethods(let allowed) where raw.method == .options && trail.sender == .program:
            var answer = WebAnswer.text("", status: 204)
            answer.headers.append(Exchange.allow(allowed))
            return answer
        case .otherMethods(let allowed): throw WebRefusal.methodNotAllowed(allowed: allowed)
        case .found(let route, let parameters):
            trail.route = route.name
            trail.sender = route.sender
            trail.request.door = route.door
            trail.request.parameters = parameters
            return try await passed(raw, route, &trail)
        }
    }

    /// By what a browser is told from the others behind its address: its session, else the mark of a visitor.
    private func mark(of request: WebRequest) -> String? {
        request.cookies[cookies.fullName(request.door.cookie)]
            ?? request.cookies[cookies.fullName(ForgeryGuard.visitorCookie)]
    }

    private func passed(
        _ raw: Request,
        _ route: Route<Keeper.Rule, Keeper.Principal>,
        _ trail: inout Trail
    ) async throws -> WebAnswer {
        if let limit = route.rateLimit,
            let wait = limiter.wait(
                route: route.name,
                address: trail.request.peer,
                caller: mark(of: trail.request),
                limit: limit
            )
        {
            // What somebody typed is shown again; a large body is not worth that much.
            let isShort = trail.request.header("Content-Length").flatMap { Int($0) }.map { $0 <= 65_536 } ?? false
            if route.sender == .browser, isShort, let body = try? await reader.body(of: raw, as: route.body) {
                trail.request.body = body
            }
            throw WebRefusal.tooManyRequests(retryAfterSeconds: wait)
        }
        guard let kept = parts.kept, route.isKept,
            let place = KeptPages.key(
                of: raw.head.path ?? "/",
                cookies: trail.request.cookies,
                cookies,
                [trail.request.door]
            )
        else {
            return try await handled(raw, route, &trail)
        }
        switch await kept.turn(at: place) {
        case .page(let page): return WebAnswer(page)
        case .make(let order):
            do {
                let answer = try await handled(raw, route, &trail)
                if trail.request.forgery.cookieToSend == nil {
                    return kept.keep(answer, as: order, route: route.rateLimit == nil ? route.name : nil)
                }
                kept.giveUp(order)
                return answer
            } catch {
                kept.giveUp(order)
                throw error
            }
        }
    }

    private func handled(
        _ raw: Request,
        _ route: Route<Keeper.Rule, Keeper.Principal>,
        _ trail: inout Trail
    ) async throws -> WebAnswer {
        let needsToken = route.sender == .browser && !route.method.isSafe
        if needsToken, SecurityHeaders.isFromAnotherSite(trail.request) { throw WebRefusal.forged }
        if route.sender == .browser { try await recognize(&trail.request) } else { trail.request.cookies = [:] }
        let principal = try await parts.gatekeeper.admit(trail.request, under: route.access)
        trail.request.body = try await reader.body(of: raw, as: route.body)
        if needsToken {
            let token = trail.request.form.values[ForgeryGuard.fieldName] ?? trail.request.header(ForgeryGuard.header)
            guard trail.request.forgery.accepts(token) else { throw WebRefusal.forged }
        }
        return try await route.handler(trail.request, principal)
    }

    /// Session, message and visitor's cookie.
    private func recognize(_ request: inout WebRequest) async throws {
        if let value = request.cookies[cookies.fullName(request.door.cookie)] {
            request.session = try await keeper.session(ofCookie: value, at: request.door)
            request.hasDeadSession = request.session == nil
        }
        if let value = request.cookies[cookies.fullName(FlashMessage.cookie)] {
            request.flash = FlashMessage(signed: value, key: parts.cookieKey)
        }
        let sent = request.cookies[cookies.fullName(ForgeryGuard.visitorCookie)]
        let visitor = sent.flatMap { Digest(hex: $0) == nil ? nil : $0 }
        request.forgery = ForgeryGuard(
            key: parts.forgeryKey,
            session: request.session,
            visitor: visitor ?? Hexadecimal.encode(parts.randomness.bytes(32))
        )
    }

    /// Health, readiness and static files: for everybody, without a route.
    private func builtIn(_ raw: Request, _ trail: inout Trail) async throws -> WebAnswer? {
        let path = trail.request.path
        guard path == "/health" || path == "/ready" || path.hasPrefix("/assets/") else { return nil }
        trail.sender = .program
        guard raw.method == .get || raw.method == .head else { throw WebRefusal.methodNotAllowed(allowed: [.get]) }
        trail.route = path.hasPrefix("/assets/") ? AssetShelf.route : String(path.dropFirst())
        switch path {
        case "/health": return .text("ok\n")
        case "/ready": return await readiness()
        default:
            guard let answer = parts.assets.answer(to: path) else { throw WebRefusal.notFound }
            return answer
        }
    }

    private func readiness() async -> WebAnswer {
        var failing: [String] = []
        for check in parts.readiness where await !check.isReady() { failing.append(check.name) }
        let text = failing.isEmpty ? "ready\n" : "not ready: \(failing.joined(separator: ", "))\n"
        return .text(text, status: failing.isEmpty ? 200 : 503)
    }

    /// What a path takes; whatever answers get answers head, and everything answers options.
    private static func allow(_ methods: [WebMethod]) -> WebAnswer.Header {
        let names = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        return .init("Allow", names.joined(separator: ", "))
    }

    private func refused(_ refusal: WebRefusal, _ trail: Trail) -> WebAnswer {
        if case .problem(let problem) = refusal, trail.sender == .program {
            return problem.answer(to: trail.request.id)
        }
        var answer = notice(RefusalNotice(refusal), trail)
        switch refusal {
        case .signInNeeded(let path) where trail.sender == .browser && trail.request.method.isSafe:
            answer = .redirect(to: path)
        case .methodNotAllowed(let allowed):
            answer.headers.append(Exchange.allow(allowed))
        case .tooManyRequests(let seconds): answer.headers.append(.init("Retry-After", String(seconds)))
        case .tooSlow: answer.headers.append(.init("Connection", "close"))
        case .malformed, .signInNeeded, .forbidden, .forged, .notFound, .tooLarge, .unsupportedBody, .unavailable,
            .problem:
            break
        }
        return answer
    }

    private func notice(_ notice: RefusalNotice, _ trail: Trail) -> WebAnswer {
        switch trail.sender {
        case .program:
            return Problem(notice).answer(to: trail.request.id)
        case .browser:
            let isKnown = !trail.route.isEmpty
            let page =
                parts.refusalPage?(notice, trail.request, isKnown)
                ?? RefusalPage(
                    notice,
                    requestID: trail.request.id,
                    site: parts.site,
                    assets: parts.assets.pageAssets
                )
            return .page(page, status: notice.status)
        }
    }

    /// Adds what every answer carries: cookies, cache and security headers, the request's name.
    private func finish(_ answer: inout WebAnswer, _ trail: Trail) async {
        do {
            answer.headers += try await cookieHeaders(for: answer, trail.request)
        } catch {
            logger.error(
                "session store failed",
                metadata: ["request": "\(trail.request.id)", "error.type": "\(type(of: error))"]
            )
            answer = notice(.failure, trail)
        }
        let hasCookie = answer.headers.contains { $0.name == "Set-Cookie" }
        let mayBeFramed = trail.sender == .program && trail.request.method == .get && answer.status == 200 && !hasCookie
        answer.headers += SecurityHeaders.all(
            behindTLS: settings.transport == .tlsAtProxy,
            framedBy: mayBeFramed ? answer.framedBy : []
        )
        answer.headers.append(.init("X-Request-Id", trail.request.id))
        let caching =
            switch answer.caching {
            case .everybody(let seconds) where !hasCookie && trail.request.session == nil && answer.status == 200:
                "public, max-age=\(seconds)"
            case .whileUnchanged where !hasCookie: "no-cache"
            case .immutable: "public, max-age=31536000, immutable"
            case .never, .everybody, .whileUnchanged: "no-store"
            }
        answer.headers.append(.init("Cache-Control", caching))
    }

    private func cookieHeaders(for answer: WebAnswer, _ request: WebRequest) async throws -> [WebAnswer.Header] {
        var values: [String] = []
        let door = request.door
        let old = request.cookies[cookies.fullName(door.cookie)]
        switch answer.sessionChange {
        case .keep:
            // Static files and unknown addresses look at no session, so they must not take its cookie away.
            if request.hasDeadSession {
                values.append(cookies.setting(door.cookie, to: "", maxAge: 0))
            }
        case .begin(let subject, let means):
            // The identifier from before signing in must not become one that is signed in.
            if let old { try await keeper.end(cookie: old, at: door) }
            let identifier = try await keeper.begin(
                subject: subject,
                at: door,
                address: request.peer,
                device: request.header("User-Agent") ?? "",
                means: means
            )
            values.append(cookies.setting(door.cookie, to: identifier))
        case .end:
            if let old { try await keeper.end(cookie: old, at: door) }
            values.append(cookies.setting(door.cookie, to: "", maxAge: 0))
        }
        if let visitor = request.forgery.cookieToSend,
            request.cookies[cookies.fullName(ForgeryGuard.visitorCookie)] != visitor
        {
            values.append(cookies.setting(ForgeryGuard.visitorCookie, to: visitor))
        }
        if let preference = answer.preference {
            let word = ViewPreference.word(preference)
            let age = word == nil ? 0 : ViewPreference.seconds
            values.append(cookies.setting(ViewPreference.cookie, to: word ?? "", maxAge: age))
        }
        if let flash = answer.flash {
            values.append(cookies.setting(FlashMessage.cookie, to: flash.signed(with: parts.cookieKey), maxAge: 60))
        } else if request.flash != nil {
            values.append(cookies.setting(FlashMessage.cookie, to: "", maxAge: 0))
        }
        return values.map { .init("Set-Cookie", $0) }
    }

    private func log(_ answer: WebAnswer, _ trail: Trail, took time: Duration) {
        AnswerLine(
            id: trail.request.id,
            route: trail.route,
            method: trail.request.method.rawValue,
            status: answer.status,
            took: time
        ).write(to: logger)
    }
}
