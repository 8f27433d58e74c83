import Casework
package import DecisionTables

/// A rule that a supervisor wrote without code: which facts of a case are found, how they are told, by which law.
package struct WrittenRule: Hashable, Sendable, Codable {
    /// What a finding of it is about; decides how often one case can have it.
    package enum Reach: String, Hashable, Sendable, Codable, CaseIterable {
        /// Each act by which it holds.
        case act
        /// The case, once.
        case dossier

        package var chinese: String {
            switch self {
            case .act: "每次办理"
            case .dossier: "每个办件一次"
            }
        }
    }

    package let code: RuleCode
    package let title: String
    /// The division in which it holds, with those in it.
    package let division: String
    package let dimension: Dimension
    package let level: FindingLevel
    package let reach: Reach
    /// What the finding says.
    package let message: String
    /// The article, as the finding cites it.
    package let article: String
    /// When it holds; asked from the top, and what no row speaks of is no finding.
    package let table: DecisionTable

    package init(
        code: RuleCode,
        title: String,
        division: String,
        dimension: Dimension,
        level: FindingLevel,
        reach: Reach,
        message: String,
        article: String,
        table: DecisionTable
    ) {
        self.code = code
        self.title = title
        self.division = division
        self.dimension = dimension
        self.level = level
        self.reach = reach
        self.message = message
        self.article = article
        self.table = table
    }

    /// The one conclusion of such a table: whether it is a finding.
    package static let output = DecisionTable.Output(
        name: "applies",
        label: "属于",
        type: .boolean,
        otherwise: "false"
    )

    /// Puts the table together from rows read from the top.
    package static func table(
        _ code: RuleCode,
        _ facts: [CaseFact],
        _ rows: [DecisionTable.Rule]
    ) -> DecisionTable {
        DecisionTable(
            id: code.rawValue,
            name: code.rawValue,
            hitPolicy: .first,
            inputs: facts.map(\.input),
            outputs: [output],
            rules: rows
        )
    }

    /// Refuses a name that is not of a written rule, and a table that looks at what is no fact of a case.
    func requireSound() throws(SupervisionError) {
        guard code.isWritten else { throw .notALocalCode(code.rawValue) }
        for (text, field, limit) in [(title, "名称", 60), (message, "情形表述", 200), (article, "依据", 120)] {
            let text = try SupervisionText.require(text, field)
            guard text.count <= limit else { throw .textTooLong(field: field, limit: limit, found: text.count) }
        }
        for input in table.inputs where CaseFact(rawValue: input.name)?.input != input {
            throw .foreignFact(input.label)
        }
        guard table.outputs == [WrittenRule.output], table.hitPolicy == .first else { throw .foreignFact("结论") }
    }

    /// - Throws: `SupervisionError.unproved` with everything that speaks against the table.
    func requireProved() throws(SupervisionError) {
        let faults = table.check()
        guard faults.isEmpty else { throw .unproved(faults, table) }
    }

    func covers(_ item: ItemPin) -> Bool { RuleScope(division: division).covers(item) }
}
