package import Catalog
package import DecisionTables
import Kernel
import Parties
package import RuleTables

/// What a table of an item decides about one application, by what the applicant states.
///
/// It rests on the version of the item: its facts are questions of the item's own form, its materials those of the
/// item's list. A table that looks at anything else is not in force for that version.
package enum ItemTable: String, Hashable, Sendable, Codable, CaseIterable {
    /// Whether the conditions of the item are met.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 34, 38 (granted to who meets the conditions).
    case eligibility
    /// Which materials beside those of everybody must be handed in.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 30, 31 (all that is asked for is published, and no more).
    case materials

    package var chinese: String {
        switch self {
        case .eligibility: "资格条件"
        case .materials: "应交材料"
        }
    }

    /// The stream of the table.
    package func key(_ item: PowerItem.ID) -> String { "\(rawValue)@item-\(item.text)" }

    /// What is asked of the table under one version of the item.
    package func terms(for content: ItemContent) -> TableTerms {
        switch self {
        case .eligibility:
            TableTerms(
                id: rawValue,
                name: "\(content.name)：\(chinese)",
                question: "按申请人填写的内容，是否符合本事项的条件",
                source: "行政许可法第三十四条、第三十八条",
                facts: ItemTable.facts(of: content),
                output: DecisionTable.Output(name: "eligible", label: "符合条件", type: .boolean),
                yes: "符合",
                no: "不符合"
            )
        case .materials:
            TableTerms(
                id: rawValue,
                name: "\(content.name)：\(chinese)",
                question: "按申请人填写的内容，还应当提交哪些材料",
                source: "行政许可法第三十条、第三十一条",
                facts: ItemTable.facts(of: content),
                output: DecisionTable.Output(
                    name: "material",
                    label: "应当提交",
                    type: .string,
                    allowed: FEELText.list((content.materials ?? []).filter { $0.source != .form }.map(\.name))
                ),
                policies: [.collect]
            )
        }
    }

    /// Returns a table as it is told in words: what each row asks of which facts, what it says, and why.
    ///
    /// - Parameters:
    ///   - content: the version of the item.
    ///   - rows: cells by the names of their facts, the rest may be anything; what is said as a cell writes it.
    /// - Returns: a table with the usual policy, proved or not.
    package func table(
        for content: ItemContent,
        rows: [(when: [String: String], then: String, note: String)]
    ) -> DecisionTable {
        let terms = terms(for: content)
        return DecisionTable(
            id: terms.id,
            name: terms.name,
            hitPolicy: terms.policies[0],
            inputs: terms.facts,
            outputs: [terms.output],
            rules: rows.map { row in
                DecisionTable.Rule(
                    when: terms.facts.map { row.when[$0.name] ?? "-" },
                    then: [row.then],
                    note: row.note
                )
            }
        )
    }

    /// An item without a form has only the kind of its applicant.
    private static func facts(of content: ItemContent) -> [DecisionTable.Input] {
        let questions = (content.form ?? []).compactMap(\.fact).filter { $0.name != applicant }
        return [
            DecisionTable.Input(
                name: applicant,
                label: "申请人",
                type: .string,
                allowed: FEELText.list(Party.Kind.allCases.map(\.chinese))
            )
        ] + questions
    }

    /// The fact that every application has.
    static let applicant = "applicantKind"
}

extension FormField {
    /// The answer as a fact; `nil` for words of one's own, on which no rule can rest.
    var fact: DecisionTable.Input? {
        guard let type = factType, DecisionTable.Input.isName(key) else { return nil }
        return DecisionTable.Input(name: key, label: label, type: type, allowed: choices.map(FEELText.list))
    }
}

extension DecisionTable.Input {
    /// Whether a key is a name that an expression can say: letters, digits and underscores.
    fileprivate static func isName(_ key: String) -> Bool {
        guard let first = key.first, first.isLetter || first == "_" else { return false }
        return key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}

/// Words as a cell writes them.
private enum FEELText {
    static func list(_ words: [String]) -> String {
        words.map { FEELValue.string($0).description }.joined(separator: ", ")
    }
}
