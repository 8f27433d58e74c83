import HTML
import Kernel
import Supervision

/// Findings as they come, one a line: level, when, what, whose.
struct FindingStream: Component {
    let rows: [FindingRow]
    /// The moment of the drawing; of its day only the time is shown.
    let at: Instant

    var body: any HTML {
        if rows.isEmpty {
            EmptyState("目前没有监察信息") { p(.cssClass("quiet")) { "系统按规则逐项核对每一次办理，有发现即时显示在这里。" } }
        } else {
            ol(.cssClass("finding-stream")) { for row in rows { line(row) } }
        }
    }

    private func line(_ row: FindingRow) -> any HTML {
        li(.cssClass(SupervisionWording.tone(row.level).rawValue)) {
            LevelBadge(row.level)
            div {
                p(.cssClass("finding-message")) {
                    a(.href(SupervisionPath.finding(row.matter, row.number))) { row.message }
                }
                p(.cssClass("finding-meta")) {
                    span { row.agencyName }
                    span { row.itemName }
                    if row.matter.caseFile != nil {
                        a(.href(SupervisionPath.caseFile(row.caseNumber))) { row.caseNumber }
                    }
                    if row.status != .open { span { row.status.chinese } }
                }
            }
            time(.cssClass("finding-time"), .dateTime(row.raisedAt.description)) { moment(row.raisedAt) }
        }
    }

    private func moment(_ instant: Instant) -> String {
        let text = instant.minuteText
        return instant.day == at.day ? String(text.suffix(5)) : String(text.dropFirst(5))
    }
}
