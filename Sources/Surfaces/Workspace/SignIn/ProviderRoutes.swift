import Access
import Acting
import Logging
import WebServer

extension Workspace {
    /// Signing in through the government's identity provider; no routes where it has none.
    ///
    /// Both are plain links, so nothing needs a script, and no form leaves this site.
    var providerRoutes: [DeskRoute] {
        guard let provider else { return [] }
        return [
            DeskRoute(
                .get,
                "/sign-in/provider",
                name: "ProviderSignIn",
                access: .everyone,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, _ in try await sendToProvider(request, provider) },
            DeskRoute(
                .get,
                "/sign-in/provider/return",
                name: "ProviderReturn",
                access: .everyone,
                rateLimit: RateLimit(20, per: .seconds(60))
            ) { request, _ in try await receiveFromProvider(request, provider) },
        ]
    }

    private func sendToProvider(_ request: WebRequest, _ provider: IdentityProvider) async throws -> WebAnswer {
        let from = request.query["from"] ?? ""
        do throws(ProviderFault) {
            return .redirect(outside: try await provider.signInAddress(then: from, browser: request.browserMark))
        } catch {
            return try await refused(error, request)
        }
    }

    private func receiveFromProvider(_ request: WebRequest, _ provider: IdentityProvider) async throws -> WebAnswer {
        let query = request.query
        let answer = ProviderReturn(
            state: query["state"],
            code: query["code"],
            issuer: query["iss"],
            error: query["error"]
        )
        let proven: ProvenIdentity
        do throws(ProviderFault) {
            proven = try await provider.identity(from: answer, browser: request.browserMark)
        } catch {
            return try await refused(error, request)
        }
        do {
            let signedIn = try await access.signIn(proven, from: request.peer)
            let next = try await start(of: signedIn.account, from: proven.next)
            return try await begun(signedIn.account, request, then: next, by: signedIn.means)
        } catch let refusal as AccessError {
            return signInPage(request, from: proven.next, refused: Wording(refusal))
        }
    }

    private func refused(_ fault: ProviderFault, _ request: WebRequest) async throws -> WebAnswer {
        try await access.recordRefusal(fault, from: request.peer)
        logger.warning(
            "identity provider refused",
            metadata: ["request": "\(request.id)", "fault": "\(Wording(fault).code)"]
        )
        return signInPage(request, from: request.query["from"] ?? "", refused: Wording(fault))
    }
}
