import Access
import HTML
import Kernel
import Supervision
import WebServer

/// The rules as they are in force.
struct RuleRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.rules,
                name: "supervisionRules",
                access: DeskAccess.findings
            ) { request, principal in
                let (settings, failing) = try await parts.read { (try $0.ruleSettings(), try $0.failingRules()) }
                let book = try parts.supervisor.book.adjusted(by: settings, on: parts.today)
                return .page(RulePage(desk: DeskSite(parts, request, principal), book: book, failing: failing))
            }
        ]
    }
}

/// Every rule with what it asks, how grave it is, its thresholds and its article.
struct RulePage: Component {
    let desk: DeskSite
    let book: RuleBook
    /// Those that find nothing in some cases, because they cannot be evaluated.
    let failing: [FailingRule]

    var body: any HTML {
        DeskFrame("监察规则", desk, part: .rules, crumbs: [Crumb("监察规则")]) {
            h1 { "监察规则" }
            p(.cssClass("quiet")) {
                "版本 \(book.version)，在用\(book.all.count + book.comparisons.count)条。每条监察信息都注明所依规则、条文和版本。"
            }
            if !failing.isEmpty, desk.seesWall { failures }
            if desk.seesWall { p { a(.href(SupervisionPath.writtenRules)) { "自定规则" } } }
            DataTable("监察规则", columns: RulePage.columns, rows: rows)
        }
    }

    @HTMLBuilder private var failures: any HTML {
        h2 { "未能核对的规则" }
        p { "下列规则在这些办件中没有核对成功，不会发现问题；每次办理时重新核对。请系统管理员处理原因。" }
        DataTable(
            "未能核对的规则",
            columns: [.init("代码"), .init("办件数"), .init("自"), .init("原因")],
            rows: failing.map { failure in
                DataTable.Row([
                    a(.href("#\(failure.rule.rawValue)")) { failure.rule.rawValue }, "\(failure.cases)",
                    failure.since.minuteText, failure.reason,
                ])
            }
        )
    }

    private static let columns: [DataTable.Column] = [
        .init("代码"), .init("规则"), .init("维度"), .init("级别"), .init("参数"), .init("核对时机"), .init("依据"),
    ]

    private var rows: [DataTable.Row] {
        let acts = book.general.acts.map { row($0, "每次办理时") }
        let passive = book.general.passive.map { row($0, "到期时") }
        let staff = book.general.staff.map { row($0, "每日") } + book.general.upkeep.map { row($0, "每日") }
        let compared = book.comparisons.map { row($0, "次日比对") }
        let inForce = Set((book.all + book.comparisons as [any SupervisionRule]).map { type(of: $0).code })
        let stopped = (RuleCode.allCases + RuleCode.comparisons).filter { !inForce.contains($0) }
        return passive + acts + staff + compared + stopped.map(self.stopped)
    }

    private func row(_ rule: any SupervisionRule, _ moment: String) -> DataTable.Row {
        let code = type(of: rule).code
        return DataTable.Row([
            span(.id(code.rawValue)) { code.rawValue }, type(of: rule).title, rule.dimension.chinese,
            LevelBadge(rule.level), parameters(rule), moment, rule.article,
        ])
    }

    private func stopped(_ code: RuleCode) -> DataTable.Row {
        DataTable.Row([
            span(.id(code.rawValue)) { code.rawValue }, Badge("停用", tone: .neutral), "", "", "", "", "",
        ])
    }

    private func parameters(_ rule: any SupervisionRule) -> any HTML {
        let code = type(of: rule).code
        let general = book.parameters.numbers(of: code)
        let lines = type(of: rule).numbers.map { "\($0.chinese)：\(general[$0.key] ?? $0.standard)" } + exceptions(rule)
        return div {
            for line in lines { p { line } }
            p { a(.href(SupervisionPath.parameters(code))) { "分范围设定" } }
        }
    }

    /// What holds elsewhere, a line for each scope that says something of the rule.
    private func exceptions(_ rule: any SupervisionRule) -> [String] {
        let code = type(of: rule).code
        return book.parameters.scopeList.enumerated().compactMap { place, scope in
            let level = book.parameters.ownLevel(of: code, at: place).map { ["级别：\($0.chinese)"] } ?? []
            let own = book.parameters.ownNumbers(of: code, at: place)
            let numbers = type(of: rule).numbers.compactMap { number in
                own[number.key].map { "\(number.chinese)：\($0)" }
            }
            let words = level + numbers
            return words.isEmpty ? nil : "\(scope.chinese)：\(words.joined(separator: "，"))"
        }
    }
}
