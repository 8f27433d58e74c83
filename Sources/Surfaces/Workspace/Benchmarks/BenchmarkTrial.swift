import Discretion
import HTML
import WebServer

/// Circumstances somebody tries in one situation, and the grade they lead to.
struct BenchmarkTrial: Sendable {
    let situation: Situation
    /// Before the names of its fields.
    let prefix: String
    private let values: FormValues
    private let isAsked: Bool

    /// - Parameters:
    ///   - situation: as written, proved or not.
    ///   - number: from 0; it keeps the fields of several situations apart.
    ///   - values: what was sent.
    ///   - isAsked: whether an answer is wanted.
    init(_ situation: Situation, at number: Int, _ values: FormValues, isAsked: Bool) {
        self.situation = situation
        self.values = values
        self.isAsked = isAsked
        prefix = "t\(number)"
    }

    private func value(_ field: String) -> String { (values["\(prefix).\(field)"] ?? "").trimmingSpaces }

    private var subject: Measure.Subject? { Measure.Subject(rawValue: value("subject")) }

    private func circumstance(_ place: Int) -> Circumstance? {
        situation.factors[place].circumstance(value(String(place)))
    }

    private var errors: [FieldError] {
        guard isAsked else { return [] }
        let whom = subject == nil ? [FieldError(field: "\(prefix).subject", message: "应选择对象，实为空")] : []
        return whom
            + situation.factors.indices.filter { circumstance($0) == nil }.map { place in
                let found = value(String(place))
                let shown = found.isEmpty ? "空" : "“\(found.prefix(60))”"
                let message = "\(situation.factors[place].demand)，实为\(shown)"
                return FieldError(field: "\(prefix).\(place)", message: message)
            }
    }

    /// Subject and factors, with what was entered.
    @HTMLBuilder var fields: any HTML {
        div(.cssClass("form-grid")) {
            SelectField(
                FieldCaption("\(prefix).subject", label: "对象", isRequired: true, errors: errors),
                choices: Measure.Subject.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: subject?.rawValue
            )
            for place in situation.factors.indices { field(place) }
        }
    }

    private func field(_ place: Int) -> any HTML {
        let factor = situation.factors[place]
        let entry = value(String(place))
        let caption = FieldCaption(
            "\(prefix).\(place)",
            label: factor.name,
            hint: factor.unitHint,
            isRequired: true,
            errors: errors
        )
        guard let words = factor.options else { return TextField(caption, value: entry, maxLength: 16) }
        let chosen = words.contains(entry) ? entry : nil
        return SelectField(caption, choices: words.map { Choice($0, $0) }, chosen: chosen)
    }

    /// The grade, its ranges and the reasons, or why there is none.
    @HTMLBuilder var outcome: any HTML {
        if isAsked, errors.isEmpty, let subject {
            switch grade(subject) {
            case .success(let choice):
                AlertBox("对应阶次：\(choice.grade.title(in: situation))", tone: .active) {
                    ul { for measure in choice.measures { li { measure.chinese } } }
                    p { choice.reasons.map(\.chinese).joined(separator: "；") + "。" }
                }
            case .failure(let refusal):
                AlertBox("没有唯一的阶次", tone: .bad) { p { words(refusal) } }
            }
        }
    }

    private func grade(_ subject: Measure.Subject) -> Result<GradeChoice, DiscretionError> {
        let circumstances = situation.factors.indices.compactMap(circumstance)
        let alone = DiscretionBenchmark(issuedAs: "", situations: [situation])
        do {
            return .success(try alone.grade(circumstances, in: situation.key, for: subject))
        } catch {
            return .failure(error)
        }
    }

    private func words(_ refusal: DiscretionError) -> String {
        guard case .severalGrades(let keys, _) = refusal else { return "应有一个阶次适用于这些情节，实为没有" }
        let names = keys.map { key in situation.grades.first { $0.key == key }?.name ?? key }
        return "应只有一个阶次适用于这些情节，实为\(names.joined(separator: "、"))同时适用"
    }
}
