import HTML

/// Begins an application for the renewal or change of a permit: what the permit says now, and what is asked for.
struct FollowUpPage: Component {
    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    /// As `延续`.
    let purpose: String
    let isChange: Bool
    let facts: [Definition]
    /// What is to be known before; empty for nothing.
    let warning: String
    let note: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "申请\(purpose)",
            of: site,
            part: .follow,
            crumbs: [start, Crumb(number, to: caseAddress), Crumb("申请\(purpose)")]
        ) {
            p(.cssClass("hint")) { item }
            h1 { "申请\(purpose)" }
            ErrorSummary(errors)
            if !warning.isEmpty { AlertBox(warning, tone: .caution) }
            Panel("现有许可") { DefinitionList(facts) }
            FormFrame(to: address, hidden: hidden) {
                TextArea(
                    FieldCaption(
                        "note",
                        label: isChange ? "变更的内容和理由" : "申请说明",
                        hint: isChange ? "申请表中改动的各项自动列明；申请表没有的，在这里写明" : "可以不填",
                        isRequired: isChange,
                        errors: errors
                    ),
                    value: note,
                    rows: 3,
                    maxLength: 500
                )
                p(.cssClass("hint")) { "下一步按原申请表填好，只改动有变化的项；材料只提交与\(purpose)有关的。" }
                ButtonRow {
                    SubmitButton("开始填写")
                    LinkButton("返回办件", to: caseAddress, weight: .secondary)
                }
            }
        }
    }
}
