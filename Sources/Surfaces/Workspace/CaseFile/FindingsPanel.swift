import HTML

/// What supervision has found in the case (监察信息); shown only where there is something.
struct FindingsPanel: Component {
    struct Found: Sendable {
        let level: String
        let tone: Tone
        let message: String
        let article: String
        let raised: String
        let status: String
        let explainBy: String?
    }

    let findings: [Found]

    var body: any HTML {
        if !findings.isEmpty {
            Panel("监察信息", anchor: "findings") {
                DataTable(
                    "监察信息",
                    columns: [.init("级别"), .init("内容"), .init("状态")],
                    rows: findings.map { found in
                        .init([Badge(found.level, tone: found.tone), message(found), status(found)])
                    }
                )
            }
        }
    }

    private func message(_ found: Found) -> any HTML {
        span {
            div { found.message }
            div(.cssClass("quiet")) { "\(found.raised)，\(found.article)" }
        }
    }

    private func status(_ found: Found) -> any HTML {
        span {
            div { found.status }
            if let day = found.explainBy { div(.cssClass("quiet")) { "\(day) 前说明" } }
        }
    }
}
