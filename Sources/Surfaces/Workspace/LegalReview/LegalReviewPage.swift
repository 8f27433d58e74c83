import Casework
import EventLog
import HTML
import Kernel
import Processes
import TimeLimits
import WebServer

/// The legal review that a case waits for: its materials, its time, what was said, and what may be done about it.
struct LegalReviewPage: Component {
    let content: CaseContent
    let step: Step
    let review: LegalReview
    let due: Day?
    let today: Day
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "法制审核" }
        p(.cssClass("hint")) {
            "未经法制审核或者审核未通过的，不得作出决定（行政处罚法§58）。审核通过在办件页面办理；意见不一致的在这里采纳、复审或者集体讨论协调解决（国办发〔2018〕118号）。"
        }
        Panel("审核") { DefinitionList(facts) }
        if !materials.isEmpty { Panel("应提交的材料") { table } }
        if !entries.isEmpty { Panel("经过") { Timeline(entries) } }
        for act in content.reviewActs { form(act) }
    }

    private var facts: [Definition] {
        var facts = [
            Definition("办件编号") { a(.href(WorkspacePath.caseFile(content.number))) { content.number } },
            Definition("事项", content.opening.item.name), Definition("状态", review.phase.chinese),
        ]
        if let day = review.phase.due {
            facts.append(Definition("应办理至", "\(day.chinese)\(day < today ? "（已逾期）" : "")"))
        } else if review.phase == .reviewing, let due {
            let source =
                review.begun?.limit == nil ? step.limit?.source.chinese ?? "" : "审核目录清单第\(review.begun?.catalog ?? 0)版"
            facts.append(Definition("审核时限", "至\(due.chinese)\(due < today ? "（已逾期）" : "")（\(source)）"))
        }
        if let opposed = review.opposed {
            facts.append(Definition("审核意见", opposed.defects.map(\.chinese).joined(separator: "、")))
            facts.append(Definition("退回到", content.definition.step(opposed.to)?.name ?? opposed.to.text))
        }
        return facts
    }

    private var materials: [String] { review.begun?.materials ?? [] }

    private var table: DataTable {
        DataTable(
            "应提交的材料",
            columns: [.init("材料"), .init("在卷情况")],
            rows: materials.map { DataTable.Row([$0, standing(of: $0)]) },
            showsTitle: false
        )
    }

    private func standing(of material: String) -> any HTML {
        if let paper = content.state.paper(for: material) { return Badge("已有：\(paper)", tone: .good) }
        if let given = review.supplied.first(where: { $0.material == material }) {
            return Badge("已补充：\(given.paper)", tone: .good)
        }
        return review.confirmed.contains(material) ? Badge("审核人员已核对", tone: .good) : Badge("未见", tone: .caution)
    }

    /// What was recorded since the review began to wait.
    private var entries: [Timeline.Entry] {
        let since = content.state.entered[step.id]
        return content.history.compactMap { event in
            guard case .legalReview(let fact)? = event.as(CaseFileEvent.self),
                since.map({ $0 <= event.envelope.recordedAt }) ?? true
            else { return nil }
            let actor = event.envelope.actor
            return Timeline.Entry(
                fact.chinese,
                time: event.envelope.recordedAt.minuteText,
                actor: content.officers[actor.id] ?? "",
                tone: .active
            ) { for line in fact.lines + [fact.words] where !line.isEmpty { p { line } } }
        }
    }

    private func form(_ act: LegalReviewAct) -> any HTML {
        Panel(act.verb.chinese) {
            FormFrame(to: WorkspacePath.legalReview(content.number, act.rawValue), hidden: hidden) {
                fields(act)
                for (place, form) in content.papers(for: act).enumerated() {
                    PaperFields(
                        form: form,
                        place: place,
                        values: ActValues(prefix: act.prefix, typed: .none, defaults: [:])
                    )
                }
                if let (label, hint) = words(act) {
                    TextArea(caption(act, "reasons", label, hint), value: "", rows: 3, maxLength: 4_000)
                }
                ButtonRow { SubmitButton("确认：\(act.verb.chinese)", weight: .secondary) }
            }
        }
    }

    @HTMLBuilder
    private func fields(_ act: LegalReviewAct) -> any HTML {
        switch act {
        case .confirm: several(act, "materials", "已在卷的材料", content.state.missingMaterials(in: review))
        case .ask:
            let missing = content.state.missingMaterials(in: review)
            if !missing.isEmpty { several(act, "materials", "清单所列、未见的材料", missing) }
            TextArea(
                FieldCaption(
                    "\(act.prefix)-others",
                    label: missing.isEmpty ? "需要补充的材料" : "其他需要补充的材料",
                    hint: "一行一项",
                    isRequired: missing.isEmpty
                ),
                value: "",
                rows: 3,
                maxLength: 2_000
            )
        case .supply:
            let papers = content.state.filedPapers.map { Choice($0, $0) }
            for (place, material) in (review.asked?.materials ?? []).enumerated() {
                SelectField(caption(act, "paper\(place)", material, "卷内的文书或者证据；尚未入卷的，先收集证据"), choices: papers)
            }
        case .oppose:
            ChoiceField(
                caption(act, "defects", "审核意见", "可以多选"),
                choices: ReviewDefect.allCases.map { Choice($0.rawValue, $0.chinese) },
                kind: .several
            )
            SelectField(caption(act, "to", "退回到", "承办机构采纳后退回"), choices: targets)
        case .answer:
            ChoiceField(
                caption(act, "answer", "复审结果", ""),
                choices: [Choice("maintained", "维持原审核意见"), Choice("changed", "改变原审核意见，继续审核")]
            )
        case .resolve:
            ChoiceField(
                caption(act, "result", "协调结果", "对审核人员和承办机构都有约束力"),
                choices: ReviewResolution.allCases.map { Choice($0.rawValue, $0.chinese) }
            )
        case .prolong, .accept, .contest: NoHTML()
        }
    }

    private var targets: [Choice] {
        let own = content.own.first { $0.step.id == step.id }
        return (own?.returnTargets ?? []).map { Choice($0.id.text, $0.name) }
    }

    private func words(_ act: LegalReviewAct) -> (label: String, hint: String)? {
        switch act {
        case .confirm, .supply: nil
        case .ask: ("补充理由", "补充期间停止计算审核时限")
        case .prolong: ("延长理由", "不少于 10 个字；情况复杂的，由负责人批准延长一次")
        case .oppose: ("不同意的理由", "不少于 10 个字")
        case .accept: ("采纳说明", "采纳后按审核意见退回办理")
        case .contest: ("申请复审理由", "不少于 10 个字")
        case .answer: ("复审意见", "不少于 10 个字；有其他审核人员的，由其他审核人员答复")
        case .resolve: ("协调解决的理由", "不少于 10 个字；写明依据的讨论结论（行政处罚法§57、§58）")
        }
    }

    private func several(_ act: LegalReviewAct, _ name: String, _ label: String, _ choices: [String]) -> ChoiceField {
        ChoiceField(
            FieldCaption("\(act.prefix)-\(name)", label: label),
            choices: choices.map { Choice($0, $0) },
            kind: .several
        )
    }

    private func caption(_ act: LegalReviewAct, _ name: String, _ label: String, _ hint: String) -> FieldCaption {
        FieldCaption("\(act.prefix)-\(name)", label: label, hint: hint, isRequired: true)
    }
}
