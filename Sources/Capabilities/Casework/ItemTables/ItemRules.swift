package import Catalog
import DecisionTables
package import EventLog
package import Kernel
package import Parties
import RuleTables

/// The tables of an item in force on a day, ready to be asked about one application.
package struct ItemRules: Sendable {
    /// What a table says of the conditions, and why.
    package struct Verdict: Hashable, Sendable {
        package let isEligible: Bool
        /// The note of the row that decided.
        package let ground: String
        package let citation: String
    }

    /// A material that a table asks for, and why.
    package struct Demand: Hashable, Sendable {
        package let material: String
        package let ground: String
    }

    /// One table in force, as everybody may read it.
    package struct Standing: Sendable {
        package let use: ItemTable
        package let number: Int
        package let inForceFrom: Day
        package let basis: String
        let decision: DecisionTables.Decision

        var table: DecisionTable { decision.table }

        /// The table for those who only read it.
        package var sheet: (columns: [String], rows: [[String]]) { table.sheet }
    }

    private let item: PowerItem.ID
    private let content: ItemContent
    package let standing: [Standing]
    /// What binds an investment project that day; `nil` for an item that is not about one.
    private let negativeList: NegativeList?

    /// - Parameters:
    ///   - item: the item.
    ///   - content: the version under which the application is made.
    ///   - day: the day of the application.
    ///   - version: the version of a table in force that day, as the reader knows it.
    ///   - list: a list beside the items, as the reader knows it.
    /// - Throws: what `version` and `list` throw.
    init(
        _ item: PowerItem.ID,
        _ content: ItemContent,
        on day: Day,
        _ version: (ItemTable) throws -> RuleTable.Version?,
        list: (OfficialList.ID) throws -> OfficialList
    ) throws {
        (self.item, self.content) = (item, content)
        negativeList = try content.negativeList(on: day, list)
        standing = try ItemTable.allCases.compactMap { use -> Standing? in
            guard let version = try version(use),
                use.terms(for: content).foreign(in: version.content) == nil,
                let decision = version.content.read().decision
            else { return nil }
            return Standing(
                use: use,
                number: version.number,
                inForceFrom: version.inForceFrom,
                basis: version.basis,
                decision: decision
            )
        }
    }

    /// How the events of a case name the versions it relied on: `eligibility@item-1P3@2`.
    package var citations: [String] { standing.map(citation) + (negativeList?.citations ?? []) }

    /// The questions of the form as they are asked that day.
    package var form: [FormField] { content.form(under: negativeList) }

    /// The entry of the negative list that the answers choose, with its question; `nil` outside of it.
    package func entry(_ answers: [String: String]) -> (field: FormField, entry: NegativeList.Entry)? {
        (content.form ?? []).lazy.filter { $0.kind == .industry }.compactMap { field in
            negativeList?.entry(chosenBy: answers[field.key]?.trimmed ?? "").map { (field, $0) }
        }.first
    }

    /// The entry that forbids the project.
    package func forbidden(_ answers: [String: String]) -> (field: FormField, entry: NegativeList.Entry)? {
        entry(answers).flatMap { $0.entry.isForbidden ? $0 : nil }
    }

    private func citation(_ standing: Standing) -> String { "\(standing.use.key(item))@\(standing.number)" }

    /// Whether the applicant meets the conditions; `nil` without a table, or while what it looks at is not stated.
    package func eligibility(_ answers: [String: String], of applicant: Party.Kind?) -> Verdict? {
        guard let standing = standing.first(where: { $0.use == .eligibility }) else { return nil }
        let facts = facts(answers, applicant)
        guard standing.table.decidingInputs.allSatisfy({ facts[$0.name] != nil }) else { return nil }
        let outcome = standing.decision.decide(facts)
        guard case .boolean(let isEligible)? = outcome.values?.first else { return nil }
        return Verdict(
            isEligible: isEligible,
            ground: standing.note(of: outcome) ?? standing.basis,
            citation: citation(standing)
        )
    }

    /// The materials asked for beside those of everybody, each once, in the order of the item's list.
    package func demands(_ answers: [String: String], of applicant: Party.Kind?) -> [Demand] {
        guard let standing = standing.first(where: { $0.use == .materials }) else { return [] }
        let outcome = standing.decision.decide(facts(answers, applicant))
        guard case .list(let values)? = outcome.values?.first else { return [] }
        let rows = Array(zip(outcome.rules, values))
        return (content.materials ?? []).compactMap { material in
            guard let row = rows.first(where: { $0.1 == .string(material.name) }) else { return nil }
            let note = standing.table.rules[row.0].note
            return Demand(material: material.name, ground: note ?? standing.basis)
        }
    }

    /// Everything an application must bring: what everybody brings, and what the table asks for.
    package func required(_ answers: [String: String], of applicant: Party.Kind?) -> [String] {
        let demanded = Set(demands(answers, of: applicant).map(\.material))
        return (content.materials ?? []).filter { $0.mustBeFiled || demanded.contains($0.name) }.map(\.name)
    }

    private func facts(_ answers: [String: String], _ applicant: Party.Kind?) -> [String: FEELValue] {
        var facts: [String: FEELValue] = [:]
        if let applicant { facts[ItemTable.applicant] = .string(applicant.chinese) }
        for field in content.form ?? [] {
            guard let fact = field.fact, let answer = answers[field.key]?.trimmed, !answer.isEmpty else { continue }
            facts[fact.name] = FEELValue(entry: answer, of: fact.type)
        }
        return facts
    }
}

