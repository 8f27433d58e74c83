package import Database
package import Kernel

extension SQLReader {
    /// Returns every registration of the same party, that one among them, in the order of their identifiers.
    ///
    /// An organization is known by its credit code, a person by the keyed hash of the identity number. Who was erased
    /// is known by nothing any more, and is the same as nobody.
    package func registrations(of party: Party.ID, in realm: Realm) throws -> [Party.ID] {
        let (mark, after) = (NameIndex.numberMark, "$")
        return try rows(
            """
            SELECT id
              FROM party
             WHERE realm = \(realm)
               AND id = \(party)
             UNION
            SELECT other.id
              FROM party AS own
              JOIN party AS other ON other.realm = own.realm AND other.credit_code = own.credit_code
             WHERE own.realm = \(realm)
               AND own.id = \(party)
             UNION
            SELECT other.party
              FROM party_name AS own
              JOIN party_name AS other ON other.realm = own.realm AND other.entry = own.entry
             WHERE own.realm = \(realm)
               AND own.party = \(party)
               AND own.entry >= \(mark)
               AND own.entry < \(after)
             ORDER BY id
            """
        ).map { row in try row["id"] }
    }
}
