import HTML
import Supervision

/// What a rule found lately under the parameters in force, and what it would have found under those tried, side by side.
struct ParameterTrial: Component {
    /// How far back it is tried.
    static let days = 90
    private static let listed = 20

    /// What was found, as it is told.
    struct Hit: Sendable {
        /// Empty where several cases were compared.
        let caseNumber: String
        let agencyName: String
        let message: String
        /// The same before and after, whatever the moment it is found at.
        let key: String

        init(_ found: BackTest.Found) {
            caseNumber = found.caseNumber
            agencyName = found.agencyName
            message = found.finding.breach.message
            key = "\(found.caseNumber)\(found.finding.breach.subject.text)"
        }

        init(_ lead: Lead) {
            caseNumber = lead.comparison.cases.first ?? ""
            agencyName = lead.agencyName
            message = lead.message
            key = "\(lead.agency) \(lead.subject.text) \(lead.key)"
        }
    }

    let before: [Hit]
    let after: [Hit]

    var body: any HTML {
        p { "近\(ParameterTrial.days)日，现行参数\(before.count)条，按所填参数\(after.count)条。试算不写入任何记录。" }
        div(.cssClass("charts")) {
            chart("trial-before", "现行参数（条）", before)
            chart("trial-after", "所填参数（条）", after)
        }
        if !changed.isEmpty {
            DataTable(
                "有变化的办件",
                columns: [.init("变化"), .init("办件"), .init("单位"), .init("情形")],
                rows: changed.prefix(ParameterTrial.listed).map { change, found in
                    DataTable.Row([
                        change, a(.href(SupervisionPath.caseFile(found.caseNumber))) { found.caseNumber },
                        found.agencyName,
                        found.message,
                    ])
                }
            )
            if changed.count > ParameterTrial.listed {
                p(.cssClass("quiet")) { "共\(changed.count)处变化，列出前\(ParameterTrial.listed)处。" }
            }
        }
    }

    private func chart(_ id: String, _ heading: String, _ found: [Hit]) -> any HTML {
        // The same agencies in the same order on both sides, so that the bars compare.
        let names = Set((before + after).map(\.agencyName)).sorted()
        let counts = Dictionary(found.map { ($0.agencyName, 1) }, uniquingKeysWith: +)
        return BarChart(id: id, heading: heading, points: names.map { ChartPoint($0, Double(counts[$0] ?? 0)) })
    }

    /// Findings that only one of both has; the moment may differ, the case and the matter tell them apart.
    private var changed: [(change: String, found: Hit)] {
        let (old, new) = (Set(before.map(\.key)), Set(after.map(\.key)))
        return before.filter { !new.contains($0.key) }.map { ("不再发现", $0) }
            + after.filter { !old.contains($0.key) }.map { ("新发现", $0) }
    }
}
