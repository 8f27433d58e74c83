import HTML
import Kernel
import Supervision

/// What stands out when cases are compared, each with the group it was compared to and the cases it rests on.
struct ComparisonPage: Component {
    private static let listed = 40
    /// How many of a group are drawn; the subject is always among them.
    private static let drawn = 8

    let desk: DeskSite
    let span: StepQuery.Span
    let rules: [any ComparisonRule]
    let parameters: RuleParameters
    let leads: [Lead]
    let names: [String: String]

    var body: any HTML {
        DeskFrame(
            "比对线索",
            desk,
            part: .steps,
            crumbs: [Crumb("环节分析", to: SupervisionPath.steps), Crumb("比对线索")]
        ) {
            h1 { "比对线索" }
            p(.cssClass("quiet")) { "多个办件放在一起比对，与同类明显不同的。线索供监察人员核查，不是结论，不发牌、不计分。" }
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
                "\(code.rawValue)，\(words.joined(separator: "，"))。\(type(of: rule).source)。只比对有时限的环节。"
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
        details {
            summary { "\(lead.since.day) \(name(lead.subject))：\(lead.message)" }
            BarChart(
                id: id,
                heading: lead.measure,
                points: lead.group.prefix(ComparisonPage.drawn).map { compared in
                    let mark = compared.subject == lead.subject ? "▶" : ""
                    return ChartPoint(mark + name(compared.subject), Double(compared.value))
                }
            )
            p {
                "办件："
                for number in lead.cases {
                    a(.href(SupervisionPath.caseFile(number))) { number }
                    " "
                }
            }
        }
    }

    private func name(_ subject: Lead.Subject) -> String {
        switch subject {
        case .officer(let id): names[id] ?? "工作人员\(id)"
        case .agency(_, let name): name
        }
    }
}
