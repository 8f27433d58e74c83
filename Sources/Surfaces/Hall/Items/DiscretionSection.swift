import HTML

/// The discretion benchmark of an item, situation by situation, each with a form that tries circumstances.
///
/// - Source: 行政处罚法 art. 34 (benchmarks are published); 国办发〔2022〕27号.
struct DiscretionSection: Component {
    /// One situation with its grades and its form.
    struct Entry: Sendable {
        /// From 0; it keeps the forms of several situations apart.
        let number: Int
        let name: String
        let bases: String
        /// What the law allows, one line a measure.
        let envelopes: [String]
        let grades: [GradeRow]
        /// The grades as a file.
        let file: String
        let trial: Trial
    }

    /// One grade in the table.
    struct GradeRow: Sendable {
        let name: String
        /// One line for each set of circumstances.
        let conditions: [String]
        let measures: [String]
    }

    /// The form and what it led to.
    struct Trial: Sendable {
        let fields: [TrialField]
        let errors: [FieldError]
        let outcome: Outcome?
    }

    /// One question of the form.
    struct TrialField: Sendable {
        let name: String
        let label: String
        let hint: String
        /// The answers to choose from; `nil` for a number.
        let choices: [Choice]?
        let value: String?
    }

    /// The grade that was found.
    struct Outcome: Sendable {
        let grade: String
        let measures: [String]
        let reasons: [String]
    }

    let issuedAs: String
    let inForce: String
    let remark: String?
    let entries: [Entry]
    /// The item's own address.
    let address: String

    static let anchor = "discretion"

    var body: any HTML {
        p { "\(issuedAs)，\(inForce)。" }
        if let remark { p(.cssClass("hint")) { remark } }
        for entry in entries {
            section {
                h3 { entry.name }
                p(.cssClass("hint")) { "依据：\(entry.bases)" }
                if !entry.envelopes.isEmpty { p { "法定幅度：\(entry.envelopes.joined(separator: "；"))" } }
                table(of: entry)
                p(.cssClass("hint")) { a(.href(entry.file)) { "下载裁量阶次表（DMN）" } }
                trial(of: entry)
            }
        }
    }

    private func table(of entry: Entry) -> any HTML {
        DataTable(
            "\(entry.name)的裁量阶次",
            columns: [.init("阶次"), .init("适用情形"), .init("处理")],
            rows: entry.grades.map { grade in
                DataTable.Row([grade.name, lines(grade.conditions), lines(grade.measures)])
            }
        )
    }

    private func lines(_ lines: [String]) -> any HTML {
        div { for line in lines { p { line } } }
    }

    @HTMLBuilder
    private func trial(of entry: Entry) -> any HTML {
        let prefix = DiscretionSection.prefix(entry.number)
        Element("form", [.action("\(address)#\(prefix)"), .method(.get), .id(prefix)]) {
            h4 { "试算：选择情节，查看对应的阶次和幅度" }
            input(.type("hidden"), .name("situation"), .value(String(entry.number)))
            div(.cssClass("search-grid")) {
                for field in entry.trial.fields { control(field, errors: entry.trial.errors) }
                button(.cssClass("button"), .type("submit")) { "查看阶次" }
            }
        }
        if let outcome = entry.trial.outcome {
            AlertBox("对应阶次：\(outcome.grade)", tone: .active) {
                ul { for measure in outcome.measures { li { measure } } }
                p { outcome.reasons.joined(separator: "；") + "。" }
                p(.cssClass("hint")) { "试算仅供了解裁量基准，不是行政决定；个案以行政机关查明的事实为准。" }
            }
        }
    }

    @HTMLBuilder
    private func control(_ field: TrialField, errors: [FieldError]) -> any HTML {
        let caption = FieldCaption(field.name, label: field.label, hint: field.hint, isRequired: true, errors: errors)
        if let choices = field.choices {
            SelectField(caption, choices: choices, chosen: field.value)
        } else {
            TextField(caption, value: field.value ?? "", maxLength: 16)
        }
    }

    /// Before the names of a situation's fields, and the anchor of its form.
    static func prefix(_ number: Int) -> String { "trial-\(number)" }
}
