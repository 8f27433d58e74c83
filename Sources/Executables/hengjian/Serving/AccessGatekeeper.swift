import Access
import Cryptography
import Hall
import Kernel
import WebServer
import Workspace

/// Binds the web server to the one place that decides who may do what.
struct AccessGatekeeper: Gatekeeper {
    let store: AccessStore
    /// The realm's clock, which says whose posts and certificates count today.
    let clock: any WallClock

    func admit(_ request: WebRequest, under rule: AccessRule) async throws -> Principal? {
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
            .refused(.nothingPermitted):
            try await store.record(.accessRefused, by: principal, on: request.id, from: request.peer)
            throw WebRefusal.forbidden
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
