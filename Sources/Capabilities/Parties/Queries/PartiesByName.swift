import Database
package import EventLog
import Kernel

extension EventReading {
    /// How many entries are counted to find the rarest; a common one is as good as the next.
    private static let counted = 500

    /// Returns the parties of that name: persons called so, organizations whose name holds it; the newest first.
    ///
    /// That somebody is found tells something about the person: the caller shows nobody whom the reader may not see.
    package func parties(named name: String, by index: NameIndex, limit: Int) throws -> [Party] {
        let persons = try reader.rows(
            """
            SELECT party
              FROM party_name
             WHERE realm = \(realm)
               AND entry = \(index.person(name))
             ORDER BY party DESC
             LIMIT \(limit)
            """
        )
        let found = try (persons + organizations(index.pairs(name), limit)).map { Party.ID(try $0["party"] as String) }
        let plain = NameIndex.plain(name)
        let parties = try parties(found)
        return found.compactMap { parties[$0] }.filter { party in
            switch party.identity {
            case .person(let person): person.map { NameIndex.plain($0.name) } == plain
            case .organization(let organization): NameIndex.plain(organization.name).contains(plain)
            }
        }
    }

    /// Walks along the rarest entry and asks for the others.
    private func organizations(_ entries: [String], _ limit: Int) throws -> [Row] {
        let rarest = try entries.map { entry in (entry: entry, count: try count(entry)) }.min { $0.count < $1.count }
        guard let rarest, rarest.count > 0 else { return [] }
        let others: [SQL] = entries.filter { $0 != rarest.entry }.map { entry in
            """

               AND EXISTS (SELECT 1 FROM party_name o
                            WHERE o.realm = \(realm) AND o.entry = \(entry) AND o.party = n.party)
            """
        }
        let along: SQL = """
            SELECT n.party AS party
              FROM party_name n
             WHERE n.realm = \(realm)
               AND n.entry = \(rarest.entry)
            """
        return try reader.rows(
            others.reduce(along, +) + """

                 ORDER BY n.party DESC
                 LIMIT \(limit)
                """
        )
    }

    private func count(_ entry: String) throws -> Int {
        try reader.value(
            """
            SELECT count(*)
              FROM (SELECT party
                      FROM party_name
                     WHERE realm = \(realm)
                       AND entry = \(entry)
                     ORDER BY party
                     LIMIT \(EventReading.counted)) AS entries
            """
        ) ?? 0
    }
}
