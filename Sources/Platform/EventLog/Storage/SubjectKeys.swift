import Cryptography
import Database
import Kernel

/// The keys of the people a realm records about, wrapped by the key ring outside the database.
///
/// Lives for one batch; keys made in it are written with the events that needed them.
final class SubjectKeys {
    private let realm: Realm
    private let ring: KeyRing
    private let randomness: any Randomness
    private var found: [String: SecretKey?] = [:]
    /// The rows of the keys that were made.
    private(set) var statements: [SQL] = []

    init(realm: Realm, ring: KeyRing, randomness: any Randomness) {
        self.realm = realm
        self.ring = ring
        self.randomness = randomness
    }

    /// Returns `nil` when the subject's key was destroyed or never made.
    func existing(_ subject: String, _ reader: any SQLReader) throws -> SecretKey? {
        if let known = found[subject] { return known }
        let row = try reader.firstRow(
            "SELECT wrapped FROM subject_key WHERE realm = \(realm) AND subject = \(subject)"
        )
        guard let row else { return nil }
        let wrapped: [UInt8]? = try row["wrapped"]
        let key = try wrapped.map { try ring.unwrap($0, bindingTo: context(subject)) }
        found.updateValue(key, forKey: subject)
        return key
    }

    /// Returns the subject's key, making it when there is none.
    ///
    /// - Throws: `EventLogError.subjectErased` when it was destroyed.
    func required(_ subject: String, _ reader: any SQLReader) throws -> SecretKey {
        if let key = try existing(subject, reader) { return key }
        guard found[subject] == nil else { throw EventLogError.subjectErased(subject: subject) }
        let key = SecretKey(randomness: randomness)
        found.updateValue(key, forKey: subject)
        let wrapped = ring.wrap(key, bindingTo: context(subject), randomness: randomness)
        statements.append(
            SQL(
                "INSERT INTO subject_key (realm, subject, wrapped, erased_by) VALUES (?, ?, ?, NULL)",
                [realm.sqlValue, subject.sqlValue, .blob(wrapped)]
            )
        )
        return key
    }

    private func context(_ subject: String) -> [UInt8] { SubjectKeys.context(subject, in: realm) }

    /// What a subject's wrapped key is bound to.
    static func context(_ subject: String, in realm: Realm) -> [UInt8] {
        Array("\(realm.shortCode)/\(subject)".utf8)
    }
}
