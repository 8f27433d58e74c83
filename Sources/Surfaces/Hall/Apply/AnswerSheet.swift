import Casework
import Catalog
import HTML
import WebServer

/// The answers to an item's form, as typed.
struct AnswerSheet: Sendable {
    let rules: ItemRules
    /// What is asked today.
    let fields: [FormField]
    private let values: [String: String]
    let isSeen: Bool

    init(_ rules: ItemRules, _ draft: SubmissionDraft) {
        (self.rules, fields) = (rules, rules.form)
        values = Dictionary(fields.map { ($0.key, draft.answers[DraftKey.answer($0.key)] ?? "") }) { first, _ in first }
        isSeen = draft.answers[DraftKey.formSeen] != nil
    }

    init(_ rules: ItemRules, _ form: FormValues) {
        (self.rules, fields) = (rules, rules.form)
        values = Dictionary(fields.map { ($0.key, form[AnswerSheet.name(of: $0)] ?? "") }) { first, _ in first }
        isSeen = true
    }

    /// The field's name on the page.
    static func name(of field: FormField) -> String { "field-\(field.key)" }

    subscript(field: FormField) -> String { values[field.key] ?? "" }

    func write(into draft: inout SubmissionDraft) {
        for (key, value) in values { draft.answers[DraftKey.answer(key)] = value }
        draft.answers[DraftKey.formSeen] = "1"
    }

    /// What is missing, what is not an answer, and what the negative list forbids.
    var errors: [FieldError] {
        let forbidden = rules.forbidden(values).map { field, entry in
            FieldError(field: AnswerSheet.name(of: field), message: "\(field.label)：\(entry.refusal)")
        }
        return faults + (forbidden.map { [$0] } ?? [])
    }

    private var faults: [FieldError] {
        fields.compactMap { field in
            let value = self[field].trimmedEnds
            let name = AnswerSheet.name(of: field)
            if value.isEmpty {
                return field.isRequired ? FieldError(field: name, message: "\(field.label)：应填写，实为空。") : nil
            }
            guard !field.accepts(value) else { return nil }
            return FieldError(
                field: name,
                message: "\(field.label)：应为\(field.expectation)，实为“\(value.prefix(40))”。"
            )
        }
    }

    var answers: [FormAnswer] {
        fields.map { FormAnswer(field: $0.key, label: $0.label, value: self[$0].trimmedEnds) }
    }
}

extension NegativeList.Entry {
    /// Why an application under it is not taken.
    var refusal: String {
        "项目应在负面清单禁止的范围之外，实为“\(category)”。管理措施：\(measure)。依据：\(basis)。选择有误的，请修改；有疑问的，可以先咨询。"
    }
}

extension String {
    /// Without white space at both ends.
    var trimmedEnds: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
