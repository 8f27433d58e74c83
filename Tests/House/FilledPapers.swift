package import Casework
import Codes
package import Kernel
package import Processes
import TimeLimits

extension DocumentRecord {
    /// The papers of a step as somebody careful fills them in on a day.
    package static func filledIn(
        _ step: Step,
        _ outcome: StepOutcome,
        on day: Day = "2026-03-02"
    ) throws -> [DocumentRecord] {
        try DocumentForms.shipped().forms(of: step, ending: outcome).map { form in
            let entries = try form.fields.map { field in
                let entry = DocumentEntry(filling: field)
                // What the bank is told ends with the thirty days; an urging gives the court's ten days and no more.
                let days = [
                    "冻结通知书": "2026-04-01", "申请强制执行催告书": "2026-03-16", "催告书": "2026-03-05", "代履行催告书": "2026-03-05",
                ]
                if field.key == "until", let until = days[form.name] { return entry.saying(until) }
                guard form.name.hasPrefix("听证"), let said = try hearing(field.key, on: day) else { return entry }
                return entry.saying(said)
            }
            return DocumentRecord(document: form.name, entries: entries)
        }
    }

    /// A hearing is announced for a month later; its record is of the day, and its notice was served just in time.
    private static func hearing(_ key: String, on day: Day) throws -> String? {
        switch key {
        case "heldAt": return "\(day + 30) 09:30"
        case "began", "ended": return "\(day) 09:30"
        case "notifiedOn":
            let calendar = try NationalCalendar.load()
            var told = day - 1
            while try calendar.day(7, workingDaysAfter: told) >= day { told = told - 1 }
            return told.description
        default: return nil
        }
    }
}

extension DocumentEntry {
    package init(filling field: DocumentField) {
        let text =
            switch field.kind {
            case .line, .paragraph: String(repeating: "经查明事实清楚", count: max(1, field.atLeast))
            case .day: field.key == "until" ? "2026-05-29" : "2026-03-02"
            case .moment: "2026-03-02 09:30"
            case .money: "100"
            case .choice: field.passing.first ?? field.choices.first ?? ""
            case .rows: ""
            }
        var rows: [[String]]?
        if field.kind == .rows, field.isRequired {
            rows = (0..<max(1, field.atLeast)).map { line in field.columns.map { DocumentEntry.cell($0, line) } }
        }
        let isNamed = field.key == "chair"
        self.init(
            key: field.key,
            label: field.label,
            text: isNamed ? DocumentEntry.cell("姓名", 0) : String(text.prefix(400)),
            rows: rows
        )
    }

    fileprivate func saying(_ text: String) -> DocumentEntry {
        DocumentEntry(key: key, label: label, text: text, rows: nil)
    }

    /// The head of the house first, then invented colleagues; all agree.
    private static func cell(_ column: String, _ line: Int) -> String {
        switch column {
        case "姓名": line == 0 ? "演示批准" : "成员\(line)"
        case "意见": "同意"
        default: "\(column)\(line + 1)"
        }
    }
}
