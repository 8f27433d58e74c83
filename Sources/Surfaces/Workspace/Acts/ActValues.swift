import HTML
import WebServer

/// What the fields of one form hold: what was typed, else what the case knows already.
struct ActValues: Sendable {
    let prefix: String
    let typed: TypedForm
    /// By the field's name without the prefix.
    let defaults: [String: String]

    /// The name of the button that only asks for more lines.
    static let more = "more"
    /// The name of the button that keeps what was typed, without doing anything.
    static let keep = "keep"

    private static let moreLines = 5

    func text(_ name: String) -> String {
        typed.isOpen(prefix) ? typed.value(name, in: prefix) : defaults[name] ?? ""
    }

    /// What is chosen in a list; `nil` when nothing is.
    func chosen(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    func caption(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> FieldCaption {
        FieldCaption(
            "\(prefix)-\(name)",
            label: label,
            hint: hint,
            isRequired: isRequired,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }

    /// How many lines a table shows: `least`, as many as were sent, and more where they were asked for.
    func lines(_ name: String, least: Int) -> Int {
        guard typed.isOpen(prefix) else { return least }
        var sent = 0
        while typed.values["\(prefix)-\(name)-\(sent)-0"] != nil { sent += 1 }
        return max(least, sent + (text(ActValues.more).isEmpty ? 0 : ActValues.moreLines))
    }
}
