/// Why a request is not served; each has its status and its page.
package enum WebRefusal: Error, Hashable, Sendable {
    /// The request cannot be read; the body's fault says where.
    case malformed(BodyFault)
    /// Nobody is signed in; a browser is sent to `signInPath`.
    case signInNeeded(signInPath: String)
    case forbidden
    /// The form's token is missing, old or not of this visitor; or another site sent it.
    case forged
    case notFound
    case methodNotAllowed(allowed: [WebMethod])
    case tooLarge(BodyFault)
    case unsupportedBody
    case tooSlow
    case tooManyRequests(retryAfterSeconds: Int)
    case unavailable
    /// Refused in words of its own, for a program; a browser is shown its title and detail.
    case problem(Problem)

    package var status: Int {
        switch self {
        case .malformed: 400
        case .signInNeeded: 401
        case .forbidden, .forged: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .tooSlow: 408
        case .tooLarge: 413
        case .unsupportedBody: 415
        case .tooManyRequests: 429
        case .unavailable: 503
        case .problem(let problem): problem.status
        }
    }
}
