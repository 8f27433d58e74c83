import Database
import EventLog
import Kernel

/// Which rules cannot be evaluated in which case: a cache of the log, nothing personal in it.
let createFailingRules = Migration(
    "2026_11_29_781_CreateFailingRules",
    [
        """
        CREATE TABLE failing_rule (
            realm BIGINT NOT NULL,
            case_id TEXT NOT NULL,
            rule TEXT NOT NULL,
            reason TEXT NOT NULL,
            since BIGINT NOT NULL,
            PRIMARY KEY (realm, case_id, rule)
        )
        """
    ]
)

/// One row for each rule that fails in a case, until it is evaluated there again.
struct FailingRuleProjection: Projection {
    let name = "failing-rules"
    let version = 1
    let tables = [
        ProjectionTable(
            "failing_rule",
            rows: { realm in
                """
                SELECT case_id, rule, reason, since
                  FROM failing_rule
                 WHERE realm = \(realm)
                 ORDER BY case_id, rule
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard let fact = event.as(FindingEvent.self) else { return [] }
        let caseFile = event.envelope.stream.key
        switch fact {
        case .failed(let failed):
            return [
                """
                INSERT INTO failing_rule (realm, case_id, rule, reason, since)
                VALUES (\(event.realm), \(caseFile), \(failed.rule.rawValue), \(failed.reason),
                        \(event.envelope.recordedAt))
                    ON CONFLICT (realm, case_id, rule) DO UPDATE SET reason = excluded.reason
                """
            ]
        case .recovered(let recovered): return [works(recovered.rule, in: caseFile, event.realm)]
        // Logs of before recoveries were recorded tell it by what the rule found.
        case .raised(let raised): return [works(raised.breach.rule, in: caseFile, event.realm)]
        case .released, .lapsed, .explained, .accepted, .withdrawn, .planned: return []
        }
    }

    private func works(_ rule: RuleCode, in caseFile: String, _ realm: Realm) -> SQL {
        """
        DELETE FROM failing_rule
         WHERE realm = \(realm)
           AND case_id = \(caseFile)
           AND rule = \(rule.rawValue)
        """
    }
}
