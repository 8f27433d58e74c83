import DecisionTables

/// Under which answer to an earlier question another one is asked.
///
/// - Source: Administrative License Law (行政许可法) art. 29: nothing that has no bearing on the item may be asked.
package struct FormCondition: Hashable, Sendable, Codable {
    /// The key of the earlier question, of the same row of a group or of the form itself.
    package let field: String
    /// What its answer must be, as a cell of a decision table says it: `"是", "部分"`, `>= 200`.
    package let test: String

    package init(field: String, test: String) {
        self.field = field
        self.test = test
    }

    /// Reads what a drafter writes of a question: choices parted by `、`, or a comparison such as `≥200`.
    ///
    /// Returns `nil` where the question cannot be compared, or not so.
    package init?(_ question: FormField, written: String) {
        guard let type = question.factType, !written.isEmpty else { return nil }
        if type == .string {
            let words = written.split(separator: "、").map { String($0).trimmed }
            guard !words.isEmpty, words.allSatisfy({ question.choices?.contains($0) ?? false }) else { return nil }
            self.init(field: question.key, test: words.map { FEELValue.string($0).description }.joined(separator: ", "))
            return
        }
        let test = FormCondition.signs.reduce(written) { $0.replacing($1.written, with: $1.sign) }
        guard (try? UnaryTests(cell: test, type: type)) != nil else { return nil }
        self.init(field: question.key, test: test)
    }

    /// The test as a drafter writes it.
    package func written(of question: FormField) -> String {
        if let words = words(of: question) { return words.joined(separator: "、") }
        return FormCondition.signs.prefix(2).reduce(test) { $0.replacing($1.sign, with: $1.written) }
    }

    /// The condition as an applicant reads it: `“是否租赁”为“是”`.
    package func chinese(of question: FormField) -> String {
        if let words = words(of: question) {
            return "“\(question.label)”为\(words.map { "“\($0)”" }.joined(separator: "或"))"
        }
        return "“\(question.label)”\(written(of: question))"
    }

    /// Whether the condition can be asked of the question at all.
    func isReadable(of question: FormField) -> Bool {
        guard let type = question.factType, let tests = try? UnaryTests(cell: test, type: type) else { return false }
        guard type == .string, let listed = tests.listed else { return type != .string }
        return listed.allSatisfy { value in (question.choices ?? []).contains { .string($0) == value } }
    }

    /// Whether an answer to the question is as wanted; one that is none never is.
    func holds(for answer: String, to question: FormField) -> Bool {
        guard let type = question.factType, let value = FEELValue(entry: answer.trimmed, of: type),
            let tests = try? UnaryTests(cell: test, type: type)
        else { return false }
        return tests.hold(for: value)
    }

    private func words(of question: FormField) -> [String]? {
        guard question.factType == .string, let tests = try? UnaryTests(cell: test, type: .string) else { return nil }
        return tests.listed?.compactMap { value in
            if case .string(let word) = value { word } else { nil }
        }
    }

    private static let signs = [
        (written: "≥", sign: ">= "), (written: "≤", sign: "<= "), (written: "＞", sign: "> "),
        (written: "＜", sign: "< "),
    ]
}
