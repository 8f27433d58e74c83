/// An item's form as it is put under certain answers: which questions, and each group how many times.
///
/// A question within a group is kept under the key `group.row.question`, rows counted from 1; the group's own key may
/// hold how many rows are wanted.
package struct AskedForm: Sendable {
    /// One question in its place.
    package struct Question: Sendable {
        /// With the key under which its answer is kept, and the name that says which row it is of.
        package let field: FormField
        /// Its name where the row is seen.
        package let label: String
        /// Whether the answers so far ask it.
        package let isAsked: Bool
        /// Whether an answer before it says that it is not asked; an empty row is not asked, and yet not moot.
        package let isMoot: Bool
        /// When it is asked, in words; `nil` for always.
        package let condition: String?
    }

    /// Questions that are put together, once or in rows.
    package struct Group: Sendable {
        package let field: FormField
        package let isAsked: Bool
        package let condition: String?
        package let rows: [[Question]]
        /// How many rows are answered.
        let answered: Int
    }

    package enum Part: Sendable {
        case question(Question)
        case group(Group)
    }

    package let parts: [Part]

    /// Lays a form out.
    ///
    /// - Parameters:
    ///   - form: the questions and groups.
    ///   - answers: by key, as typed.
    ///   - spare: how many empty rows a group has beyond those that are answered or wanted, as far as it may.
    package init(_ form: [FormField], _ answers: [String: String], spare: Int = 0) {
        var earlier = Earlier()
        parts = form.map { field in
            let (isAsked, condition) = earlier.state(of: field)
            guard field.kind == .group else {
                earlier.add(field, isAsked ? answers[field.key] : nil)
                return .question(
                    Question(
                        field: field,
                        label: field.label,
                        isAsked: isAsked,
                        isMoot: !isAsked,
                        condition: condition
                    )
                )
            }
            let group = Rows(field, answers)
            return .group(
                Group(
                    field: field,
                    isAsked: isAsked,
                    condition: condition,
                    rows: group.questions(isAsked, after: earlier, spare: spare),
                    answered: group.answered
                )
            )
        }
    }

    /// Every question with its place, asked or not.
    package var questions: [Question] {
        parts.flatMap { part in
            switch part {
            case .question(let question): [question]
            case .group(let group): group.rows.flatMap(\.self)
            }
        }
    }

    /// The keys of questions and groups that the answers so far do not ask.
    package var moot: [String] {
        parts.flatMap { part in
            switch part {
            case .question(let question): question.isMoot ? [question.field.key] : []
            case .group(let group):
                group.isAsked ? group.rows.flatMap(\.self).filter(\.isMoot).map(\.field.key) : [group.field.key]
            }
        }
    }

    /// What is to be answered.
    package var asked: [FormField] { questions.filter(\.isAsked).map(\.field) }

    /// The groups that are answered more often than they may be, and how often.
    package var overfull: [(group: FormField, count: Int)] {
        parts.compactMap { part in
            guard case .group(let group) = part, group.answered > group.field.rows.upperBound else { return nil }
            return (group.field, group.answered)
        }
    }

    /// Returns the answers without those to questions that they do not ask, and without gaps between rows.
    package static func packed(_ form: [FormField], _ answers: [String: String]) -> [String: String] {
        var packed = answers
        for group in form where group.kind == .group {
            let rows = Rows(group, answers)
            let kept = (1...max(1, rows.answered)).filter(rows.isAnswered)
            for key in answers.keys where key.hasPrefix("\(group.key).") { packed[key] = nil }
            for (place, row) in kept.enumerated() {
                for (old, new) in zip(rows.keys(of: row), rows.keys(of: place + 1)) { packed[new] = answers[old] }
            }
        }
        return packed
    }
}

/// The questions already put, with what was answered.
private struct Earlier {
    private var questions: [String: (field: FormField, answer: String?)] = [:]

    mutating func add(_ field: FormField, _ answer: String?) { questions[field.key] = (field, answer) }

    func state(of field: FormField) -> (isAsked: Bool, condition: String?) {
        guard let condition = field.condition else { return (true, nil) }
        guard let (question, answer) = questions[condition.field] else { return (false, nil) }
        return (condition.holds(for: answer ?? "", to: question), condition.chinese(of: question))
    }
}

/// The rows of one group under certain answers.
private struct Rows {
    private let group: FormField
    private let answers: [String: String]
    /// The last row with an answer.
    let answered: Int

    init(_ group: FormField, _ answers: [String: String]) {
        (self.group, self.answers) = (group, answers)
        let start = "\(group.key)."
        answered = answers.reduce(0) { last, answer in
            guard answer.key.hasPrefix(start), !answer.value.trimmed.isEmpty,
                let row = answer.key.dropFirst(start.count).split(separator: ".").first.flatMap({ Int($0) }),
                (1...FormField.mostRows + 1).contains(row)
            else { return last }
            return max(last, row)
        }
    }

    func keys(of row: Int) -> [String] { (group.parts ?? []).map { "\(group.key).\(row).\($0.key)" } }

    func isAnswered(_ row: Int) -> Bool { keys(of: row).contains { !(answers[$0] ?? "").trimmed.isEmpty } }

    func questions(_ isGroupAsked: Bool, after earlier: Earlier, spare: Int) -> [[AskedForm.Question]] {
        let range = group.rows
        let wanted = max(answered + spare, answers[group.key].flatMap { Int($0) } ?? 0, range.lowerBound, 1)
        return (1...min(wanted, range.upperBound)).map { row in
            let isRowAsked = isGroupAsked && (row <= range.lowerBound || isAnswered(row))
            var earlier = earlier
            return (group.parts ?? []).map { part in
                let (isAsked, condition) = earlier.state(of: part)
                let key = "\(group.key).\(row).\(part.key)"
                earlier.add(part, isAsked ? answers[key] : nil)
                let place = range.upperBound == 1 ? group.label : "\(group.label) \(row)"
                return AskedForm.Question(
                    field: part.named(key, "\(place)：\(part.label)"),
                    label: part.label,
                    isAsked: isRowAsked && isAsked,
                    isMoot: !isAsked,
                    condition: condition
                )
            }
        }
    }
}
