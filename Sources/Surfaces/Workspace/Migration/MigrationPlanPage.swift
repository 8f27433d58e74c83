import Acting
import Casework
import HTML
import Kernel
import Processes
import WorkflowEngine

/// A proposal to take cases over: what it maps, and a report of every case, with the way there and back.
struct MigrationPlanPage: Component {
    let id: MigrationPlan.ID
    let plan: MigrationPlan
    let proposal: MigrationProposed
    let proposer: String
    let survey: MigrationSurvey
    /// Whether the reader reviews the proposal: of the legal office, and not its author.
    let mayDecide: Bool
    /// What was refused just now, by case.
    let remarks: [CaseFile.ID: Wording]
    let refused: Wording?
    /// A fresh key for each form.
    let hidden: @Sendable () -> [HiddenField]

    private var migrated: [MigrationSurvey.Line] { survey.lines.filter { $0.migratedAt != nil } }
    private var waiting: [MigrationSurvey.Line] { survey.lines.filter { $0.migratedAt == nil } }

    var body: any HTML {
        h1 { "迁移方案：\(survey.target.definition.name)" }
        p(.cssClass("case-line")) {
            Badge("第 \(proposal.from.version) 版 → 第 \(proposal.to.version) 版")
            Badge(status, tone: plan.declined == nil ? .active : .bad)
            span { "已迁移 \(migrated.count) 件，共 \(survey.lines.count) 件" }
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if !remarks.isEmpty {
            AlertBox("\(remarks.count) 件未迁移", tone: .caution) { p { "其余已经办理；未迁移的原因见下表各件。" } }
        }
        Panel("方案") {
            DefinitionList(
                [
                    Definition("提出", "\(proposer)，\(plan.proposedAt.minuteText)"), Definition("理由", proposal.reason),
                    Definition("环节对应", links),
                ] + (plan.declined.map { [Definition("不同意的理由", $0)] } ?? [])
            )
        }
        Panel("待迁移") { pending }
        Panel("已迁移") { done }
        if mayDecide, plan.declined == nil, migrated.isEmpty { Panel("不同意") { declining } }
    }

    private var status: String {
        if plan.declined != nil { return "已否决" }
        return waiting.isEmpty ? "已办结" : migrated.isEmpty ? "待法制机构审核" : "办理中"
    }

    private var links: String {
        let words = proposal.mapping.links.map { link in
            "\(survey.old.name(of: link.from)) → \(link.to.map(survey.target.definition.name(of:)) ?? "取消")"
        }
        return words.isEmpty ? "同一环节对应" : words.joined(separator: "；")
    }

    @HTMLBuilder private var pending: any HTML {
        if waiting.isEmpty {
            EmptyState("没有待迁移的办件")
        } else if mayDecide, plan.declined == nil {
            FormFrame(to: WorkspacePath.migration(id.text, "run"), hidden: hidden()) {
                for line in waiting { HiddenField("seen.\(line.id)", String(line.version)) }
                table(isOpen: true)
                p(.cssClass("hint")) { "一次迁移 \(Workspace.migratedAtOnce) 件，其余的接着办。同事在此期间办理过的办件不会迁移，核对后再办。" }
                ButtonRow { SubmitButton("审核同意，迁移勾选的办件") }
            }
        } else {
            table(isOpen: false)
            if plan.declined == nil { p(.cssClass("hint")) { "由提出人以外的法制机构人员审核办理。" } }
        }
    }

    private func table(isOpen: Bool) -> any HTML {
        DataTable(
            "待迁移的办件",
            columns: [.init("办件"), .init("现在"), .init("按新版"), .init("结论")],
            rows: waiting.map { line in
                DataTable.Row(
                    [
                        isOpen && line.bar == nil
                            ? CaseTick(number: line.number, value: line.id.text, isOn: remarks[line.id] == nil)
                            : CaseLink(number: line.number),
                        survey.formerNames(line.now), line.bar == nil ? survey.names(line.after) : "—",
                        Verdict(
                            bar: line.bar,
                            moves: line.now.compactMap(survey.mapping.target) != line.after,
                            remark: remarks[line.id]
                        ),
                    ]
                )
            }
        )
    }

    @HTMLBuilder private var done: any HTML {
        if migrated.isEmpty {
            EmptyState("还没有迁移的办件")
        } else {
            DataTable(
                "已迁移的办件",
                columns: [.init("办件"), .init("迁移"), .init("现在"), .init("迁回", .action)],
                rows: migrated.map { line in
                    DataTable.Row([
                        CaseLink(number: line.number), line.migratedAt?.minuteText ?? "", survey.names(line.now),
                        way(line),
                    ])
                }
            )
        }
    }

    @HTMLBuilder private func way(_ line: MigrationSurvey.Line) -> any HTML {
        if let bar = remarks[line.id] ?? line.bar {
            p(.cssClass("hint")) { "不能迁回：\(bar.full)" }
        } else if mayDecide {
            FormFrame(to: WorkspacePath.migration(id.text, "back"), hidden: hidden()) {
                HiddenField("case", line.id.text)
                HiddenField("seen.\(line.id)", String(line.version))
                button(
                    .cssClass("button secondary"),
                    .type("submit"),
                    .aria(.label, "将 \(line.number) 迁回第 \(proposal.from.version) 版")
                ) { "迁回第 \(proposal.from.version) 版" }
            }
        } else {
            "可以迁回"
        }
    }

    private var declining: any HTML {
        FormFrame(to: WorkspacePath.migration(id.text, "decline"), hidden: hidden()) {
            TextArea(FieldCaption("reason", label: "不同意的理由", isRequired: true), rows: 2, maxLength: 500)
            SubmitButton("不同意", weight: .warning)
        }
    }
}
