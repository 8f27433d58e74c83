import DecisionTables
import Kernel
import Synchronization
import TimeLimits

/// The written rules that hold at a moment, made ready: those whose findings count, and those in the shadow.
struct WrittenRuleRun: Sendable {
    struct Ready: Sendable {
        let version: WrittenRules.Version
        let decision: DecisionTables.Decision
    }

    var live: [Ready] = []
    var shadow: [Ready] = []
}

extension WrittenRuleRun.Ready {
    /// What the rule finds in a case as it stands after an act.
    func breach(in caseFile: SupervisedCase, at now: Instant, _ calendar: WorkingCalendar) throws -> Breach? {
        let rule = version.rule
        guard rule.covers(caseFile.item) else { return nil }
        let subject: FindingSubject
        switch rule.reach {
        case .dossier: subject = .dossier
        case .act:
            guard let act = caseFile.act else { return nil }
            subject = .act(act.version)
        }
        let values = try decision.facts.map { name in
            try CaseFact(rawValue: name)?.value(in: caseFile, at: now, calendar) ?? .null
        }
        let outcome = decision.decide(facts: values)
        guard outcome.values == [.boolean(true)] else { return nil }
        let row = outcome.rules.first.map { $0 + 1 }
        let note = outcome.rules.first.flatMap { decision.table.rules[$0].note }
        return Breach(
            rule,
            subject,
            since: caseFile.act?.recordedAt ?? now,
            facts: zip(decision.facts, values).compactMap { name, value in
                CaseFact(rawValue: name).map { FindingFact($0.chinese, value.said) }
            } + [
                FindingFact(
                    "规则版本",
                    "\(version.citation)" + (row.map { "第\($0)行" } ?? "") + (note.map { "：\($0)" } ?? "")
                )
            ]
        )
    }
}

extension FEELValue {
    fileprivate var said: String {
        switch self {
        case .null: "无"
        case .boolean(let isTrue): isTrue ? "是" : "否"
        case .number, .string, .date, .time, .dateTime, .duration, .list: entry
        }
    }
}

/// Keeps the tables that were made ready; what is live or in the shadow does not change any more.
final class ReadyTables: Sendable {
    private let tables = Mutex<[DecisionTable: DecisionTables.Decision]>([:])
    private static let most = 256

    /// Returns the versions with their tables; one that cannot be read is left out, and none such goes live.
    func ready(_ versions: [WrittenRules.Version]) -> [WrittenRuleRun.Ready] {
        versions.compactMap { version in
            decision(version.rule.table).map { WrittenRuleRun.Ready(version: version, decision: $0) }
        }
    }

    private func decision(_ table: DecisionTable) -> DecisionTables.Decision? {
        if let known = tables.withLock({ $0[table] }) { return known }
        guard let made = table.read().decision else { return nil }
        tables.withLock { tables in
            if tables.count >= ReadyTables.most { tables.removeAll() }
            tables[table] = made
        }
        return made
    }
}
