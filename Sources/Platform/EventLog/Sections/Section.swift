/// One part of an event with its own salt, so that it can be opened, or destroyed, alone.
package enum Section: Hashable, Sendable {
    /// What Publicity may open when law allows.
    case `public`
    /// What one party may see.
    case party(String)
    /// What the administration sees.
    case `internal`
    /// About one person; encrypted under that person's key.
    case personal(subject: String)

    package var name: String {
        switch self {
        case .public: "public"
        case .party(let id): "party:\(id)"
        case .internal: "internal"
        case .personal(let subject): "personal:\(subject)"
        }
    }

    package init?(name: String) {
        switch name {
        case "public": self = .public
        case "internal": self = .internal
        case _ where name.hasPrefix("party:"): self = .party(String(name.dropFirst("party:".count)))
        case _ where name.hasPrefix("personal:"): self = .personal(subject: String(name.dropFirst("personal:".count)))
        default: return nil
        }
    }
}
