import HTML
import Kernel
import Supervision

/// What stands out when cases are compared, each with the group it was compared to and the cases it rests on.
struct ComparisonPage: Component {
    private static let listed = 40

    let desk: DeskSite
    let span: StepQuery.Span
    let rules: [any ComparisonRule]
    let parameters: RuleParameters
    let leads: [Lead]
    let names: ComparedNames

    var body: any HTML {
        DeskFrame(
            "比对线索",
            desk,
            part: .steps,
            crumbs: [Crumb("环节分析", to: SupervisionPath.steps), Crumb("比对线索")]
        ) {
            h1 { "比对线索" }
            p(.cssClass("quiet")) { "多个办件放在一起比对，与同类明显不同的。当日线索在次日记为监察信息，由单位说明、监察人员审定。" }
            Tabs(
                "时段",
                StepQuery.Span.allCases.map {
                    NavigationLink("近\($0.rawValue)日", to: SupervisionPath.comparisons($0), isCurrent: $0 == span)
                }
            )
            for rule in rules { panel(rule) }
        }
    }

    private func panel(_ rule: any ComparisonRule) -> any HTML {
        let code = type(of: rule).code
        let found = leads.filter { $0.rule == code }.reversed()
        let numbers = parameters.numbers(of: code)
        let words = type(of: rule).numbers.map { "\($0.chinese)：\(numbers[$0.key] ?? $0.standard)" }
        return Panel("\(type(of: rule).title)（\(found.count)条）", anchor: code.rawValue) {
            p(.cssClass("quiet")) {
                "\(code.rawValue)，\(rule.level.chinese)，\(words.joined(separator: "，"))。\(rule.article)。"
            }
            if found.isEmpty {
                EmptyState("期间没有这类线索")
            } else {
                for (number, lead) in found.prefix(ComparisonPage.listed).enumerated() {
                    shown(lead, id: "\(code.rawValue)-\(number + 1)")
                }
                if found.count > ComparisonPage.listed {
                    p(.cssClass("quiet panel-more")) { "列出最近\(ComparisonPage.listed)条。" }
                }
            }
        }
    }

    private func shown(_ lead: Lead, id: String) -> any HTML {
        let name = lead.agencyName + "，" + names.name(of: lead.subject, else: lead.agencyName)
        return details {
            summary { "\(lead.since.day) \(name)：\(lead.message)" }
            ComparisonFigure(id, lead.comparison, of: lead.subject, names)
        }
    }
}
