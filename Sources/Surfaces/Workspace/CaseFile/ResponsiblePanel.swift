import HTML

/// Who answers for each step that was done (责任人).
///
/// - Source: 国办发〔2005〕37号 part 2 (确定执法责任).
struct ResponsiblePanel: Component {
    struct Line: Sendable {
        let step: String
        let officer: String
        let post: String
        let day: String
        /// Whether a return has since voided the step.
        let isVoided: Bool
    }

    let lines: [Line]

    var body: any HTML {
        if !lines.isEmpty {
            Panel("责任人", anchor: "responsible") {
                DataTable(
                    "各环节责任人",
                    columns: [.init("环节"), .init("责任人"), .init("办理日期")],
                    rows: lines.map { line in
                        .init([
                            span {
                                line.step
                                if line.isVoided { Badge("已退回", tone: .neutral) }
                            },
                            span {
                                div { line.officer }
                                div(.cssClass("quiet")) { line.post }
                            },
                            line.day,
                        ])
                    }
                )
            }
        }
    }
}
