/// What a request wants done.
package enum WebMethod: String, Hashable, CaseIterable, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    /// Asks what an address can do.
    case options = "OPTIONS"

    /// Whether it changes nothing, so that no token is needed.
    package var isSafe: Bool { self == .get || self == .options }
}
