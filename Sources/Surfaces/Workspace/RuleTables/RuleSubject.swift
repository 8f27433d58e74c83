import Access
import Casework
import Catalog
import DecisionTables
import Directory
import EventLog
import Kernel
import RuleTables
import WebServer

/// Whose table of rules is meant: a threshold of the division, or a table of one item.
enum RuleSubject: Hashable, Sendable {
    case threshold(TableUse, Division.Code)
    case item(PowerItem.ID, ItemTable)

    var key: String {
        switch self {
        case .threshold(let use, let division): RuleTable.key(use, division)
        case .item(let item, let table): table.key(item)
        }
    }

    var address: String {
        switch self {
        case .threshold(let use, _): WorkspacePath.rule(use.rawValue)
        case .item(let item, let table): WorkspacePath.itemRule(item.text, table.rawValue)
        }
    }
}

/// A table that the principal may see, with what holds today.
struct OpenedRule: Sendable {
    let principal: Principal
    let subject: RuleSubject
    let terms: TableTerms
    let inForce: RulePage.Standing?
    /// Why the version that would hold today does not.
    let lapsed: RuleTableError?
    let state: RuleTable
    let today: Day
    /// The version of the stream the form was made for.
    let seen: Int

    /// The draft, else what holds, else an empty table.
    var current: DecisionTable {
        state.draft?.content ?? inForce?.table
            ?? DecisionTable(
                id: terms.id,
                name: terms.name,
                hitPolicy: terms.policies[0],
                inputs: terms.facts,
                outputs: [terms.output],
                rules: []
            )
    }
}

extension Workspace {
    /// Returns the table that the address names.
    ///
    /// - Throws: `WebRefusal` for what there is not, or an item of another division.
    func openRule(_ request: WebRequest, _ principal: Principal?) async throws -> OpenedRule {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        let today = log.clock.now.day
        let subject = try Workspace.subject(request, division)
        let seen = request.form.values["seen"].flatMap { Int($0) }
        return try await log.read(principal.realm) { reading in
            let loaded = try reading.state(RuleTable.self, subject.key)
            let terms: TableTerms
            let inForce: RulePage.Standing?
            var lapsed: RuleTableError?
            switch subject {
            case .threshold(let use, _):
                terms = use.terms
                inForce = RulePage.Standing(try reading.ruleTable(use, in: division, on: today), for: division)
            case .item(let item, let table):
                guard let content = try reading.powerItem(item)?.state.version(on: today)?.content else {
                    throw WebRefusal.notFound
                }
                guard content.division.flatMap({ Division.Code($0) }) == division else { throw WebRefusal.forbidden }
                terms = table.terms(for: content)
                let version = loaded.state.version(on: today)
                lapsed = version.flatMap { terms.foreign(in: $0.content) }
                inForce = lapsed == nil ? version.map { RulePage.Standing($0, of: content) } : nil
            }
            return OpenedRule(
                principal: principal,
                subject: subject,
                terms: terms,
                inForce: inForce,
                lapsed: lapsed,
                state: loaded.state,
                today: today,
                seen: seen ?? loaded.version
            )
        }
    }

    private static func subject(_ request: WebRequest, _ division: Division.Code) throws -> RuleSubject {
        let name = try request.parameter("use")
        guard let item = request.parameters["item"] else {
            guard let use = TableUse(rawValue: name) else { throw WebRefusal.notFound }
            return .threshold(use, division)
        }
        guard let table = ItemTable(rawValue: name) else { throw WebRefusal.notFound }
        return .item(PowerItem.ID(item), table)
    }
}

extension RulePage.Standing {
    init(_ table: TableInForce, for division: Division.Code) {
        self.init(
            owner: Workspace.owner(of: table, for: division),
            number: table.number,
            inForceFrom: table.inForceFrom,
            basis: table.basis,
            table: table.table
        )
    }

    init(_ version: RuleTable.Version, of item: ItemContent) {
        self.init(
            owner: "\(item.agency?.name ?? "")（事项编码 \(item.code)）",
            number: version.number,
            inForceFrom: version.inForceFrom,
            basis: version.basis,
            table: version.content
        )
    }
}
