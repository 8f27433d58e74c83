/// The one place that decides whether a request may pass; Access brings the real one.
package protocol Gatekeeper<Rule, Principal>: Sendable {
    /// What a route demands.
    associatedtype Rule: Sendable
    /// Who was let in, as the route's handler needs to know.
    associatedtype Principal: Sendable

    /// Returns who asks, if `rule` lets them pass.
    ///
    /// The body has not been read yet.
    ///
    /// - Parameters:
    ///   - request: head, parameters, cookies and session.
    ///   - rule: what the route demands.
    /// - Returns: who asks.
    /// - Throws: `WebRefusal.signInNeeded` or `.forbidden`; anything else is answered as our own fault.
    func admit(_ request: WebRequest, under rule: Rule) async throws -> Principal
}
