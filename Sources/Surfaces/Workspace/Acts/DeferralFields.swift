import HTML

/// When the party applied to pay later or in parts, why, and what is to be paid by when.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66.2.
struct DeferralFields: Component {
    /// The instalments a form has lines for; a program may set more.
    static let lines = 6

    let values: ActValues
    let outstanding: String

    var body: any HTML {
        TextField(
            values.caption("appliedOn", "当事人申请日期", isRequired: true),
            value: values.text("appliedOn"),
            kind: .date,
            width: .short
        )
        TextArea(
            values.caption("reasons", "准予的理由", hint: "不少于 10 个字，写明经济困难的情况和证明", isRequired: true),
            value: values.text("reasons"),
            rows: 2,
            maxLength: 4_000
        )
        p(.cssClass("hint")) { "只填第一期为暂缓；各期合计应等于尚未缴纳的人民币\(outstanding)元。" }
        for line in 0..<DeferralFields.lines {
            div(.cssClass("field-row")) {
                TextField(
                    values.caption("due-\(line)", "第\(line + 1)期最迟缴纳日", isRequired: line == 0),
                    value: values.text("due-\(line)"),
                    kind: .date,
                    width: .short
                )
                TextField(
                    values.caption("part-\(line)", "第\(line + 1)期金额（元）", isRequired: line == 0),
                    value: values.text("part-\(line)"),
                    maxLength: 20,
                    width: .short
                )
            }
        }
    }
}
