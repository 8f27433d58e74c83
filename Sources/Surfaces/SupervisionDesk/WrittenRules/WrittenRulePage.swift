import Directory
import HTML
import Kernel
import Supervision

/// Every written rule with the stage its versions are in.
struct WrittenRuleListPage: Component {
    let desk: DeskSite
    let rules: WrittenRules
    /// The form for a new rule; `nil` for who may not write any.
    let form: WrittenRuleFields?
    var fault: String?

    var body: any HTML {
        DeskFrame(
            "自定规则",
            desk,
            part: .rules,
            crumbs: [Crumb("监察规则", to: SupervisionPath.rules), Crumb("自定规则")]
        ) {
            h1 { "自定规则" }
            p(.cssClass("quiet")) {
                "由监察人员用办件事实的条件表写成。草稿须用历史办件试算，再试运行：试运行发现的只有监察人员看见，不扣分；由起草人以外的监察人员转为正式运行。"
            }
            if let fault { AlertBox("未能保存", tone: .bad) { p { fault } } }
            if rules.all.isEmpty {
                EmptyState("还没有自定规则")
            } else {
                DataTable(
                    "自定规则",
                    columns: [
                        .init("代码"), .init("名称"), .init("版本"), .init("状态"), .init("维度"), .init("级别"), .init("依据"),
                    ],
                    rows: rules.all.reversed().map(row)
                )
            }
            if let form { Panel("写一条规则", anchor: "write") { form } }
        }
    }

    private func row(_ version: WrittenRules.Version) -> DataTable.Row {
        let rule = version.rule
        return DataTable.Row([
            a(.href(SupervisionPath.writtenRule(rule.code))) { rule.code.rawValue }, rule.title, "\(version.number)",
            WrittenRuleStage(stage: version.stage), rule.dimension.chinese, LevelBadge(rule.level), rule.article,
        ])
    }
}

/// The stage of a version as a badge.
struct WrittenRuleStage: Component {
    let stage: WrittenRules.Stage

    var body: any HTML { Badge(stage.chinese, tone: tone) }

    private var tone: Tone {
        switch stage {
        case .draft: .neutral
        case .shadow: .active
        case .live: .good
        case .ended: .neutral
        }
    }
}

/// One written rule: its versions, what they found, and what can be done with them.
struct WrittenRulePage: Component {
    /// What a version found in the shadow.
    struct Shadow: Sendable {
        let counts: [(agency: String, count: Int)]
        let latest: [ShadowFindingRow]
    }

    let desk: DeskSite
    let code: RuleCode
    /// Not empty.
    let versions: [WrittenRules.Version]
    let shadows: [Int: Shadow]
    let names: ActorNames
    let divisionName: String
    let form: WrittenRuleFields?
    let hidden: [HiddenField]
    var fault: String?
    /// How far the trial under way is; `nil` while it waits.
    var progress: RuleTrials.Progress?

    var body: any HTML {
        let title = versions.last?.rule.title ?? code.rawValue
        DeskFrame(
            title,
            desk,
            part: .rules,
            crumbs: [
                Crumb("监察规则", to: SupervisionPath.rules), Crumb("自定规则", to: SupervisionPath.writtenRules),
                Crumb(code.rawValue),
            ]
        ) {
            div(.cssClass("heading-row")) {
                h1 { title }
                if let stage = versions.last?.stage { WrittenRuleStage(stage: stage) }
            }
            if let fault { AlertBox("未能办理", tone: .bad) { p { fault } } }
            for version in versions.reversed() { panel(version) }
            if let form { Panel("改写草稿", anchor: "write") { form } }
        }
    }

