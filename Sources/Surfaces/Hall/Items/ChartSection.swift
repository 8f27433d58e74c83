import HTML

/// The process as a drawing and, for those who do not look at drawings, as a table.
struct ChartSection: Component {
    /// One step of the table.
    struct Step: Hashable, Sendable {
        let name: String
        let post: String
        let limit: String
        let exits: String
        let notes: [String]
    }

    let address: String
    let narrowAddress: String
    /// The drawing as files to keep, by what they are called.
    let files: [(name: String, address: String)]
    let caption: String
    let steps: [Step]

    var body: any HTML {
        figure(.cssClass("flow-chart")) {
            figcaption { caption }
            div(.cssClass("flow-chart-scroll"), .tabIndex(0), .role("region"), .aria(.label, caption)) {
                Element("picture") {
                    Element(
                        void: "source",
                        [Attribute("media", "(max-width: 42rem)"), Attribute("srcset", narrowAddress)]
                    )
                    img(.src(address), Attribute("alt", "\(caption)；图中内容见下方文字表"))
                }
            }
            p(.cssClass("hint")) {
                "下载："
                for file in files {
                    a(.href(file.address)) { file.name }
                    " "
                }
            }
            details {
                summary { "流程的文字表" }
                DataTable(
                    caption,
                    columns: [.init("环节"), .init("岗位"), .init("时限"), .init("去向"), .init("说明")],
                    rows: steps.map(row)
                )
            }
        }
    }

    private func row(_ step: Step) -> DataTable.Row {
        DataTable.Row([
            step.name, step.post, step.limit, step.exits, div { for note in step.notes { p { note } } },
        ])
    }
}
