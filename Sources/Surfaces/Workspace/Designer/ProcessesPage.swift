import Acting
import Casework
import HTML
import Kernel
import Processes

/// Drafts and published processes, and where a new one begins.
struct ProcessesPage: Component {
    let drafts: [ProcessDraftRow]
    let published: [ProcessVersionRow]
    let plans: [MigrationPlanRow]
    let mayWrite: Bool
    let hidden: [HiddenField]
    let refused: Wording?

    var body: any HTML {
        h1 { "流程设计" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if mayWrite {
            Panel("起草新流程") { beginning }
            Panel("导入 BPMN") { importing }
        }
        Panel("草稿") {
            if drafts.isEmpty {
                EmptyState("没有草稿")
            } else {
                DataTable(
                    "草稿",
                    columns: [.init("名称"), .init("类别"), .init("版本"), .init("状态"), .init("改动")],
                    rows: drafts.map { draft in
                        DataTable.Row([
                            a(.href(WorkspacePath.process(draft.id.text))) { draft.name }, draft.category.chinese,
                            "第 \(draft.number) 版", Badge(draft.stage.chinese, tone: .active),
                            draft.changedAt.day.description,
                        ])
                    }
                )
            }
        }
        if !plans.isEmpty { Panel("迁移方案") { planList } }
        if published.count + drafts.count > 1 {
            Panel("比较任意两个流程") {
                ComparisonForm(processes: ComparableProcess.all(published, drafts))
            }
        }
        Panel("已公布") {
            if published.isEmpty {
                EmptyState("还没有公布的流程")
            } else {
                DataTable(
                    "已公布的流程",
                    columns: [.init("名称"), .init("类别"), .init("版本"), .init("公布"), .init("比较"), .init("在办件")],
                    rows: published.map { version in
                        DataTable.Row([
                            version.name, version.category.chinese, "第 \(version.number) 版",
                            version.publishedOn.description, comparison(version), impact(version),
                        ])
                    }
                )
            }
        }
    }

    @HTMLBuilder private func impact(_ version: ProcessVersionRow) -> any HTML {
        if version.number > 1 {
            a(.href(WorkspacePath.versionImpact(version.process.text, version.number))) { "按原版办理的" }
        } else {
            "—"
        }
    }

    private var planList: any HTML {
        DataTable(
            "迁移方案",
            columns: [.init("流程"), .init("版本"), .init("提出"), .init("已迁移", .number), .init("状态")],
            rows: plans.map { plan in
                let name = published.first { $0.process == plan.process }?.name ?? plan.process.text
                return DataTable.Row([
                    a(.href(WorkspacePath.migration(plan.id.text))) { name },
                    "第 \(plan.fromVersion) 版 → 第 \(plan.toVersion) 版", plan.proposedAt.day.description,
                    "\(plan.migrated)/\(plan.cases)",
                    Badge(
                        plan.isDeclined ? "已否决" : plan.migrated == plan.cases ? "已办结" : "待办",
                        tone: plan.isDeclined ? .bad : .active
                    ),
                ])
            }
        )
    }

    private var beginning: any HTML {
        FormFrame(to: WorkspacePath.processes, hidden: hidden) {
            SelectField(
                FieldCaption("origin", label: "以什么为底稿", hint: "范本已按法律的程序拟好；修改已公布的流程，产生它的下一版。", isRequired: true),
                choices: ProcessTemplate.allCases.compactMap { template in
                    (try? template.definition()).map { Choice("template:\(template.rawValue)", "范本：\($0.name)") }
                }
                    + published.map { Choice("version:\($0.key)", "修改：\($0.name)（第 \($0.number) 版）") }
                    + published.map { Choice("copy:\($0.key)", "复制为新流程：\($0.name)（第 \($0.number) 版）") }
                    + drafts.map { Choice("draft:\($0.id)", "复制草稿：\($0.name)") }
            )
            SubmitButton("起草")
        }
    }

    private var importing: any HTML {
        FormFrame(to: WorkspacePath.processImport, hidden: hidden, sendsFiles: true) {
            FileField(
                FieldCaption(
                    "file",
                    label: "BPMN 2.0 文件",
                    hint: "不超过 16 MB，UTF-8 编码。能办理的部分成为草稿，其余保留并逐行列出。",
                    isRequired: true
                ),
                accept: ".bpmn,.xml"
            )
            SelectField(
                FieldCaption("category", label: "权力类别", hint: "本系统导出的文件沿用原来的类别。", isRequired: true),
                choices: ProcessDefinition.Category.allCases.map { Choice($0.rawValue, $0.chinese) }
            )
            SubmitButton("导入")
        }
    }

    @HTMLBuilder private func comparison(_ version: ProcessVersionRow) -> any HTML {
        if version.number > 1 {
            a(.href(WorkspacePath.processComparison(version.process.text, version.number))) { "与上一版比较" }
        } else {
            "首版"
        }
    }
}
