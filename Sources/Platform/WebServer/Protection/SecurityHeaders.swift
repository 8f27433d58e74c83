import Kernel

/// What every answer tells the browser to refuse.
package enum SecurityHeaders {
    /// Scripts, styles and pictures of this site only, nothing inline; no other site may frame a page.
    package static let contentPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
        connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    /// For pages that only show something: they run nothing, ask for nothing and send nothing.
    private static let framedPolicy = """
        default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; \
        frame-ancestors
        """

    /// - Parameters:
    ///   - behindTLS: whether visitors come over TLS.
    ///   - sites: those that may show the page in a frame; nobody unless some are named.
    /// - Returns: one header of each name.
    static func all(behindTLS: Bool, framedBy sites: [WebOrigin] = []) -> [WebAnswer.Header] {
        let framing: [WebAnswer.Header] =
            if sites.isEmpty {
                [.init("Content-Security-Policy", contentPolicy), .init("X-Frame-Options", "DENY")]
            } else {
                // The older header knows no list of sites; browsers that know the policy do not ask it.
                [
                    .init(
                        "Content-Security-Policy",
                        ([framedPolicy] + sites.map(\.text)).joined(separator: " ")
                    )
                ]
            }
        let always =
            framing + [
                .init("X-Content-Type-Options", "nosniff"),
                .init("Referrer-Policy", "same-origin"),
                .init("Cross-Origin-Opener-Policy", "same-origin"),
                .init("Cross-Origin-Resource-Policy", "same-origin"),
                .init("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            ]
        return always + (behindTLS ? [.init("Strict-Transport-Security", "max-age=31536000")] : [])
    }

    /// Whether a browser says that another site sent a request that changes something.
    static func isFromAnotherSite(_ request: WebRequest) -> Bool {
        if let site = request.header("Sec-Fetch-Site"), site != "same-origin", site != "none" { return true }
        guard let origin = request.header("Origin") else { return false }
        guard let host = request.header("Host"), let scheme = origin.firstRange(of: "://") else { return true }
        return origin[scheme.upperBound...] != host
    }
}