extension ItemRules.Standing {
    fileprivate func note(of outcome: DecisionTables.Decision.Outcome) -> String? {
        outcome.rules.first.flatMap { table.rules[$0].note }
    }
}

extension EventReading {
    /// Returns what the item's table says of an application, by the version and the day under which it was received.
    package func eligibility(of caseFile: CaseFile) throws -> ItemRules.Verdict? {
        try ItemRules.eligibility(of: caseFile, { try state(PowerItem.self, $0).state }) { item, content, day in
            try itemRules(item, content, on: day)
        } party: {
            try party(Party.ID($0))?.kind
        }
    }

    /// Returns the tables of an item in force on the day of an application: a later table changes nothing of it.
    package func itemRules(_ item: PowerItem.ID, _ content: ItemContent, on day: Day) throws -> ItemRules {
        try ItemRules(item, content, on: day) {
            try state(RuleTable.self, $0.key(item)).state.version(on: day)
        } list: {
            try state(OfficialList.self, $0.text).state
        }
    }
}

extension ItemRules {
    /// The tables of the day of receipt, fitted to the version the case began under, decide.
    fileprivate static func eligibility(
        of caseFile: CaseFile,
        _ item: (String) throws -> PowerItem,
        _ rules: (PowerItem.ID, ItemContent, Day) throws -> ItemRules,
        party: (String) throws -> Party.Kind?
    ) rethrows -> Verdict? {
        guard let opening = caseFile.opening, let submission = caseFile.submission else { return nil }
        let versions = try item(opening.item.id).versions
        guard let version = versions.first(where: { $0.number == opening.item.version }) else { return nil }
        return try rules(PowerItem.ID(opening.item.id), version.content, opening.receivedOn)
            .eligibility(submission.stated, of: try party(opening.party))
    }
}

extension CommandSession {
    func eligibility(of caseFile: CaseFile) throws -> ItemRules.Verdict? {
        try ItemRules.eligibility(of: caseFile, { try load(PowerItem.self, $0).state }) { item, content, day in
            try itemRules(item, content, on: day)
        } party: {
            try load(PartyEntry.self, $0).state.party?.kind
        }
    }

    func itemRules(_ item: PowerItem.ID, _ content: ItemContent, on day: Day) throws -> ItemRules {
        try ItemRules(item, content, on: day) {
            try load(RuleTable.self, $0.key(item)).state.version(on: day)
        } list: {
            try load(OfficialList.self, $0.text).state
        }
    }
}
