import HTML

/// What the parts of an item's code mean.
struct CodeSection: Component {
    /// One part of the code.
    struct Part: Hashable, Sendable {
        let text: String
        let name: String
        let meaning: String
    }

    let code: String
    /// As 四川实施事项编码; nil when no known scheme fits.
    let scheme: String?
    let parts: [Part]
    /// What is odd about the code.
    let doubts: [String]

    var body: any HTML {
        p(.cssClass("code-line")) { code }
        if let scheme {
            p(.cssClass("hint")) { scheme }
            DataTable(
                "编码各段的含义",
                columns: [.init("代码段"), .init("名称"), .init("含义")],
                rows: parts.map { part in
                    .init([span(.cssClass("code-line")) { part.text }, part.name, part.meaning])
                }
            )
        } else {
            p(.cssClass("quiet")) { "该编码不属于已知的编码规则，按原样保留。" }
        }
        for doubt in doubts { p(.cssClass("hint")) { "提示：\(doubt)" } }
    }
}
