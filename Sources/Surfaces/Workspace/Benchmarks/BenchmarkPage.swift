import Acting
import Discretion
import HTML
import Kernel
import WebServer

/// The benchmark of one item as its keepers see it: how it stands, its draft, its versions, its way.
struct BenchmarkPage: Component {
    let item: String
    let itemName: String
    let state: ItemBenchmark
    let today: Day
    /// The draft's stage or the version in force, with since when and by whom.
    let standing: [Definition]
    let acts: Set<BenchmarkAct>
    let mayDraft: Bool
    let history: [ItemDeskPage.Fact]
    let trials: [BenchmarkTrial]
    let refused: Wording?
    let typed: FormValues
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "裁量权基准" }
        p(.cssClass("hint")) { a(.href(WorkspacePath.item(item))) { itemName } }
        p { for badge in badges { badge; " " } }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        DefinitionList(standing)
        if let draft = state.draft { panel(draft) }
        if state.draft == nil, mayDraft {
            ButtonRow {
                LinkButton(state.versions.isEmpty ? "起草裁量权基准" : "起草新版本", to: WorkspacePath.benchmarkDraft(item))
            }
        }
        if !trials.isEmpty { trial }
        Panel("版本") { versions }
        Panel("经过") {
            Timeline(
                history.map { fact in
                    Timeline.Entry(fact.heading, time: fact.time, actor: fact.actor, tone: .neutral) {
                        for line in fact.lines { p { line } }
                    }
                }
            )
        }
    }

    private var badges: [any HTML] {
        let inForce: any HTML =
            state.version(on: today).map { Badge("第 \($0.number) 版施行中", tone: .good) }
            ?? state.versions.last.map { Badge("第 \($0.number) 版自\($0.inForceFrom.chinese)起施行", tone: .neutral) }
            ?? Badge("没有公布的基准", tone: .neutral)
        guard let draft = state.draft else { return [inForce] }
        return [inForce, Badge("草稿：\(draft.words)", tone: .active)]
    }

    private func panel(_ draft: ItemBenchmark.Draft) -> any HTML {
        let faults = draft.content.faults
        return Panel("草稿", anchor: "draft") {
            if let reason = draft.returnReason {
                AlertBox("退回意见", tone: .caution) { p(.cssClass("pre-line")) { reason } }
            }
            p {
                Badge(
                    faults.isEmpty ? "已证明没有缺漏、重叠和超出" : "有\(faults.count)处不符，不能报送",
                    tone: faults.isEmpty ? .good : .bad
                )
            }
            BenchmarkText(content: draft.content) { WorkspacePath.benchmarkDraftTable(item, $0) }
            if let last = state.versions.last {
                h3 { "与第 \(last.number) 版的不同" }
                BenchmarkChanges(changes: BenchmarkComparison(last.content, draft.content).changes)
            }
            p { a(.href(WorkspacePath.benchmarkDraftRows(item))) { "下载草稿（CSV）" } }
            if draft.stage == .drafted, mayDraft {
                ButtonRow { LinkButton("修改草稿", to: WorkspacePath.benchmarkDraft(item), weight: .secondary) }
            }
            if acts.contains(.submit), faults.isEmpty { form(.submit) { text("note", "说明", isRequired: false) } }
            if acts.contains(.confirm) { form(.confirm) { text("opinion", "备案意见", isRequired: false) } }
            if acts.contains(.sendBack) {
                form(.sendBack, weight: .warning) { text("reason", "退回意见", isRequired: true) }
            }
            if acts.contains(.publish) { form(.publish) { day } }
        }
    }

    private func form(
        _ act: BenchmarkAct,
        weight: SubmitButton.Weight = .primary,
        @HTMLBuilder _ fields: () -> any HTML
    ) -> any HTML {
        FormFrame(to: WorkspacePath.benchmark(item, act), hidden: hidden) {
            fields()
            ButtonRow { SubmitButton("确认：\(act.chinese)", weight: weight) }
        }
    }

    private func text(_ name: String, _ label: String, isRequired: Bool) -> any HTML {
        TextArea(
            FieldCaption(name, label: label, isRequired: isRequired, errors: errors),
            value: typed[name] ?? "",
            rows: 2,
            maxLength: 1_000
        )
    }

    private var day: any HTML {
        let earliest = state.versions.last.map { max(today, $0.inForceFrom + 1) } ?? today
        return TextField(
            FieldCaption(
                "day",
                label: "施行日期",
                hint: "不早于\(earliest.chinese)；公布的版本不能再改，原版本同日停止施行",
                isRequired: true,
                errors: errors
            ),
            value: typed["day"] ?? earliest.description,
            kind: .date,
            width: .short
        )
    }

    private var errors: [FieldError] {
        refused.flatMap { wording in wording.field.map { [FieldError(field: $0, message: wording.text)] } } ?? []
    }

    private var trial: any HTML {
        Panel("试算：选择情节，查看对应的阶次和幅度", anchor: "trial") {
            p(.cssClass("hint")) { state.draft == nil ? "按公布的版本试算。" : "按草稿试算。" }
            for (number, trial) in trials.enumerated() {
                Element("form", [.action("\(WorkspacePath.benchmark(item))#trial"), .method(.get)]) {
                    h3 { trial.situation.name }
                    HiddenField("try", String(number))
                    trial.fields
                    SubmitButton("试算", weight: .secondary)
                    trial.outcome
                }
            }
        }
    }

    @HTMLBuilder private var versions: any HTML {
        if state.versions.isEmpty {
            EmptyState("还没有公布的版本")
        } else {
            DataTable(
                "版本",
                columns: [
                    .init("版本"), .init("文件"), .init("施行", .whole), .init("停止施行", .whole), .init("公布", .whole),
                    .init("下载"),
                ],
                rows: state.versions.reversed().map { version in
                    DataTable.Row([
                        a(.href(WorkspacePath.benchmarkVersion(item, version.number))) { "第 \(version.number) 版" },
                        version.content.issuedAs, version.inForceFrom.chinese, version.inForceUntil?.chinese ?? "—",
                        version.publishedOn.chinese,
                        a(.href(WorkspacePath.benchmarkRows(item, version.number))) { "CSV" },
                    ])
                }
            )
            if state.versions.count + (state.draft == nil ? 0 : 1) > 1 {
                BenchmarkComparisonForm(item: item, state: state, from: nil, to: nil)
            }
        }
    }
}

extension ItemBenchmark.Draft {
    /// Where it stands: 起草中, 已退回, 待备案, 已备案.
    var words: String {
        switch stage {
        case .drafted: returnReason == nil ? "起草中" : "已退回"
        case .submitted: "待备案"
        case .confirmed: "已备案，待公布"
        }
    }
}

/// Two lists to choose from, what was and what is now.
struct BenchmarkComparisonForm: Component {
    let item: String
    let state: ItemBenchmark
    let from: String?
    let to: String?

    var body: any HTML {
        let choices =
            state.versions.map { Choice(String($0.number), "第 \($0.number) 版") }
            + (state.draft == nil ? [] : [Choice("draft", "草稿")])
        Element("form", [.action(WorkspacePath.benchmarkComparison(item)), .method(.get)]) {
            div(.cssClass("form-grid")) {
                SelectField(FieldCaption("from", label: "原来", isRequired: true), choices: choices, chosen: from)
                SelectField(FieldCaption("to", label: "现在", isRequired: true), choices: choices, chosen: to)
            }
            SubmitButton("比较", weight: .secondary)
        }
    }
}
