/// What a request wants done.
package enum WebMethod: String, Hashable, CaseIterable, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// Whether it changes nothing, so that no token is needed.
    package var isSafe: Bool { self == .get }
}
