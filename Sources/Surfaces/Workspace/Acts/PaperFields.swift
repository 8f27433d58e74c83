import Casework
import HTML
import Kernel
import Processes
import WebServer

/// The form of one paper of a step, each field as its kind asks.
struct PaperFields: Component {
    let form: DocumentForm
    /// Its place among the papers of the step, from 0.
    let place: Int
    let values: ActValues

    static func name(_ place: Int, _ key: String) -> String { "paper\(place)-\(key)" }

    /// More answers than a line holds stand in a list that opens.
    private static let longestInLine = 24

    var body: any HTML {
        fieldset(.cssClass("part")) {
            legend { "《\(form.name)》" }
            for index in form.fields.indices { field(form.fields[index], index) }
        }
    }

    private func field(_ field: DocumentField, _ index: Int) -> any HTML {
        let name = PaperFields.name(place, field.key)
        let caption = values.caption(name, field.label, hint: hint(field, index), isRequired: field.isRequired)
        switch field.kind {
        case .line: return TextField(caption, value: values.text(name), maxLength: 500)
        case .paragraph:
            let rows = values.text(name).count > 120 ? 6 : 3
            return TextArea(caption, value: values.text(name), rows: rows, maxLength: 4_000)
        case .day: return TextField(caption, value: values.text(name), kind: .date, width: .short)
        case .moment: return TextField(caption, value: values.text(name), kind: .moment, width: .short)
        case .money: return TextField(caption, value: values.text(name), maxLength: 20, width: .short)
        case .choice: return choice(field, caption, name)
        case .rows:
            return RowFields(
                caption: caption,
                name: name,
                label: field.label,
                columns: field.columns,
                count: values.lines(name, least: max(4, field.atLeast + 2)),
                values: values
            )
        }
    }

    private func choice(_ field: DocumentField, _ caption: FieldCaption, _ name: String) -> any HTML {
        let choices = field.choices.map { Choice($0, $0) }
        guard field.choices.joined().count <= PaperFields.longestInLine else {
            return SelectField(caption, choices: choices, chosen: values.chosen(name))
        }
        return ChoiceField(caption, choices: choices, chosen: Set([values.text(name)]), layout: .line)
    }

    /// What to write, how much at least, and the article; an article shared with the field before is not said again.
    private func hint(_ field: DocumentField, _ index: Int) -> String {
        let isText = field.kind == .line || field.kind == .paragraph
        let least = isText && field.atLeast > 2 ? "不少于 \(field.atLeast) 个字" : ""
        let before = index > 0 ? form.fields[index - 1].source?.description : nil
        let article = field.source?.description == before ? "" : field.source?.description ?? ""
        return [field.hint, least, article].filter { !$0.isEmpty }.joined(separator: "；")
    }
}

extension ActFields {
    /// Reads the papers that a step asks for.
    func papers(_ forms: [DocumentForm]) -> [DocumentRecord] {
        forms.enumerated().map { place, form in
            DocumentRecord(document: form.name, entries: form.fields.map { entry($0, place) })
        }
    }

    private func entry(_ field: DocumentField, _ place: Int) -> DocumentEntry {
        let name = PaperFields.name(place, field.key)
        let rows = field.kind == .rows ? lines(name, columns: field.columns.count) : nil
        // Browsers put a T between day and time.
        let typed = text(name)
        let text = field.kind == .moment ? String(typed.map { $0 == "T" ? " " : $0 }) : typed
        return DocumentEntry(key: field.key, label: field.label, text: text, rows: rows)
    }

    private func lines(_ name: String, columns: Int) -> [[String]] {
        var lines: [[String]] = []
        while values["\(prefix)-\(RowFields.cell(name, lines.count, 0))"] != nil {
            lines.append((0..<columns).map { text(RowFields.cell(name, lines.count, $0)) })
        }
        return lines
    }
}
