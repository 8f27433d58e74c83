import Acting
import HTML
import Kernel
import Processes
import WorkflowEngine

/// A pretended case: whose turn it is, what each post would see, and the way so far on the chart.
struct RehearsalPage: Component {
    let draft: String
    let rehearsal: Rehearsal
    let refused: Wording?
    let mayKeep: Bool
    let hidden: [HiddenField]

    private var definition: ProcessDefinition { rehearsal.definition }
    private var moves: [String] { rehearsal.moves.map(\.description) }
    private var waiting: [Step.ID] { rehearsal.flow.waiting(rehearsal.marking) }

    var body: any HTML {
        h1 { "试走：\(definition.name)" }
        p(.cssClass("hint")) { "用真实的流程引擎走一个假想的办件，不留下任何记录。" }
        if let refused { AlertBox("走不通", tone: .bad) { p { refused.full } } }
        div(.cssClass("columns")) {
            div {
                if waiting.isEmpty {
                    AlertBox("办件已到终点", tone: .good) { p { definition.names(rehearsal.whereabouts) } }
                }
                for id in waiting { turn(id) }
                Panel("走过的路") { trail }
                if mayKeep, !moves.isEmpty { Panel("存为用例") { keeping } }
            }
            ChartView(chart: ProcessChart(definition, for: .external, trace: trace), width: 400)
        }
    }

    private var trace: ChartTrace { ChartTrace(rehearsal.marking, of: definition, in: rehearsal.flow) }

    /// Whether the time to the decision runs by now: since an outcome that opens it, or from the start.
    private var clockRuns: Bool {
        let opening = definition.steps.flatMap { step in
            step.outcomes.filter { $0.effect?.opens == true }.map { (step.id, $0.id) }
        }
        return opening.isEmpty || opening.contains { trace.taken[$0.0] == $0.1 }
    }

    @HTMLBuilder private func turn(_ id: Step.ID) -> any HTML {
        if let step = definition.step(id) {
            let post = definition.post(step.post)
            Panel("轮到：\(post?.name ?? step.post.text)") {
                h3 { "\(step.name)（\(step.kind.chinese)）" }
                DefinitionList(facts(of: step))
                RehearsedScreen(definition: definition, step: step, clockRuns: clockRuns)
                h3 { "选择办理结果，往下走" }
                // What a post does may be one outcome; several together only where the step takes several.
                div(.cssClass("button-row")) {
                    for outcome in step.outcomes { go(outcome.name, .complete(id, [outcome.id])) }
                }
                let targets = rehearsal.returns(from: id)
                if !targets.isEmpty {
                    h3 { "退回" }
                    div(.cssClass("button-row")) {
                        for target in targets { go("退回“\(target.name)”", .goBack(from: id, to: target.id)) }
                    }
                }
            }
        } else if let timer = definition.timers?.first(where: { $0.id == id }) {
            Panel("等待：\(timer.name)") {
                p { "期限：\(timer.limit.chinese)" }
                div(.cssClass("button-row")) { go("期限已到", .fire(id)) }
            }
        }
    }

    private func go(_ label: String, _ move: RehearsalMove) -> any HTML {
        LinkButton(label, to: WorkspacePath.rehearsal(draft, moves + [move.description]), weight: .secondary)
    }

    private func facts(of step: Step) -> [Definition] {
        let documents = step.documents.map(\.name)
        let others = step.differsFrom.map(definition.name(of:))
        return [
            Definition("时限", step.limit.map { "\($0.chinese)（\($0.source.chinese)）" } ?? "不计时"),
            Definition("办理人数", "\(step.officers) 人"),
            Definition("文书", documents.isEmpty ? "—" : documents.joined(separator: "、")),
            Definition("不得由", others.isEmpty ? "—" : "\(others.joined(separator: "、"))的办理人员办理"),
            Definition("会签", step.countersign == nil ? "—" : PartText.text(step.countersign)),
        ]
    }

    @HTMLBuilder private var trail: any HTML {
        if moves.isEmpty { p(.cssClass("hint")) { "办件刚刚收到。" } }
        ol { for move in rehearsal.moves { li { definition.words(move) } } }
        if !moves.isEmpty {
            ButtonRow {
                LinkButton("退一步", to: WorkspacePath.rehearsal(draft, moves.dropLast()), weight: .secondary)
                LinkButton("从头再走", to: WorkspacePath.rehearsal(draft), weight: .secondary)
            }
        }
    }

    private var keeping: any HTML {
        FormFrame(to: WorkspacePath.processCase(draft, "keep"), hidden: hidden) {
            for move in moves { HiddenField("move", move) }
            p(.cssClass("hint")) { "应到：\(definition.names(rehearsal.whereabouts))" }
            TextField(FieldCaption("case-name", label: "用例名称", isRequired: true), maxLength: 100)
            SubmitButton("存为用例")
        }
    }
}

extension ProcessDefinition {
    func names(_ ids: [Step.ID]) -> String { ids.map(name(of:)).joined(separator: "、") }

    /// A move as its author would say it.
    func words(_ move: RehearsalMove) -> String {
        switch move {
        case .complete(let id, let outcomes):
            let names = outcomes.map { outcome in step(id)?.outcome(outcome)?.name ?? outcome.text }
            return "\(name(of: id))〔\(names.joined(separator: "、"))〕"
        case .fire(let timer): return "\(name(of: timer))〔期限已到〕"
        case .goBack(let from, let to): return "\(name(of: from))〔退回\(name(of: to))〕"
        }
    }
}
