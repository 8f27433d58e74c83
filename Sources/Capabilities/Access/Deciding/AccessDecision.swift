/// The answer to "may this principal do that there?": the one place that decides, for pages, calls and commands.
package enum AccessDecision: Hashable, Sendable {
    case allowed
    case refused(AccessRefusal)

    /// Decides.
    ///
    /// - Parameters:
    ///   - principal: who asks; `nil` is a visitor who has not signed in.
    ///   - rule: what the route, call or command declares.
    ///   - place: where the thing lies; `nil` before a thing is chosen (a list, a menu), when it is enough to hold
    ///     the permission somewhere. Whoever then shows things asks again with their place.
    /// - Returns: the refusal of the last permission looked at, when several were named.
    /// - Source: GB/T 22239-2019 third level 8.1.4.2 (access control).
    package static func decide(_ principal: Principal?, _ rule: AccessRule, at place: Place? = nil) -> AccessDecision {
        if case .everyone = rule { return .allowed }
        guard let principal else { return .refused(.notSignedIn) }
        if case .token(let scope, let permissions) = rule {
            return decide(principal, scope, permissions, at: place)
        }
        if case .provingFactor = rule { return .allowed }
        guard !principal.mustProveFactor else { return .refused(.factorMissing) }
        if case .renewingPassword = rule { return .allowed }
        guard !principal.mustChangePassword else { return .refused(.passwordMustChange) }
        switch rule {
        case .everyone, .provingFactor, .renewingPassword, .signedIn, .token: return .allowed
        case .staff: return principal.isStaff ? .allowed : .refused(.staffOnly)
        case .party: return principal.isStaff ? .refused(.partiesOnly) : .allowed
        case .permission(let permission): return decide(principal, permission, at: place)
        case .anyPermission(let permissions):
            var nearest = AccessRefusal.nothingPermitted
            for permission in permissions {
                switch decide(principal, permission, at: place) {
                case .allowed: return .allowed
                case .refused(let refusal): nearest = refusal
                }
            }
            return .refused(nearest)
        }
    }

    private static func decide(
        _ principal: Principal,
        _ scope: TokenScope,
        _ permissions: [Permission],
        at place: Place?
    ) -> AccessDecision {
        guard let token = principal.token else { return .refused(.tokenMissing) }
        guard token.scope >= scope else { return .refused(.tokenScope(scope)) }
        return decide(principal, .anyPermission(permissions), at: place)
    }

    /// Throws the refusal, for callers that go on only when allowed.
    package static func require(
        _ principal: Principal?,
        _ rule: AccessRule,
        at place: Place? = nil
    ) throws(AccessRefusal) {
        switch decide(principal, rule, at: place) {
        case .allowed: return
        case .refused(let refusal): throw refusal
        }
    }

    private static func decide(
        _ principal: Principal,
        _ permission: Permission,
        at place: Place?
    ) -> AccessDecision {
        guard let reach = principal.reach(of: permission.action), reach >= permission.scope else {
            return .refused(.notPermitted(permission))
        }
        guard let place else { return .allowed }
        return principal.covers(place, within: reach) ? .allowed : .refused(.elsewhere(permission, reach: reach))
    }
}

/// Why access is refused; each case says what would have been needed.
package enum AccessRefusal: Error, Hashable, Sendable {
    case notSignedIn
    case factorMissing
    case passwordMustChange
    case staffOnly
    case partiesOnly
    /// No role of the account carries the action with at least this scope.
    case notPermitted(Permission)
    /// The account may do it, but not where the thing lies.
    case elsewhere(Permission, reach: Scope)
    /// Only programs with a token come here.
    case tokenMissing
    /// The token does not go that far.
    case tokenScope(TokenScope)
    /// The rule lists no permission.
    case nothingPermitted
}
