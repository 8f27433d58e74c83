import Casework
import HTML
import Kernel

/// What is known of a matter that nobody applied for: how it came to light, what, where and when.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 36, 54.
struct ClueFields: Component {
    let values: ActValues
    let isPenalty: Bool

    var body: any HTML {
        fieldset(.cssClass("part")) {
            legend { "线索" }
            SelectField(
                values.caption("source", "线索来源", isRequired: true),
                choices: Clue.Source.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: values.chosen("source")
            )
            TextArea(
                values.caption("facts", "线索内容", hint: "何人、何时、何地、何种行为；不少于 10 个字", isRequired: true),
                value: values.text("facts"),
                rows: 4,
                maxLength: 4_000
            )
            TextField(values.caption("place", "地点"), value: values.text("place"), maxLength: 200)
            div(.cssClass("field-row")) {
                day("happenedOn", isPenalty ? "违法行为发生日期" : "发生日期", isRequired: isPenalty)
                day("endedOn", "终了日期", hint: "行为连续或者继续的")
            }
            if isPenalty {
                ChoiceField(
                    values.caption("grave", "追究时效"),
                    choices: [Choice("1", "涉及公民生命健康安全、金融安全且有危害后果的，时效为五年；其他为二年（行政处罚法§36）")],
                    chosen: Set([values.text("grave")]),
                    kind: .several
                )
            }
        }
    }

    private func day(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> TextField {
        TextField(
            values.caption(name, label, hint: hint, isRequired: isRequired),
            value: values.text(name),
            kind: .date,
            width: .short
        )
    }
}

extension ActFields {
    /// Reads what is known of the matter; the law about days and texts is asked by the command.
    mutating func clue() -> Clue? {
        let source = choice("source", "线索来源", of: Clue.Source.self)
        let first = optionalDay("happenedOn", "发生日期")
        let last = optionalDay("endedOn", "终了日期")
        guard let source else { return nil }
        return Clue(
            source: source,
            facts: text("facts"),
            place: text("place"),
            happenedOn: first,
            endedOn: last,
            isGrave: !text("grave").isEmpty
        )
    }
}
