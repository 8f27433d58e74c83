import Codes
import Directory
import HTML
import Kernel
import Supervision
import WebServer

/// What somebody wrote to set the parameters of a rule, and what of it cannot be read.
struct ParameterInput: Sendable {
    var division: String
    var category = ""
    var item = ""
    var step = ""
    var level = ""
    var numbers: [String: String] = [:]
    var from: String
    var reason = ""
    var faults: [FieldError] = []

    /// An empty form: everything of the supervisor's division, from today.
    init(division: String, from: Day) {
        self.division = division
        self.from = from.description
    }

    init(_ form: FormValues, of rule: any SupervisionRule) {
        division = form["division"] ?? ""
        category = form["category"] ?? ""
        item = (form["item"] ?? "").filter { !$0.isWhitespace }
        step = (form["step"] ?? "").filter { !$0.isWhitespace }
        level = form["level"] ?? ""
        for number in type(of: rule).numbers { numbers[number.key] = form[number.key] ?? "" }
        from = form["from"] ?? ""
        reason = form["reason"] ?? ""
    }

    /// Returns the setting; `nil` when a field cannot be read, with the reason in `faults`.
    mutating func setting(of rule: any SupervisionRule) -> ParameterSetting? {
        let code = type(of: rule).code
        var values: [String: Int] = [:]
        for number in type(of: rule).numbers {
            let text = (numbers[number.key] ?? "").filter { !$0.isWhitespace }
            guard !text.isEmpty else { continue }
            guard let value = Int(text), number.limits.contains(value) else {
                faults.append(
                    FieldError(
                        field: number.key,
                        message: "\(number.chinese)应为\(number.limits.lowerBound)至\(number.limits.upperBound)的整数"
                    )
                )
                continue
            }
            values[number.key] = value
        }
        let day = Day(from)
        if day == nil { faults.append(FieldError(field: "from", message: "生效日期应如2026-12-01")) }
        guard faults.isEmpty, let day else { return nil }
        return ParameterSetting(
            scope: RuleScope(
                division: division.isEmpty ? nil : division,
                category: category.isEmpty ? nil : category,
                item: item.isEmpty ? nil : item,
                step: step.isEmpty ? nil : .init(step)
            ),
            rule: code,
            level: FindingLevel(rawValue: level),
            numbers: values,
            from: day,
            reason: reason
        )
    }
}

/// The form by which a supervisor sets the parameters of a rule.
struct ParameterForm: Component {
    let rule: any SupervisionRule
    let input: ParameterInput
    let divisions: [Division]
    let hidden: [HiddenField]

    var body: any HTML {
        FormFrame(to: SupervisionPath.parameters(type(of: rule).code), hidden: hidden) {
            ErrorSummary(input.faults)
            div(.cssClass("search-grid")) {
                SelectField(
                    caption("division", "区划", isRequired: true),
                    choices: divisions.map { Choice($0.code.digits, "\($0.name)（\($0.code.digits)）") },
                    chosen: input.division
                )
                SelectField(
                    caption("category", "类别"),
                    choices: [Choice("", "全部类别")]
                        + PowerCategory.allCases.compactMap { category in
                            category.nationalCode.map { Choice($0, category.chinese) }
                        },
                    chosen: input.category
                )
                TextField(caption("item", "事项编码", hint: "不填为全部事项"), value: input.item, maxLength: 60)
                if !RuleCode.comparisons.contains(type(of: rule).code) {
                    TextField(caption("step", "环节标识", hint: "不填为全部环节"), value: input.step, maxLength: 60)
                }
            }
            div(.cssClass("search-grid")) {
                for number in type(of: rule).numbers {
                    TextField(
                        caption(
                            number.key,
                            number.chinese,
                            hint: "\(number.limits.lowerBound)至\(number.limits.upperBound)，不填不改"
                        ),
                        value: input.numbers[number.key] ?? "",
                        kind: .number
                    )
                }
                SelectField(
                    caption("level", "级别"),
                    choices: [Choice("", "不改")]
                        + FindingLevel.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: input.level
                )
                TextField(
                    caption("from", "生效日期", hint: "不早于今天", isRequired: true),
                    value: input.from,
                    kind: .date
                )
            }
            TextArea(caption("reason", "设定理由", isRequired: true), value: input.reason, rows: 2, maxLength: 4_000)
            ButtonRow {
                SubmitButton("设定")
                SubmitButton("先试算", weight: .secondary, choice: ("act", "try"))
            }
        }
    }

    private func caption(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> FieldCaption {
        FieldCaption(name, label: label, hint: hint, isRequired: isRequired, errors: input.faults)
    }
}
