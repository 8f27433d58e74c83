package import Directory
package import Kernel

/// Somebody's entry to the program; it lives in the identity store, outside any realm's log.
package struct Account: Hashable, Sendable {
    package typealias ID = Identifier<Account>

    package let id: ID
    package let signInName: SignInName
    package let holder: AccountHolder
    package let realm: Realm
    package let displayName: String
    package let isDisabled: Bool
}

/// Whom an account belongs to; one account a holder.
package enum AccountHolder: Hashable, Sendable {
    case officer(Officer.ID)
    /// The identifier of the party's record in the account's realm; the account's own until a real name was given.
    case party(String)
    /// A system, security or audit administrator, who holds no post.
    case administrator(String)

    package var isStaff: Bool {
        switch self {
        case .officer, .administrator: true
        case .party: false
        }
    }

    /// The stored form: kind and key.
    var columns: (kind: String, key: String) {
        switch self {
        case .officer(let id): ("officer", id.text)
        case .party(let id): ("party", id)
        case .administrator(let name): ("administrator", name)
        }
    }

    init?(kind: String, key: String) {
        switch kind {
        case "officer": self = .officer(Officer.ID(key))
        case "party": self = .party(key)
        case "administrator": self = .administrator(key)
        default: return nil
        }
    }
}

/// The name under which somebody signs in: 3 to 60 characters, without spaces, case ignored.
package struct SignInName: Hashable, Sendable {
    package let text: String

    /// Returns `nil` for a text that cannot be a name.
    package init?(_ text: String) {
        let lowered = text.lowercased()
        guard (3...60).contains(lowered.count), lowered.utf8.count <= 240,
            lowered.unicodeScalars.allSatisfy({ scalar in
                let properties = scalar.properties
                return properties.isAlphabetic || properties.numericType != nil
                    || "._-@+".unicodeScalars.contains(scalar)
            })
        else { return nil }
        self.text = lowered
    }
}

extension SignInName: ExpressibleByStringLiteral {
    /// For tests and demonstration data; a literal that is no name stops the program where it is written.
    package init(stringLiteral text: String) {
        guard let name = SignInName(text) else { preconditionFailure("not a sign-in name: \(text)") }
        self = name
    }
}
