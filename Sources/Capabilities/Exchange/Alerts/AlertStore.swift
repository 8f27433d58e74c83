package import Cryptography
import Database
package import EventLog
package import Kernel

/// Who is told of what, by which way: written from the log, kept until it is out, never twice.
///
/// Addresses and texts are sealed; a copy of the database tells nobody's. Sending follows the machine's clock, also in a
/// demonstration: mail servers live in our time.
package struct AlertStore: Sendable {
    let log: EventLog
    let realm: Realm
    let key: SecretKey
    let clock: any WallClock
    let randomness: any Randomness
    let links: AlertLinks
    /// What takes alerts out; without it they stay on the desk.
    let carrier: (any AlertCarrier)?

    package init(
        log: EventLog,
        realm: Realm,
        key: SecretKey,
        clock: any WallClock,
        randomness: any Randomness,
        links: AlertLinks,
        carrier: (any AlertCarrier)? = nil
    ) {
        self.log = log
        self.realm = realm
        self.key = key
        self.clock = clock
        self.randomness = randomness
        self.links = links
        self.carrier = carrier
    }

    var database: any SQLDatabase { log.database }

    /// What is connected besides the desk.
    package var connected: Set<Alert.Channel> { carrier?.channels ?? [] }

    /// Returns how an officer wants to hear of things.
    package func preference(of officer: String) async throws -> AlertPreference {
        try await preferences(of: [officer])[officer] ?? AlertPreference()
    }

    /// Keeps how an officer wants to hear of things.
    package func set(_ preference: AlertPreference, of officer: String) async throws {
        let words = [preference.mail?.text ?? "", preference.mobile ?? ""].joined(separator: "\n")
        let sealed = seal(words, bindingTo: "preference/\(officer)")
        try await database.write { [realm] writer in
            try writer.execute(
                "DELETE FROM alert_preference WHERE realm = \(realm) AND officer = \(officer)"
            )
            try writer.execute(
                """
                INSERT INTO alert_preference (realm, officer, sealed, is_digest)
                VALUES (\(realm), \(officer), \(sealed), \(preference.isDigest))
                """
            )
        }
    }

    func preferences(of officers: [String]) async throws -> [String: AlertPreference] {
        let rows = try await database.read { [realm] reader in
            try reader.rows(
                """
                SELECT officer, sealed, is_digest
                  FROM alert_preference
                 WHERE realm = \(realm)
                   AND officer IN (\(list: officers))
                """
            ).map { row -> (officer: String, sealed: String, isDigest: Bool) in
                (try row["officer"], try row["sealed"], try row["is_digest"])
            }
        }
        var found: [String: AlertPreference] = [:]
        for row in rows {
            let words = try unseal(row.sealed, bindingTo: "preference/\(row.officer)")
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2 else { continue }
            found[row.officer] = AlertPreference(
                mail: MailAddress(words[0]),
                mobile: words[1].isEmpty ? nil : words[1],
                isDigest: row.isDigest
            )
        }
        return found
    }

    func seal(_ words: String, bindingTo context: String) -> String {
        Hexadecimal.encode(
            AuthenticatedCipher.seal(
                Array(words.utf8),
                key: key,
                bindingTo: Array(context.utf8),
                randomness: randomness
            )
        )
    }

    func unseal(_ sealed: String, bindingTo context: String) throws -> String {
        let bytes = Hexadecimal.decode(sealed) ?? []
        return String(
            decoding: try AuthenticatedCipher.open(bytes, key: key, bindingTo: Array(context.utf8)),
            as: UTF8.self
        )
    }
}

/// Where a alert leads: the addresses of pages, which surfaces know.
package struct AlertLinks: Sendable {
    /// The page of a case on the desk, by its number.
    let desk: @Sendable (String) -> String
    /// Where an agency answers public supervisors.
    let opinions: String
    /// Where agencies and the legal office see to what changes of law left.
    let legalTasks: String
    /// Where agencies dispute jurisdiction.
    let disputes: String
    /// The page of a finding on the supervision desk, by its address there.
    let findings: @Sendable (String) -> String
    /// The page of an order of the supervisors, by its identifier.
    let orders: @Sendable (String) -> String
    /// The page of the scores of a month.
    let scores: @Sendable (String) -> String
    /// Where the public follows a case.
    let hall: String

    package init(
        desk: @escaping @Sendable (String) -> String,
        opinions: String,
        legalTasks: String,
        disputes: String,
        findings: @escaping @Sendable (String) -> String,
        orders: @escaping @Sendable (String) -> String,
        scores: @escaping @Sendable (String) -> String,
        hall: String
    ) {
        self.desk = desk
        self.opinions = opinions
        self.legalTasks = legalTasks
        self.disputes = disputes
        self.findings = findings
        self.orders = orders
        self.scores = scores
        self.hall = hall
    }

    /// Where an officer does something about a case or an opinion.
    func officers(_ number: String) -> String {
        switch Alert.Thing(number: number) {
        case .caseFile: desk(number)
        case .opinion: opinions
        case .benchmark: legalTasks
        case .dispute: disputes
        case .finding: findings(Alert.number(number))
        case .order: orders(Alert.number(number))
        case .score: scores(Alert.number(number))
        case .booking, .letter: hall
        }
    }
}