    private func panel(_ version: WrittenRules.Version) -> any HTML {
        let rule = version.rule
        return Panel("第\(version.number)版（\(version.stage.chinese)）", anchor: "version-\(version.number)") {
            DefinitionList([
                Definition("适用区划", "\(divisionName)（\(rule.division)）"),
                Definition("维度和级别", "\(rule.dimension.chinese)，\(rule.level.chinese)"),
                Definition("核对", rule.reach.chinese), Definition("情形表述", rule.message),
                Definition("依据", rule.article), Definition("试算", tried(version)),
            ])
            WrittenRuleSheet(rule: rule)
            if let trying = version.trying {
                WrittenRuleTrial.UnderWay(asked: trying, by: names.text(trying.by), progress: progress)
                a(.href(SupervisionPath.writtenRule(code))) { "查看最新进度" }
            } else if let trial = version.trial, let tally = trial.tally, version.stage == .draft {
                WrittenRuleTrial(trial: trial, tally: tally)
            }
            if let shadow = shadows[version.number] { found(shadow) }
            Timeline(
                version.passages.map { passage in
                    Timeline.Entry(
                        passage.stage.chinese,
                        time: passage.at.minuteText,
                        actor: names.text(passage.by),
                        tone: passage.stage == .live ? .good : .neutral
                    ) { if !passage.reason.isEmpty { p(.cssClass("said")) { passage.reason } } }
                }
            )
            if form != nil { acts(version) }
        }
    }

    private func tried(_ version: WrittenRules.Version) -> String {
        let ended =
            switch version.trialEnded {
            case .stopped: "上一次试算被停止，没有结果"
            case .failed: "上一次试算没有算完，请再试算"
            case nil: "尚未试算"
            }
        guard let trial = version.trial else { return version.trying == nil ? ended : "正在试算" }
        let upTo = trial.before.map { "，核对到第\($0)条记录" } ?? ""
        return "\(trial.from)至\(trial.through)，\(trial.cases)个办件，会发现\(trial.found)条\(upTo)"
    }

    @HTMLBuilder private func found(_ shadow: Shadow) -> any HTML {
        h3 { "试运行发现（共\(shadow.counts.map(\.count).reduce(0, +))条，不扣分，单位看不见）" }
        if shadow.latest.isEmpty {
            p(.cssClass("quiet")) { "试运行以来没有发现。" }
        } else {
            BarChart(
                id: "shadow-agencies",
                heading: "按单位（条）",
                points: shadow.counts.map { ChartPoint($0.agency, Double($0.count)) }
            )
            DataTable(
                "最近发现",
                columns: [.init("办件"), .init("单位"), .init("事项"), .init("发现时间")],
                rows: shadow.latest.map { row in
                    DataTable.Row([
                        a(.href(SupervisionPath.caseFile(row.caseNumber))) { row.caseNumber }, row.agencyName,
                        row.itemName, row.foundAt.minuteText,
                    ])
                }
            )
        }
    }

    @HTMLBuilder private func acts(_ version: WrittenRules.Version) -> any HTML {
        switch version.stage {
        case .draft where version.trying != nil:
            FormFrame(to: SupervisionPath.writtenRule(code, version.number, "stop"), hidden: hidden) {
                SubmitButton("停止试算", weight: .secondary)
            }
        case .draft:
            FormFrame(to: SupervisionPath.writtenRule(code, version.number, "try"), hidden: hidden) {
                SubmitButton("用近一年的办件试算", weight: version.trial == nil ? .primary : .secondary)
            }
            if version.trial != nil { act(version, .shadow, "开始试运行", .primary) }
        case .shadow:
            act(version, .enact, "转为正式运行", .primary)
            act(version, .end, "停用", .warning)
        case .live: act(version, .end, "停用", .warning)
        case .ended: ""
        }
    }

    private func act(
        _ version: WrittenRules.Version,
        _ step: MoveWrittenRule.Step,
        _ label: String,
        _ weight: SubmitButton.Weight
    ) -> any HTML {
        let name = "reason-\(step.rawValue)-\(version.number)"
        return FormFrame(to: SupervisionPath.writtenRule(code, version.number, step.rawValue), hidden: hidden) {
            TextField(FieldCaption(name, label: "\(label)的理由", isRequired: true), maxLength: 500)
            SubmitButton(label, weight: weight)
        }
    }
}
