import Kernel
import Processes

extension DocumentRecord {
    /// Checks the record against its form, field by field.
    ///
    /// - Parameters:
    ///   - form: what the document asks.
    ///   - passes: whether the outcome needs the choices with which a step may end well.
    /// - Returns: the record with trimmed texts in the form's order.
    /// - Throws: `CaseworkError` for the first field that the form does not take.
    func checked(against form: DocumentForm, passes: Bool) throws(CaseworkError) -> DocumentRecord {
        let given = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        if let stranger = entries.first(where: { entry in !form.fields.contains { $0.key == entry.key } }) {
            throw .documentFieldUnknown(document: form.name, field: stranger.key)
        }
        var checked: [DocumentEntry] = []
        for field in form.fields {
            guard let entry = try field.checked(given[field.key], of: form.name) else { continue }
            if passes, !field.passing.isEmpty, !field.passing.contains(entry.text) {
                throw .documentBars(document: form.name, field: field.label, found: entry.text, source: field.source)
            }
            checked.append(entry)
        }
        return DocumentRecord(document: form.name, entries: checked)
    }
}

extension DocumentField {
    /// Returns the entry as it is kept; `nil` when an optional field was left empty.
    fileprivate func checked(_ entry: DocumentEntry?, of document: String) throws(CaseworkError) -> DocumentEntry? {
        if kind == .rows { return try checkedRows(entry?.rows ?? [], of: document) }
        let text = (entry?.text ?? "").trimmed
        guard !text.isEmpty else {
            if isRequired { throw .documentFieldMissing(document: document, field: label, source: source) }
            return nil
        }
        guard text.count >= atLeast else { throw .reasonsMissing(field: label, atLeast: atLeast) }
        guard text.count <= CaseworkRules.longestText else {
            throw .textTooLong(field: label, limit: CaseworkRules.longestText, found: text.count)
        }
        guard accepts(text) else { throw .answerNotAccepted(field: label, found: String(text.prefix(40))) }
        return DocumentEntry(key: key, label: label, text: text)
    }

    private func checkedRows(_ rows: [[String]], of document: String) throws(CaseworkError) -> DocumentEntry? {
        let filled = rows.map { row in row.map(\.trimmed) }.filter { row in row.contains { !$0.isEmpty } }
        guard filled.count >= (isRequired ? atLeast : 0) else {
            throw .documentRowsMissing(document: document, field: label, atLeast: atLeast, found: filled.count)
        }
        for row in filled {
            guard row.count == columns.count, row.allSatisfy({ $0.count <= DocumentField.longestCell }) else {
                throw .answerNotAccepted(field: label, found: String(row.joined(separator: "、").prefix(40)))
            }
            if let index = row.firstIndex(of: "") {
                throw .documentFieldMissing(document: document, field: "\(label)：\(columns[index])", source: source)
            }
        }
        return filled.isEmpty ? nil : DocumentEntry(key: key, label: label, text: "", rows: filled)
    }

    private static let longestCell = 500

    private func accepts(_ text: String) -> Bool {
        switch kind {
        case .line, .paragraph: true
        case .day: Day(text) != nil
        case .moment: Instant(minute: text) != nil
        case .money: Money(yuan: text) != nil
        case .choice: choices.contains(text)
        case .rows: false
        }
    }
}
