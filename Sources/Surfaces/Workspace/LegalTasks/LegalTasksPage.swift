import Acting
import Catalog
import HTML
import Kernel
import Law
import WebServer

/// What changes of law made somebody's task: the agency answers for each item, the legal office decides.
struct LegalTasksPage: Component {
    struct Line: Sendable {
        let task: LegalTask
        /// Whether the reader may answer for the agency, and decide for the legal office.
        let mayAnswer: Bool
        let mayDecide: Bool
        let key: HiddenField
    }

    let query: LegalTaskQuery
    /// Of all that the reader follows, of the agency chosen.
    let counts: LegalTaskCounts
    let agencies: [LegalTaskAgency]
    /// Those of this page.
    let lines: [Line]
    /// Behind which the next page begins; `nil` on the last one.
    let next: LegalTask.Place?
    let today: Day
    let limits: LegalTaskLimits
    let refused: Wording?
    /// What the refused form held.
    let typed: FormValues
    let token: HiddenField

    var body: any HTML {
        h1 { "法律变动" }
        p(.cssClass("hint")) {
            "依据的法律修改或者废止后，实施机关在 \(limits.agencyDays) 日内逐项答复，法制机构在 \(limits.officeDays) 日内审核。依据全部失效的事项停止受理，经同意的例外除外。"
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if agencies.count > 1 {
            details(.cssClass("tools"), .open(query.agency != nil)) {
                summary { "按实施机关筛选" }
                agencyForm
            }
        }
        Tabs(
            "办理情况",
            [tab("全部", nil)] + LegalTask.Progress.allCases.map { tab(LegalTasksPage.words($0), $0) }
                + LegalTasksPage.others()
        )
        if counts.total == 0 {
            EmptyState("没有受法律变动影响的事项") { p { "法律文件库收到修改或者废止后，受影响的事项会列在这里。" } }
        } else {
            p { "共 \(counts.total) 项，逾期 \(counts.overdue) 项。" }
            if lines.isEmpty { EmptyState("这里没有事项") }
        }
        for line in lines { panel(line) }
        if !lines.isEmpty {
            Pagination(
                previous: query.after == nil ? nil : WorkspacePath.legalTasks(query.first),
                next: next.map { place in
                    WorkspacePath.legalTasks(
                        LegalTaskQuery(progress: query.progress, agency: query.agency, after: place)
                    )
                },
                summary: "本页 \(lines.count) 项"
            )
        }
    }

    private func tab(_ label: String, _ progress: LegalTask.Progress?) -> NavigationLink {
        NavigationLink(
            label,
            to: WorkspacePath.legalTasks(LegalTaskQuery(progress: progress, agency: query.agency)),
            isCurrent: progress == query.progress,
            count: progress.map { counts.tasks[$0] ?? 0 } ?? counts.total
        )
    }

    private static func words(_ progress: LegalTask.Progress) -> String {
        switch progress {
        case .open: "待答复"
        case .answered: "待审核"
        case .decided: "已办结"
        }
    }

    private var agencyForm: any HTML {
        FormFrame(
            to: WorkspacePath.legalTasks,
            method: .get,
            hidden: query.progress.map { [HiddenField("progress", $0.rawValue)] } ?? []
        ) {
            SelectField(
                FieldCaption("agency", label: "实施机关"),
                choices: [Choice("", "全部")] + agencies.map { Choice($0.id, "\($0.name)（\($0.tasks)）") },
                chosen: query.agency ?? ""
            )
            ButtonRow { SubmitButton("筛选", weight: .secondary) }
        }
    }

    private func panel(_ line: Line) -> any HTML {
        let task = line.task
        return Panel(task.name) {
            p {
                stage(task)
                if task.isSuspended {
                    " "
                    Badge("已停止受理", tone: .bad)
                }
                if let due = task.due {
                    " "
                    Badge("截至\(due.chinese)\(task.isOverdue(on: today) ? "，已逾期" : "")", tone: tone(task))
                }
            }
            DefinitionList(
                [
                    Definition("事项编码", task.code), Definition("实施机关", task.agency?.name ?? "未填报"),
                    Definition("变动", task.change.chinese),
                ] + answers(task)
            )
            DataTable(
                "\(task.name)：\(task.change.chinese)影响的依据",
                columns: [.init("依据"), .init("影响"), .init("自", .whole)],
                rows: task.effects.map {
                    DataTable.Row([$0.basis.chinese, $0.outcome.chinese, $0.from.chinese])
                }
            )
            form(line)
        }
    }

    @HTMLBuilder private func form(_ line: Line) -> any HTML {
        let id = line.task.item.text
        let task = line.task
        let hidden = [token, line.key, HiddenField("change", line.task.change.text)]
        switch line.task.stage {
        case .open:
            if line.mayAnswer {
                FormFrame(to: WorkspacePath.legalTask(id, "answer"), hidden: hidden) {
                    ChoiceField(
                        FieldCaption(LegalTasksPage.field("kind", of: task), label: "答复", isRequired: true),
                        choices: LegalAnswer.Kind.allCases.map { Choice($0.rawValue, $0.chinese, hint: hint($0)) },
                        chosen: chosen("kind", of: task)
                    )
                    TextArea(
                        FieldCaption(LegalTasksPage.field("reason", of: task), label: "理由", isRequired: true),
                        value: written("reason", of: task),
                        rows: 3,
                        maxLength: 2_000
                    )
                    ButtonRow { SubmitButton("确认：答复法制机构") }
                }
            }
        case .answered:
            if line.mayDecide {
                FormFrame(to: WorkspacePath.legalTask(id, "decide"), hidden: hidden) {
                    ChoiceField(
                        FieldCaption(LegalTasksPage.field("agreed", of: task), label: "审核", isRequired: true),
                        choices: [Choice("yes", "同意"), Choice("no", "不同意，退回实施机关重新答复")],
                        chosen: chosen("agreed", of: task)
                    )
                    TextArea(
                        FieldCaption(LegalTasksPage.field("opinion", of: task), label: "意见", isRequired: true),
                        value: written("opinion", of: task),
                        rows: 3,
                        maxLength: 2_000
                    )
                    ButtonRow { SubmitButton("确认：审核答复") }
                }
            }
        case .decided: NoHTML()
        }
    }

    /// The name of a field: all forms stand on one page.
    static func field(_ name: String, of task: LegalTask) -> String {
        "\(name)-\(task.item.text)-\(task.change.text)"
    }

    private func written(_ name: String, of task: LegalTask) -> String {
        typed[LegalTasksPage.field(name, of: task)] ?? ""
    }

    private func chosen(_ name: String, of task: LegalTask) -> Set<String> {
        Set(typed.all(LegalTasksPage.field(name, of: task)))
    }

    private func stage(_ task: LegalTask) -> Badge {
        switch task.stage {
        case .open: Badge("待实施机关答复", tone: .caution)
        case .answered: Badge("待法制机构审核", tone: .caution)
        case .decided: Badge("已办结", tone: .good)
        }
    }

    private func tone(_ task: LegalTask) -> Tone { task.isOverdue(on: today) ? .bad : .neutral }

    private func answers(_ task: LegalTask) -> [Definition] {
        let answer: LegalAnswer? =
            switch task.stage {
            case .open: nil
            case .answered(let answer, _), .decided(let answer): answer
            }
        guard let answer else { return [] }
        let given = Definition("答复", "\(answer.kind.chinese)：\(answer.reason)（\(answer.on.chinese)）")
        guard let decision = answer.decision else { return [given] }
        let words = decision.isAgreed ? "同意" : "不同意"
        return [given, Definition("审核", "\(words)：\(decision.opinion)（\(decision.on.chinese)）")]
    }

    private func hint(_ kind: LegalAnswer.Kind) -> String {
        switch kind {
        case .unaffected: "变动不影响本事项"
        case .adjusting: "已着手修改或者取消本事项"
        case .exception: "依据失效，但仍有理由继续受理"
        }
    }

    /// What a change of law touches beside the items.
    static func others(current: String? = nil) -> [NavigationLink] {
        [("裁量权基准", WorkspacePath.fallenBenchmarks), ("流程和规则", WorkspacePath.affectedDefinitions)].map {
            NavigationLink($0, to: $1, isCurrent: $1 == current)
        }
    }
}
