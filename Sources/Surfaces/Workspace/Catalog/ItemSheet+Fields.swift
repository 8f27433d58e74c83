import Catalog
import Codes
import HTML

/// What the form says in the fields of single categories.
extension ItemSheet {
    static let fieldPrefix = "field."
    static let prefixes = [answerPrefix, fieldPrefix]

    static func categoryField(_ key: String) -> String { fieldPrefix + key }

    /// What is written for another category than the chosen one is a fault, so that it is not lost unseen.
    func readFields(_ declared: [CategoryField], onto base: ItemContent?, into reading: inout Reading) {
        // A field that is declared no more is not asked and stays as it was stated.
        var fields = (base?.fields ?? []).filter { field in !declared.contains { $0.key == field.key } }
        for field in declared {
            let name = ItemSheet.categoryField(field.key)
            let text = answers[name] ?? ""
            if text.isEmpty { continue }
            if !field.isStated(by: reading.content.category) {
                let others = field.categories.map(\.chinese).joined(separator: "、")
                reading.fault(name, "\(others)的事项才填写，本事项为\(reading.content.category.chinese)")
            } else if let stated = field.stated(text) {
                fields.append(stated)
            } else {
                reading.fault(name, "应为\(field.expectation)，实为“\(text.prefix(40))”")
            }
        }
        reading.content.fields = fields.isEmpty ? nil : fields
    }
}
