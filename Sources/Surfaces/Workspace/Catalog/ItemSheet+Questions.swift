import Catalog
import HTML

/// The application form of an item: its groups stand as rows, each before the questions that belong to it.
extension ItemSheet {
    static func rows(_ form: [FormField]) -> [[QuestionField: String]] {
        form.enumerated().flatMap { place, field in
            let earlier = Array(form.prefix(place))
            let parts = field.parts ?? []
            return [row(field, after: earlier, in: nil)]
                + parts.enumerated().map { row($1, after: earlier + parts.prefix($0), in: field) }
        }
    }

    private static func row(
        _ field: FormField,
        after earlier: [FormField],
        in group: FormField?
    )
        -> [QuestionField: String]
    {
        let question = field.condition.flatMap { condition in earlier.last { $0.key == condition.field } }
        return [
            .label: field.label, .key: field.key, .kind: field.kind.rawValue,
            .required: field.isRequired ? yes : "", .personal: field.isPersonal ? yes : "",
            .choices: (field.choices ?? []).joined(separator: "、"),
            .longest: field.longest.map(String.init) ?? "", .hint: field.hint ?? "",
            .when: question?.label ?? "", .answer: question.flatMap { field.condition?.written(of: $0) } ?? "",
            .group: group?.label ?? "", .least: field.least.map(String.init) ?? "",
            .most: field.most.map(String.init) ?? "",
        ]
    }

    func readQuestions(onto base: ItemContent?, into reading: inout Reading) {
        guard !questions.isEmpty || base?.form != nil else { return }
        var form: [FormField] = []
        for (index, row) in questions.enumerated() {
            let reader = QuestionReader(row: row, index: index)
            guard let name = reader.text(.group) else {
                form.append(reader.field(after: form, into: &reading))
                continue
            }
            guard let place = form.lastIndex(where: { $0.kind == .group && $0.label == name }) else {
                reader.fault(.group, "应为此前一组问题的名称，实为“\(name.prefix(40))”", in: &reading)
                continue
            }
            let parts = form[place].parts ?? []
            form[place] = form[place].with(reader.field(after: form.prefix(place) + parts, into: &reading))
        }
        reading.content.form = form
    }
}

extension FormField {
    /// The group with a further question.
    fileprivate func with(_ part: FormField) -> FormField {
        FormField(
            key: key,
            label: label,
            kind: kind,
            isRequired: isRequired,
            hint: hint,
            condition: condition,
            parts: (parts ?? []) + [part],
            least: least,
            most: most
        )
    }
}

/// Reads one row of the form of questions.
private struct QuestionReader {
    let row: [ItemSheet.QuestionField: String]
    let index: Int

    func text(_ field: ItemSheet.QuestionField) -> String? { row[field].flatMap { $0.isEmpty ? nil : $0 } }

    func fault(_ field: ItemSheet.QuestionField, _ message: String, in reading: inout ItemSheet.Reading) {
        reading.fault(ItemSheet.question(index, field), message)
    }

    func field(after earlier: [FormField], into reading: inout ItemSheet.Reading) -> FormField {
        let kind = text(.kind).flatMap(FormField.Kind.init) ?? .line
        let choices = text(.choices).map { $0.split(separator: "、").map { String($0).trimmingSpaces } }
        if kind == .choice, (choices ?? []).count < 2 {
            fault(.choices, "应写出可选的答案，用“、”隔开，实为不足两个", in: &reading)
        }
        let isGroup = kind == .group
        return FormField(
            key: text(.key) ?? "q\(index + 1)",
            label: row[.label] ?? "",
            kind: kind,
            isRequired: row[.required] == ItemSheet.yes,
            isPersonal: row[.personal] == ItemSheet.yes,
            choices: kind == .choice ? choices : nil,
            longest: number(.longest, "最多字数", 1...10_000, into: &reading),
            hint: text(.hint),
            condition: condition(after: earlier, into: &reading),
            parts: isGroup ? [] : nil,
            least: isGroup ? number(.least, "一组至少几项", 0...FormField.mostRows, into: &reading) : nil,
            most: isGroup ? number(.most, "一组至多几项", 1...FormField.mostRows, into: &reading) : nil
        )
    }

    private func number(
        _ field: ItemSheet.QuestionField,
        _ label: String,
        _ range: ClosedRange<Int>,
        into reading: inout ItemSheet.Reading
    ) -> Int? {
        guard let written = text(field) else { return nil }
        if let number = Int(written), range.contains(number) { return number }
        fault(
            field,
            "\(label)应为 \(range.lowerBound) 至 \(range.upperBound)，实为“\(written.prefix(10))”",
            in: &reading
        )
        return nil
    }

    private func condition(after earlier: [FormField], into reading: inout ItemSheet.Reading) -> FormCondition? {
        guard text(.when) != nil || text(.answer) != nil else { return nil }
        guard let name = text(.when), let question = earlier.last(where: { $0.label == name }) else {
            fault(.when, "应为此前一个问题的名称，实为“\((text(.when) ?? "").prefix(40))”", in: &reading)
            return nil
        }
        let answer = text(.answer) ?? ""
        if let condition = FormCondition(question, written: answer) { return condition }
        let wanted = question.factType == nil ? "“\(name)”是自由填写的，不能作为前提" : "应为“\(name)”可选的答案，数字、日期如“≥200”"
        fault(.answer, "\(wanted)，实为“\(answer.prefix(40))”", in: &reading)
        return nil
    }
}
