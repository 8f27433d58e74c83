import HTML

/// The lines of a table, one input a cell; lines left empty are not sent on.
struct RowFields: Component {
    let caption: FieldCaption
    /// The group's name without the form's prefix.
    let name: String
    let label: String
    let columns: [String]
    let count: Int
    let values: ActValues

    static func cell(_ name: String, _ line: Int, _ column: Int) -> String { "\(name)-\(line)-\(column)" }

    var body: any HTML {
        FieldGroup(caption) {
            div(.cssClass("entry-line entry-head columns-\(columns.count)"), .aria(.hidden, "true")) {
                for column in columns { span { column } }
            }
            for line in 0..<count {
                div(.cssClass("entry-line columns-\(columns.count)")) {
                    for (index, column) in columns.enumerated() { cell(line, index, column) }
                }
            }
        }
    }

    private func cell(_ line: Int, _ index: Int, _ column: String) -> any HTML {
        let cell = RowFields.cell(name, line, index)
        return input(
            // The first cell bears the group's name: the error summary links to it.
            .when(line == 0 && index == 0, .id("\(values.prefix)-\(name)")),
            .name("\(values.prefix)-\(cell)"),
            .type("text"),
            .value(values.text(cell)),
            .maxLength(500),
            .aria(.label, "\(label) 第 \(line + 1) 行 \(column)"),
            Attribute("placeholder", column)
        )
    }
}
