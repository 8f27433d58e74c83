import Directory
import EventLog
import Kernel
import Law
import Processes
import RuleTables
import Supervision

/// A process, table or rule in force that cites what has changed since it was written, or will.
///
/// There are few of them, so they are held against the library when somebody looks, and kept nowhere.
struct AffectedDefinition: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case process
        case table
        case written
        case shipped

        var chinese: String {
            switch self {
            case .process: "流程"
            case .table: "规则表"
            case .written: "监督规则（监督人员编写）"
            case .shipped: "监督规则（系统内置）"
            }
        }
    }

    let kind: Kind
    let name: String
    /// `nil` where the reader has no page of it.
    let address: String?
    /// In the order of the citations.
    let effects: [BasisEffect]
}

extension EventReading {
    /// Nobody publishes more processes than a page of the designer lists.
    private static let mostProcesses = 500

    /// Returns what cites a changed law on `day`, processes first.
    ///
    /// - Parameters:
    ///   - division: whose tables hold.
    ///   - day: on which they are looked at.
    ///   - book: the rules in code that are on.
    /// - Returns: only what a change touches, each with what became of its citations.
    /// - Throws: `DatabaseError`, or `RuleTableError.noneInForce`.
    func affectedDefinitions(
        in division: Division.Code?,
        on day: Day,
        _ book: RuleBook
    ) throws -> [AffectedDefinition] {
        let cited =
            try processesInForce() + tablesInForce(in: division, on: day) + writtenRules()
            + EventReading.rules(of: book)
        let keys = cited.flatMap { $0.citations.bases.map(\.statute) }
        let statutes = try reader.changedStatutes(among: keys, in: realm)
        return cited.compactMap { definition in
            let effects = definition.citations.knownEffects(on: day, under: statutes)
            guard !effects.isEmpty else { return nil }
            return AffectedDefinition(
                kind: definition.kind,
                name: definition.name,
                address: definition.address,
                effects: effects
            )
        }
    }

    private typealias Cited = (
        kind: AffectedDefinition.Kind, name: String, address: String?, citations: Citations
    )

    /// Of every process its newest version.
    private func processesInForce() throws -> [Cited] {
        var seen: Set<ProcessDefinition.ID> = []
        return try publishedProcesses(limit: EventReading.mostProcesses).compactMap { row in
            guard seen.insert(row.process).inserted,
                let definition = try state(PublishedProcess.self, row.key).state.published?.definition
            else { return nil }
            let sources = definition.steps.flatMap { step in
                [step.limit?.source, step.earliest?.source, step.excludedBy].compactMap(\.self)
            }
            return (
                .process, "\(row.name)（第 \(row.number) 版）", WorkspacePath.processes,
                EventReading.citations(sources.map(\.description), from: row.publishedOn)
            )
        }
    }

    private func tablesInForce(in division: Division.Code?, on day: Day) throws -> [Cited] {
        try TableUse.allCases.map { use in
            let table = try ruleTable(use, in: division, on: day)
            return (
                .table, "\(use.chinese)（第 \(table.number) 版）", WorkspacePath.rule(use.rawValue),
                EventReading.citations([table.basis], from: table.inForceFrom)
            )
        }
    }

    /// Those that run, if only in the shadow.
    private func writtenRules() throws -> [Cited] {
        try state(WrittenRules.self, WrittenRules.key).state.all.compactMap { version in
            guard [.shadow, .live].contains(version.stage), let written = version.passages.first else { return nil }
            return (
                .written, "\(version.rule.title)（\(version.citation)）", nil,
                EventReading.citations([version.rule.article], from: written.at.day)
            )
        }
    }

    private static func rules(of book: RuleBook) -> [Cited] {
        (book.all + book.comparisons as [any SupervisionRule]).map { rule in
            let kind = type(of: rule)
            return (
                .shipped, "\(kind.title)（\(kind.code.rawValue)）", nil,
                citations([rule.article], from: RuleBook.lawAsOf)
            )
        }
    }

    /// The statutes that texts such as 行政许可法§42；行政处罚法§57、§58 cite, each citation once.
    private static func citations(_ texts: [String], from day: Day) -> Citations {
        var bases: [LegalBasis] = []
        for text in texts {
            for basis in LegalBasis.list(text).bases where !bases.contains(basis) { bases.append(basis) }
        }
        return Citations(bases: bases, inForceFrom: day, inForceUntil: nil)
    }
}
