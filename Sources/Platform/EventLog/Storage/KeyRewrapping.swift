import Cryptography
import Database
package import Kernel

extension EventLog {
    /// Wraps every subject's key that an older wrapping key holds with the newest; nothing that was hashed changes.
    ///
    /// Runs beside other work, a few hundred keys a transaction; a key that is destroyed meanwhile stays destroyed.
    ///
    /// - Returns: how many keys were wrapped anew, and how many the newest held already.
    /// - Throws: `CryptographyError` for a key that no wrapping key of the ring opens; what was done before stays.
    package func rewrapKeys(of realm: Realm, atOnce: Int = 500) async throws -> (rewrapped: Int, current: Int) {
        var (rewrapped, current) = (0, 0)
        var after = ""
        let (ring, randomness) = (ring, randomness)
        while true {
            let from = after
            let page = try await database.write { writer -> (rewrapped: Int, seen: Int, last: String?) in
                let rows = try writer.rows(
                    """
                    SELECT subject, wrapped
                      FROM subject_key
                     WHERE realm = \(realm)
                       AND subject > \(from)
                       AND wrapped IS NOT NULL
                     ORDER BY subject
                     LIMIT \(atOnce)
                    """
                )
                var changed = 0
                for row in rows {
                    let (subject, old): (String, [UInt8]) = (try row["subject"], try row["wrapped"])
                    guard ring.needsRewrapping(old) else { continue }
                    let context = SubjectKeys.context(subject, in: realm)
                    let key = try ring.unwrap(old, bindingTo: context)
                    let new = ring.wrap(key, bindingTo: context, randomness: randomness)
                    changed += try writer.execute(
                        """
                        UPDATE subject_key
                           SET wrapped = \(new)
                         WHERE realm = \(realm)
                           AND subject = \(subject)
                           AND wrapped = \(old)
                        """
                    )
                }
                return (changed, rows.count, try rows.last?["subject"])
            }
            rewrapped += page.rewrapped
            current += page.seen - page.rewrapped
            guard let last = page.last, page.seen == atOnce else { return (rewrapped, current) }
            after = last
        }
    }
}
