package import Cryptography
package import Database
package import Kernel

/// What somebody looks for in the audit; what is `nil` or empty is not asked.
package struct AuditSearch: Hashable, Sendable {
    package var kind: AuditEntry.Kind?
    /// An account that acted.
    package var actor: String
    /// An account or record acted upon.
    package var subject: String
    package var from: Day?
    /// The last day.
    package var to: Day?

    package init(
        kind: AuditEntry.Kind? = nil,
        actor: String = "",
        subject: String = "",
        from: Day? = nil,
        to: Day? = nil
    ) {
        self.kind = kind
        self.actor = actor
        self.subject = subject
        self.from = from
        self.to = to
    }

    fileprivate var condition: SQL {
        var condition: SQL = "recorded_at >= \(from.map { Instant($0, hour: 0) } ?? Instant(milliseconds: 0))"
        if let to { condition = condition + " AND recorded_at < \(Instant(to + 1, hour: 0))" }
        if let kind { condition = condition + " AND kind = \(kind.rawValue)" }
        if !actor.isEmpty { condition = condition + " AND actor = \(actor)" }
        if !subject.isEmpty { condition = condition + " AND subject = \(subject)" }
        return condition
    }
}

/// What came of checking the audit's chain: how many entries fit, and the first that does not.
package struct AuditCheck: Hashable, Sendable {
    package let checked: Int
    package let broken: AuditBreak?

    package init(checked: Int, broken: AuditBreak?) {
        self.checked = checked
        self.broken = broken
    }
}

/// The first entry of the audit that does not fit the chain.
package enum AuditBreak: Hashable, Sendable {
    case altered(ordinal: Int64)
    case missing(ordinal: Int64)
    /// The chain fits in itself, but is not the one that was signed when it had this length.
    case rewritten(ordinal: Int64)
}

/// How long the audit was at some time, and the hash of all of it then; kept outside the database.
package struct AuditMark: Hashable, Sendable {
    package let length: Int64
    package let chain: Digest

    package init(length: Int64, chain: Digest) {
        self.length = length
        self.chain = chain
    }
}

extension SQLReader {
    /// Returns at most `limit` audit entries recorded before `moment`, the newest first.
    package func auditEntries(
        _ search: AuditSearch = AuditSearch(),
        before moment: Instant,
        limit: Int
    ) throws -> [AuditEntry] {
        try rows(
            """
            SELECT id, recorded_at, kind, actor, subject, session, address, remark
              FROM audit_entry
             WHERE \(search.condition)
               AND recorded_at < \(moment)
             ORDER BY recorded_at DESC, ordinal DESC, id DESC
             LIMIT \(limit)
            """
        ).map(AuditEntry.init)
    }

    /// Returns the length of the audit and the hash of it; `nil` while it is empty.
    package func auditMark() throws -> AuditMark? {
        guard let row = try firstRow("SELECT next_ordinal, chain FROM audit_head WHERE id = 1") else { return nil }
        let next: Int64 = try row["next_ordinal"]
        let chain: String = try row["chain"]
        return Digest(hex: chain).map { AuditMark(length: next - 1, chain: $0) }
    }

    /// Recomputes the chain of the audit, and holds it against what was kept outside the database.
    package func auditChain(against marks: [AuditMark] = []) throws -> AuditCheck {
        let kept = Dictionary(grouping: marks, by: \.length)
        var chain = ""
        var next: Int64 = 1
        while true {
            let page = try rows(
                """
                SELECT id, recorded_at, kind, actor, subject, session, address, remark, ordinal, chain
                  FROM audit_entry
                 WHERE ordinal >= \(next)
                 ORDER BY ordinal
                 LIMIT 1000
                """
            )
            for row in page {
                guard try row["ordinal"] == next else {
                    return AuditCheck(checked: Int(next - 1), broken: .missing(ordinal: next))
                }
                chain = try AuditEntry(row).chained(to: chain, ordinal: next)
                guard try row["chain"] == chain else {
                    return AuditCheck(checked: Int(next - 1), broken: .altered(ordinal: next))
                }
                if let marks = kept[next], marks.contains(where: { $0.chain.hex != chain }) {
                    return AuditCheck(checked: Int(next - 1), broken: .rewritten(ordinal: next))
                }
                next += 1
            }
            if page.isEmpty { break }
        }
        let head: Int64 = try value("SELECT next_ordinal FROM audit_head WHERE id = 1") ?? 1
        let isWhole = head == next && marks.allSatisfy { $0.length < next }
        return AuditCheck(checked: Int(next - 1), broken: isWhole ? nil : .missing(ordinal: next))
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) throws {
        let kind: String = try row["kind"]
        guard let known = AuditEntry.Kind(rawValue: kind) else {
            throw DatabaseError.column("kind", expected: "a kind of audit entry", found: kind)
        }
        self.init(
            id: try row["id"],
            recordedAt: try row["recorded_at"],
            kind: known,
            actor: try row["actor"],
            subject: try row["subject"],
            session: try row["session"],
            address: try row["address"],
            remark: try row["remark"]
        )
    }
}
