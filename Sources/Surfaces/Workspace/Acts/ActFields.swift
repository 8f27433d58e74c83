import HTML
import Kernel
import WebServer

/// Reads the fields of one form and gathers what is wrong with them.
struct ActFields {
    let prefix: String
    let values: FormValues
    private(set) var errors: [FieldError] = []

    init(_ prefix: String, _ values: FormValues) {
        self.prefix = prefix
        self.values = values
    }

    func text(_ name: String) -> String { (values["\(prefix)-\(name)"] ?? "").trimmingSpaces }

    func all(_ name: String) -> [String] { values.all("\(prefix)-\(name)").filter { !$0.isEmpty } }

    /// Returns the day typed, or notes what is wrong with it.
    mutating func day(_ name: String, _ label: String) -> Day? {
        let typed = text(name)
        if let day = Day(typed) { return day }
        fault(name, "“\(label)”应为日期，如 2026-11-22，实为\(typed.isEmpty ? "未填" : "“\(typed.prefix(20))”")")
        return nil
    }

    /// A day that may be left out.
    mutating func optionalDay(_ name: String, _ label: String) -> Day? { text(name).isEmpty ? nil : day(name, label) }

    mutating func choice<Value: RawRepresentable<String>>(
        _ name: String,
        _ label: String,
        of type: Value.Type
    ) -> Value? {
        let typed = text(name)
        if let value = Value(rawValue: typed) { return value }
        fault(name, "“\(label)”应为所列选项之一，实为\(typed.isEmpty ? "未选" : "“\(typed.prefix(20))”")")
        return nil
    }

    mutating func fault(_ name: String, _ message: String) {
        errors.append(FieldError(field: "\(prefix)-\(name)", message: message))
    }
}
