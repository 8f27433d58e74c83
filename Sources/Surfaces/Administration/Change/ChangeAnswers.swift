import HTML
import Kernel
import WebServer

/// The answers to a form, each of the kind its field asks for.
struct ChangeAnswers: Sendable {
    private let fields: [ChangeField]
    private let values: [String: [String]]
    /// What is wrong, in the order of the fields.
    let errors: [FieldError]

    /// What was sent.
    init(_ fields: [ChangeField], _ sent: FormValues) {
        self.fields = fields
        values = fields.reduce(into: [:]) { values, field in
            values[field.name] = sent.all(field.name).map(\.trimmed).filter { !$0.isEmpty }
        }
        errors = fields.compactMap { [values] field in
            ChangeAnswers.fault(field, values[field.name] ?? []).map { FieldError(field: field.name, message: $0) }
        }
    }

    /// What a form shows before anybody has answered.
    init(presentOf fields: [ChangeField]) {
        self.fields = fields
        values = fields.reduce(into: [:]) { values, field in
            values[field.name] =
                field.present.isEmpty && !field.suggestion.isEmpty ? [field.suggestion] : field.present
        }
        errors = []
    }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Returns the answer, or `nil` when the field was left empty.
    func optional(_ name: String) -> String? { values[name]?.first }

    func text(_ name: String) -> String { optional(name) ?? "" }

    func number(_ name: String) -> Int? { optional(name).flatMap { Int($0) } }

    func optionalDay(_ name: String) -> Day? { optional(name).flatMap { Day($0) } }

    func day(_ name: String) throws(ChangeFault) -> Day {
        guard let day = optionalDay(name) else { throw ChangeFault(name, "日期应为2026-01-31的格式。") }
        return day
    }

    func word<Word: RawRepresentable<String>>(_ name: String, _ type: Word.Type) throws(ChangeFault) -> Word {
        guard let word = Word(rawValue: text(name)) else { throw ChangeFault(name, "请从所列各项中选择。") }
        return word
    }

    func words<Word: RawRepresentable<String>>(_ name: String, _ type: Word.Type) -> [Word] {
        all(name).compactMap { Word(rawValue: $0) }
    }

    /// Everything answered, to travel on with the preview.
    var hidden: [HiddenField] { fields.flatMap { field in all(field.name).map { HiddenField(field.name, $0) } } }

    /// Where an answer differs from what holds now: label, words before, words after.
    var differences: [(label: String, before: String, after: String)] {
        fields.compactMap { field in
            if case .carried = field.kind { return nil }
            let (before, after) = (field.words(field.present), field.words(all(field.name)))
            return before == after ? nil : (field.label, before, after)
        }
    }

    private static func fault(_ field: ChangeField, _ values: [String]) -> String? {
        guard let first = values.first else { return field.isRequired ? "请填写\(field.label)。" : nil }
        switch field.kind {
        case .line(let greatest), .lines(let greatest):
            return first.count > greatest ? "\(field.label)应不超过\(greatest)个字，实为\(first.count)个字。" : nil
        case .day: return Day(first) == nil ? "\(field.label)应为2026-01-31的格式，实为“\(first)”。" : nil
        case .number(let range):
            let isRight = Int(first).map(range.contains) ?? false
            return isRight ? nil : "\(field.label)应为\(range.lowerBound)至\(range.upperBound)的整数，实为“\(first)”。"
        case .one(let choices), .several(let choices):
            let isRight = values.allSatisfy { value in choices.contains { $0.value == value } }
            return isRight ? nil : "\(field.label)应从所列各项中选择。"
        case .carried: return nil
        }
    }
}

extension String {
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
