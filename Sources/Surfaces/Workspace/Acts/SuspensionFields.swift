import HTML

/// Why the clock stops, for how long, and the words for the applicant.
///
/// - Source: Administrative License Law (行政许可法) art. 45.
struct SuspensionFields: Component {
    let prefix: String
    let grounds: [Choice]
    let typed: TypedForm

    var body: any HTML {
        SelectField(
            caption("ground", "特别程序", ""),
            choices: grounds,
            chosen: typed.value("ground", in: prefix).isEmpty ? nil : typed.value("ground", in: prefix)
        )
        TextField(
            caption("expectedEnd", "预计结束日期", "书面告知申请人（行政许可法§45）"),
            value: typed.value("expectedEnd", in: prefix),
            kind: .date,
            width: .short
        )
        TextArea(
            caption("explanation", "说明", "写入《特别程序时间告知书》"),
            value: typed.value("explanation", in: prefix),
            rows: 2,
            maxLength: 4_000
        )
    }

    private func caption(_ name: String, _ label: String, _ hint: String) -> FieldCaption {
        FieldCaption(
            "\(prefix)-\(name)",
            label: label,
            hint: hint,
            isRequired: true,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }
}
