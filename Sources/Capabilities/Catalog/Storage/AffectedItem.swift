package import Database
import Kernel
import Law

/// An item as the projection of legal tasks keeps it: its versions, and what was answered to changes of law.
struct AffectedItem {
    struct Version {
        let number: Int
        let code: String
        let name: String
        let agency: String?
        let division: String?
        let bases: [LegalBasis]
        let inForceFrom: Day
        var inForceUntil: Day?

        init(number: Int, _ content: ItemContent, from day: Day) {
            self.number = number
            code = content.code
            name = content.name
            agency = content.agency?.id
            division = content.division
            bases = content.bases
            inForceFrom = day
        }

        init(_ row: Row) throws {
            number = try row["number"]
            code = try row["code"]
            name = try row["name"]
            agency = try row["agency"]
            division = try row["division"]
            let text: String = try row["bases"]
            bases = text.split(separator: "\n").compactMap { LegalBasis($0) }
            inForceFrom = try row["in_force_from"]
            inForceUntil = try row["in_force_until"]
        }

        func insertion(of item: String, in realm: Realm) -> SQL {
            """
            INSERT INTO legal_task_version
                   (realm, item, number, code, name, agency, division, bases, in_force_from, in_force_until)
            VALUES (\(realm), \(item), \(number), \(code), \(name), \(agency), \(division),
                    \(bases.map(\.short).joined(separator: "\n")), \(inForceFrom), \(inForceUntil))
            """
        }
    }

    let item: String
    let realm: Realm
    /// In the order of their numbers.
    private(set) var versions: [Version] = []
    /// Where the tasks stand, and since which day, by the change.
    var answers: [String: (progress: LegalTask.Progress, since: Day)] = [:]
    /// What the rows of its versions have to take in.
    private(set) var ends: [SQL] = []

    init(item: String, realm: Realm) {
        self.item = item
        self.realm = realm
    }

    var statutes: [String] { versions.flatMap { $0.bases.map(\.statute) } }

    /// Returns the named items of which there are rows, by their identifiers.
    static func read(_ items: [String], in realm: Realm, _ own: any SQLReader) throws -> [AffectedItem] {
        let versions = try own.rows(
            """
            SELECT item, number, code, name, agency, division, bases, in_force_from, in_force_until
              FROM legal_task_version
             WHERE realm = \(realm)
               AND item IN (\(list: items))
             ORDER BY item, number
            """
        )
        var affected: [AffectedItem] = []
        for row in versions {
            let item: String = try row["item"]
            if affected.last?.item != item { affected.append(AffectedItem(item: item, realm: realm)) }
            affected[affected.count - 1].versions.append(try Version(row))
        }
        let answers = try own.rows(
            """
            SELECT item, change, progress, since
              FROM legal_task_answer
             WHERE realm = \(realm)
               AND item IN (\(list: items))
             ORDER BY item, change
            """
        )
        let answered = Dictionary(grouping: try answers.map(Answer.init), by: \.item)
        for place in affected.indices {
            for answer in answered[affected[place].item] ?? [] {
                affected[place].answers[answer.change] = (answer.progress, answer.since)
            }
        }
        return affected
    }

    private struct Answer {
        let item: String
        let change: String
        let progress: LegalTask.Progress
        let since: Day

        init(_ row: Row) throws {
            item = try row["item"]
            change = try row["change"]
            progress = try row["progress"]
            since = try row["since"]
        }
    }

    /// Takes in a further version; the one before ends when it begins.
    mutating func add(_ version: Version) {
        end(on: version.inForceFrom)
        versions.append(version)
    }

    /// Ends the newest version.
    mutating func end(on day: Day) {
        guard let last = versions.indices.last else { return }
        versions[last].inForceUntil = day
        ends.append(
            """
            UPDATE legal_task_version
               SET in_force_until = \(day)
             WHERE realm = \(realm)
               AND item = \(item)
               AND number = \(versions[last].number)
            """
        )
    }

    /// Returns the statements that put its tasks in the place of those there were.
    func tasks(
        under statutes: [String: Statute],
        within rules: LegalTaskRules,
        _ comparisons: StatuteComparisons
    ) -> [SQL] {
        let clearing: SQL = "DELETE FROM legal_task WHERE realm = \(realm) AND item = \(item)"
        return [clearing]
            + versions.flatMap { version in
                let limits = rules.limits(in: version.division)
                let citations = Citations(
                    bases: version.bases,
                    inForceFrom: version.inForceFrom,
                    inForceUntil: version.inForceUntil
                )
                return citations.spans(under: statutes, comparing: comparisons).map { insertion($0, version, limits) }
            }
    }

    private func insertion(_ span: Citations.Span, _ version: Version, _ limits: LegalTaskLimits) -> SQL {
        let change = span.change.text
        let (progress, since) = answers[change] ?? (.open, span.knownOn)
        return """
            INSERT INTO legal_task
                   (realm, item, change, shown_from, shown_until, code, name, agency, division, progress, due)
            VALUES (\(realm), \(item), \(change), \(span.from), \(span.until), \(version.code), \(version.name),
                    \(version.agency), \(version.division), \(progress.rawValue),
                    \(progress.due(since: since, within: limits) ?? .last))
            """
    }
}

extension LegalTask.Progress: SQLConvertible {
    package init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: text)
    }

    package var sqlValue: SQLValue { .text(rawValue) }
}
