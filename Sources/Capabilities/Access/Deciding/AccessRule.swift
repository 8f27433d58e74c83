/// What a route, a call or a command demands of who uses it; every one declares one.
package enum AccessRule: Hashable, Sendable {
    /// Published to the world.
    case everyone
    /// A signed-in account, even one that must change its password first: signing out, changing the password.
    case renewingPassword
    /// A signed-in account, even one that has not proven its second factor: proving it, signing out.
    case provingFactor
    /// A signed-in account of any kind.
    case signedIn
    /// A signed-in account of the administration.
    case staff
    /// A signed-in account of a citizen or organization.
    case party
    case permission(Permission)
    /// A program with a token of this scope, whose officer holds at least one of the permissions.
    case token(TokenScope, [Permission])
    /// At least one of these.
    case anyPermission([Permission])

    /// For the usual case of one action without a least scope.
    package static func permission(_ action: Action) -> AccessRule { .permission(Permission(action)) }
}
