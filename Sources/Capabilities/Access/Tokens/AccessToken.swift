import Cryptography
package import Directory
package import Kernel

/// What a program shows instead of a person's session: it acts for one officer from one post, for a time.
package struct AccessToken: Hashable, Sendable {
    package typealias ID = Identifier<AccessToken>

    package let id: ID
    package let account: Account.ID
    /// The one post from which the program acts.
    package let post: Post.ID
    /// Which system holds it, as the officer named it.
    package let purpose: String
    package let scope: TokenScope
    package let issuedAt: Instant
    /// The last day on which it counts.
    package let lastDay: Day
    package let revokedAt: Instant?
    package let lastUsedAt: Instant?

    package init(
        id: ID,
        account: Account.ID,
        post: Post.ID,
        purpose: String,
        scope: TokenScope,
        issuedAt: Instant,
        lastDay: Day,
        revokedAt: Instant? = nil,
        lastUsedAt: Instant? = nil
    ) {
        self.id = id
        self.account = account
        self.post = post
        self.purpose = purpose
        self.scope = scope
        self.issuedAt = issuedAt
        self.lastDay = lastDay
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }

    package enum Standing: Hashable, Sendable {
        case valid
        case expired
        case revoked(at: Instant)
    }

    package func standing(on day: Day) -> Standing {
        if let revokedAt { return .revoked(at: revokedAt) }
        return day > lastDay ? .expired : .valid
    }
}

/// How far a token goes; acting includes reading.
package enum TokenScope: Int, Hashable, Sendable, CaseIterable, Comparable {
    case read = 1
    case act = 2

    package static func < (left: TokenScope, right: TokenScope) -> Bool { left.rawValue < right.rawValue }

    package var chinese: String {
        switch self {
        case .read: "只查阅"
        case .act: "查阅和办理"
        }
    }
}

/// The text of a token, shown once; the program keeps only its hash.
///
/// Its beginning lets scanners of published text find one that was lost.
package struct TokenText: Hashable, Sendable {
    package static let beginning = "hengjian_"

    package let text: String

    init(_ secret: [UInt8]) {
        text = TokenText.beginning + Hexadecimal.encode(secret)
    }

    /// Returns the hash under which a token is kept; `nil` for a text that can be none.
    static func digest(of text: String) -> String? {
        guard text.hasPrefix(beginning), text.utf8.count == beginning.utf8.count + 64,
            let secret = Hexadecimal.decode(String(text.dropFirst(beginning.count)))
        else { return nil }
        return SHA256Hash.of(secret).hex
    }
}
