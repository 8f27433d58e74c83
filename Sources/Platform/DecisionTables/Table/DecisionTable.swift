/// A decision table as it is written: cells are text, right or not yet.
///
/// Its JSON is the form it is kept in; `DecisionTable+DMN` is the form it travels in.
package struct DecisionTable: Hashable, Sendable, Codable {
    /// A column of conditions.
    package struct Input: Hashable, Sendable, Codable {
        /// What the rules and the facts call it.
        package let name: String
        /// How people call it, with its unit: 罚款金额（元）.
        package let label: String
        package let type: FEELType
        /// What is tested, if it is not the fact of the same name: `amount / 12`.
        package let expression: String?
        /// Which values there are, as a cell writes them: `"citizen", "organization"` or `>= 0`.
        package let allowed: String?

        package init(name: String, label: String, type: FEELType, expression: String? = nil, allowed: String? = nil) {
            self.name = name
            self.label = label
            self.type = type
            self.expression = expression
            self.allowed = allowed
        }
    }

    /// A column of conclusions.
    package struct Output: Hashable, Sendable, Codable {
        package let name: String
        package let label: String
        package let type: FEELType
        /// Which values there are, as a list of literals; for policies that rank outputs the first ranks highest.
        package let allowed: String?
        /// What holds where no rule does.
        package let otherwise: String?

        package init(name: String, label: String, type: FEELType, allowed: String? = nil, otherwise: String? = nil) {
            self.name = name
            self.label = label
            self.type = type
            self.allowed = allowed
            self.otherwise = otherwise
        }
    }

    package struct Rule: Hashable, Sendable, Codable {
        /// One cell an input.
        package let when: [String]
        /// One cell an output.
        package let then: [String]
        /// What it means, and the article it comes from: 行政处罚法第六十三条第一款第一项.
        package let note: String?

        package init(when: [String], then: [String], note: String? = nil) {
            self.when = when
            self.then = then
            self.note = note
        }
    }

    package let id: String
    package let name: String
    package let hitPolicy: HitPolicy
    package let inputs: [Input]
    package let outputs: [Output]
    package let rules: [Rule]

    package init(
        id: String,
        name: String,
        hitPolicy: HitPolicy,
        inputs: [Input],
        outputs: [Output],
        rules: [Rule]
    ) {
        self.id = id
        self.name = name
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
    }
}
