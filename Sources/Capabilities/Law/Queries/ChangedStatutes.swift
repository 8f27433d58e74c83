import CanonicalJSON
package import Database
package import Kernel

extension SQLReader {
    /// Returns those of the named statutes that have more than one version or were repealed, as the library holds them.
    ///
    /// Read from rows and not from events, so that projections may ask too: in a rebuild it answers with what the
    /// library held at that position.
    ///
    /// - Parameters:
    ///   - keys: of the statutes; repetitions do not matter.
    ///   - realm: whose library is asked.
    /// - Returns: by key; equal to the statutes folded from their events.
    /// - Throws: `DatabaseError`.
    package func changedStatutes(among keys: some Sequence<String>, in realm: Realm) throws -> [String: Statute] {
        let changed = try changed(among: Set(keys).sorted(), in: realm)
        guard !changed.isEmpty else { return [:] }
        let articles = try articles(of: changed, in: realm)
        let repeals = try repeals(of: changed, in: realm)
        let standings = try standings(of: changed, in: realm, articles)
        return standings.reduce(into: [:]) { statutes, entry in
            statutes[entry.key] = Statute(standings: entry.value, repeal: repeals[entry.key])
        }
    }

    private func changed(among keys: [String], in realm: Realm) throws -> [String] {
        guard !keys.isEmpty else { return [] }
        return try rows(
            """
            SELECT statute
              FROM statute
             WHERE realm = \(realm)
               AND statute IN (\(list: keys))
             GROUP BY statute
            HAVING COUNT(*) > 1
             UNION
            SELECT statute
              FROM statute_repeal
             WHERE realm = \(realm)
               AND statute IN (\(list: keys))
             ORDER BY statute
            """
        ).map { row in try row["statute"] }
    }

    private func standings(
        of statutes: [String],
        in realm: Realm,
        _ articles: [VersionKey: [Article]]
    ) throws -> [String: [Statute.Standing]] {
        let rows = try rows(
            """
            SELECT statute, number, title, level, issuer, document_number, in_force_from, taken_on, digest, position
              FROM statute
             WHERE realm = \(realm)
               AND statute IN (\(list: statutes))
             ORDER BY statute, number
            """
        )
        return try rows.reduce(into: [:]) { standings, row in
            let statute: String = try row["statute"]
            let number: Int = try row["number"]
            let level: String? = try row["level"]
            standings[statute, default: []].append(
                Statute.Standing(
                    number: number,
                    title: try row["title"],
                    level: level.flatMap { LawLevel(rawValue: $0) },
                    issuer: try row["issuer"],
                    documentNumber: try row["document_number"],
                    inForceFrom: try row["in_force_from"],
                    articles: articles[VersionKey(statute: statute, number: number)] ?? [],
                    takenOn: try row["taken_on"],
                    digest: try row["digest"],
                    position: try row["position"]
                )
            )
        }
    }

    private func articles(of statutes: [String], in realm: Realm) throws -> [VersionKey: [Article]] {
        let rows = try rows(
            """
            SELECT statute, number, content
              FROM article
             WHERE realm = \(realm)
               AND statute IN (\(list: statutes))
             ORDER BY statute, number, ordinal, article
            """
        )
        return try rows.reduce(into: [:]) { articles, row in
            let key = VersionKey(statute: try row["statute"], number: try row["number"])
            let content: String = try row["content"]
            articles[key, default: []].append(try CanonicalDecoder().decode(Article.self, from: Array(content.utf8)))
        }
    }

    private func repeals(of statutes: [String], in realm: Realm) throws -> [String: Statute.Repeal] {
        let rows = try rows(
            """
            SELECT statute, repealed_from, ground, recorded_on
              FROM statute_repeal
             WHERE realm = \(realm)
               AND statute IN (\(list: statutes))
             ORDER BY statute
            """
        )
        return try rows.reduce(into: [:]) { repeals, row in
            repeals[try row["statute"]] = Statute.Repeal(
                from: try row["repealed_from"],
                ground: try row["ground"],
                recordedOn: try row["recorded_on"]
            )
        }
    }
}

private struct VersionKey: Hashable {
    let statute: String
    let number: Int
}
