/// What a password must be like.
///
/// - Source: GB/T 22239-2019 third level 8.1.4.1 (complexity, regular change).
package struct PasswordRules: Hashable, Sendable {
    package let least: Int
    /// Above this, hashing is refused: nobody types it.
    package let greatest: Int
    /// Of: lower-case letters, upper-case letters, digits, anything else.
    package let leastKinds: Int
    /// How many earlier passwords may not come back.
    package let remembered: Int
    package let greatestAgeDays: Int

    package init(
        least: Int = 10,
        greatest: Int = 200,
        leastKinds: Int = 3,
        remembered: Int = 5,
        greatestAgeDays: Int = 90
    ) {
        self.least = least
        self.greatest = greatest
        self.leastKinds = leastKinds
        self.remembered = remembered
        self.greatestAgeDays = greatestAgeDays
    }

    /// Refuses a password that is too short, too long, too plain or contains the sign-in name.
    package func check(_ password: String, for name: SignInName) throws(AccessError) {
        guard password.count >= least else { throw .password(.short(found: password.count, least: least)) }
        guard password.count <= greatest, password.utf8.count <= greatest * 4 else {
            throw .password(.long(greatest: greatest))
        }
        let kinds = Set(password.map(PasswordRules.kind)).count
        guard kinds >= leastKinds else { throw .password(.plain(kinds: kinds, least: leastKinds)) }
        guard !password.lowercased().contains(name.text) else { throw .password(.containsName) }
    }

    private static func kind(_ character: Character) -> Int {
        switch character {
        case "a"..."z": 0
        case "A"..."Z": 1
        case "0"..."9": 2
        default: 3
        }
    }
}

/// What is wrong with a password somebody chose.
package enum PasswordFault: Hashable, Sendable {
    case short(found: Int, least: Int)
    case long(greatest: Int)
    case plain(kinds: Int, least: Int)
    case containsName
    case usedBefore(remembered: Int)
    /// The present password was not repeated correctly.
    case presentIsWrong
}
