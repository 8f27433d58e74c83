import Access
import Acting
import Cryptography
import Hall
import Kernel
import RESTAPI
import WebServer
import Workspace

/// Binds the web server to the one place that decides who may do what.
struct AccessGatekeeper: Gatekeeper {
    let store: AccessStore
    /// The realm's clock, which says whose posts and certificates count today.
    let clock: any WallClock

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Principal? {
        if case .token = rule { return try await program(request, under: rule) }
        let principal = try await principal(of: request)
        switch AccessDecision.decide(principal, rule) {
        case .allowed: return principal
        case .refused(.notSignedIn):
            let path =
                switch request.door {
                case .inner: WorkspacePath.signIn(from: request.path)
                case .outer: HallPath.signIn(from: request.path)
                }
            throw WebRefusal.signInNeeded(signInPath: path)
        case .refused(.factorMissing): throw WebRefusal.signInNeeded(signInPath: WorkspacePath.factor)
        case .refused(.passwordMustChange): throw WebRefusal.signInNeeded(signInPath: WorkspacePath.password)
        case .refused(.staffOnly), .refused(.partiesOnly), .refused(.notPermitted), .refused(.elsewhere),
            .refused(.nothingPermitted), .refused(.tokenMissing), .refused(.tokenScope):
            try await store.record(.accessRefused, by: principal, on: request.id, from: request.peer)
            throw WebRefusal.forbidden
        }
    }

    /// Lets in who shows a token, and says which of its lacks keeps it out.
    private func program(_ request: WebRequest, under rule: AccessRule) async throws -> Access.Principal {
        let principal: Access.Principal
        do {
            guard let token = request.bearerToken else { throw TokenRefusal.missing }
            principal = try await store.principal(ofToken: token, on: clock.today)
        } catch let refusal as TokenRefusal {
            let wording = Wording(refusal)
            let challenge = WebAnswer.Header(
                "WWW-Authenticate",
                refusal == .missing ? "Bearer" : "Bearer error=\"invalid_token\""
            )
            throw WebRefusal.problem(Problem(wording, headers: wording.status == 401 ? [challenge] : []))
        }
        switch AccessDecision.decide(principal, rule) {
        case .allowed: return principal
        case .refused(let refusal):
            try await store.record(.accessRefused, by: principal, on: request.id, from: request.peer, remark: "api")
            throw WebRefusal.problem(Problem(Wording(refusal)))
        }
    }

    private func principal(of request: WebRequest) async throws -> Principal? {
        guard let session = request.session else { return nil }
        let principal = try await store.principal(
            of: Account.ID(session.subject),
            session: session.key.hex,
            today: clock.today
        )
        // Each door lets its own in and nobody else, whatever a session says.
        return principal.flatMap { $0.isStaff == (request.door == .inner) ? $0 : nil }
    }
}
