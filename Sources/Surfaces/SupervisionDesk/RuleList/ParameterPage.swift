import Directory
import HTML
import Kernel
import Supervision

/// One rule with everything that was set for it, side by side, and the form to set more.
struct ParameterPage: Component {
    let desk: DeskSite
    let rule: any SupervisionRule
    /// The value without a scope, by key.
    let general: [String: Int]
    let settings: RuleSettings
    let today: Day
    let names: ActorNames
    /// Names of divisions, by digits.
    let divisionNames: [String: String]
    /// `nil` for who may not set.
    let form: ParameterForm?
    var fault: String?
    /// What the setting in the form would have found.
    var trial: ParameterTrial?

    private var code: RuleCode { type(of: rule).code }
    private var isCompared: Bool { RuleCode.comparisons.contains(code) }

    var body: any HTML {
        DeskFrame(
            "\(type(of: rule).title)的参数",
            desk,
            part: .rules,
            crumbs: [Crumb("监察规则", to: SupervisionPath.rules), Crumb(code.rawValue)]
        ) {
            div(.cssClass("heading-row")) {
                h1 { type(of: rule).title }
                LevelBadge(rule.level)
            }
            p(.cssClass("quiet")) {
                "\(code.rawValue)，\(rule.dimension.chinese)，\(rule.article)。范围越窄越优先：\(isCompared ? "" : "环节、")事项、类别、区划；每条监察信息注明所用的值和来源。"
                if isCompared { "所涉办件都在范围内的线索才用范围内的值；与谁比对不受范围限制。" }
            }
            if let fault { AlertBox("未能设定", tone: .bad) { p { fault } } }
            if let trial { Panel("试算结果（未设定）", anchor: "trial") { trial } }
            if !type(of: rule).numbers.isEmpty {
                Panel("今天各范围的值", anchor: "values") {
                    div(.cssClass("charts")) { for number in type(of: rule).numbers { chart(number) } }
                }
            }
            Panel("设定记录", anchor: "settings") { record }
            if let form { Panel("设定参数", anchor: "set") { form } }
        }
    }

    private func chart(_ number: RuleNumber) -> any HTML {
        let held = settings.inForce(on: today).filter { $0.setting.rule == code }.compactMap { entry in
            entry.setting.numbers[number.key].map { ChartPoint(scope(entry.setting.scope), Double($0)) }
        }
        return BarChart(
            id: "number-\(number.key)",
            heading: "\(number.chinese)（可设\(number.limits.lowerBound)至\(number.limits.upperBound)）",
            points: [ChartPoint("通用", Double(general[number.key] ?? number.standard))] + held
        )
    }

    @HTMLBuilder private var record: any HTML {
        let entries = settings.all.filter { $0.setting.rule == code }.reversed()
        if entries.isEmpty {
            EmptyState("没有单独设定，各处都用通用值")
        } else {
            DataTable("设定记录", columns: ParameterPage.columns, rows: entries.map(row))
        }
    }

    private static let columns: [DataTable.Column] = [
        .init("第几号"), .init("范围"), .init("设定"), .init("生效"), .init("状态"), .init("设定人"), .init("理由"), .init("", .action),
    ]

    private func row(_ entry: RuleSettings.Entry) -> DataTable.Row {
        let setting = entry.setting
        let numbers = type(of: rule).numbers.compactMap { number in
            setting.numbers[number.key].map { "\(number.chinese)：\($0)" }
        }
        let words = (setting.level.map { ["级别：\($0.chinese)"] } ?? []) + numbers
        return DataTable.Row([
            "\(entry.number)", scope(setting.scope), words.joined(separator: "，"),
            setting.from.description + (entry.endedFrom.map { "，\($0)终止" } ?? ""),
            Badge(standing(entry), tone: tone(entry)),
            names.text(entry.setBy), setting.reason, ending(entry),
        ])
    }

    @HTMLBuilder private func ending(_ entry: RuleSettings.Entry) -> any HTML {
        if let form, entry.endedFrom == nil {
            details {
                summary { "终止" }
                FormFrame(to: SupervisionPath.endParameters(code, entry.number), hidden: form.hidden) {
                    TextField(
                        FieldCaption("reason-\(entry.number)", label: "终止理由", isRequired: true),
                        maxLength: 1_000
                    )
                    SubmitButton("自今天起终止", weight: .secondary)
                }
            }
        }
    }

    private func scope(_ scope: RuleScope) -> String {
        let name = scope.division.flatMap { divisionNames[$0] }
        guard let name else { return scope.chinese }
        let rest = RuleScope(category: scope.category, item: scope.item, step: scope.step).chinese
        return rest.isEmpty ? name : "\(name)、\(rest)"
    }

    private func standing(_ entry: RuleSettings.Entry) -> String {
        if entry.endedFrom.map({ $0 <= today }) ?? false { return "已终止" }
        if entry.setting.from > today { return "待生效" }
        return settings.inForce(on: today).contains { $0.number == entry.number } ? "生效中" : "已被取代"
    }

    private func tone(_ entry: RuleSettings.Entry) -> Tone {
        switch standing(entry) {
        case "生效中": .good
        case "待生效": .active
        default: .neutral
        }
    }
}
