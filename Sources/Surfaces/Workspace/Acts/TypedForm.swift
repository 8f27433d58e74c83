import HTML
import WebServer

/// What an officer typed into one form, so that a refusal loses nothing.
struct TypedForm: Sendable {
    /// The form's prefix; every field name begins with it.
    let prefix: String
    let values: FormValues
    let errors: [FieldError]
    var kept = KeptFiles.none

    static let none = TypedForm(prefix: "", values: FormValues(), errors: [])

    func value(_ name: String, in prefix: String) -> String {
        prefix == self.prefix ? values["\(prefix)-\(name)"] ?? "" : ""
    }

    func all(_ name: String, in prefix: String) -> [String] {
        prefix == self.prefix ? values.all("\(prefix)-\(name)") : []
    }

    func isOpen(_ prefix: String) -> Bool { prefix == self.prefix }

    /// What was typed, for when its form is no longer there.
    var texts: [String] {
        values.pairs.filter { $0.name.hasPrefix("\(prefix)-") && $0.value.count > 1 }.map(\.value)
    }
}
