import HTML
import Kernel
import Processes

/// What is wrong with a process, in whole and at each step, and its chart: the part that is renewed while one types.
struct DesignFindings: Component {
    let content: ProcessDraft.Content
    let faults: [ProcessFault]
    /// Cells that cannot be read.
    let unread: Int

    init(_ content: ProcessDraft.Content, unread: Int) {
        self.content = content
        self.unread = unread
        faults = content.faults
    }

    private var definition: ProcessDefinition { content.definition }

    var body: any HTML {
        div(.id("findings")) {
            if unread > 0 { AlertBox("有 \(unread) 处填写看不懂", tone: .caution) { p { "以下按其余内容核对；看不懂处已在表中标明。" } } }
            if faults.isEmpty {
                AlertBox("符合法定程序", tone: .good) {
                    p { "已核对\(definition.category.chinese)的 \(Frame.of(definition.category).rules.count) 项规定和各环节时限。" }
                }
            } else {
                AlertBox("有 \(faults.count) 处不符，不能提交", tone: .bad) {
                    ol { for (index, fault) in faults.enumerated() { li { entry(fault, number: index + 1) } } }
                }
            }
        }
        div(.id("design-chart")) { ChartView(chart: ProcessChart(definition, for: .external), width: 400) }
        // Where the script puts what concerns one step; without it the page comes with the same already in place.
        for (index, step) in definition.steps.enumerated() {
            Element("template", [Attribute("data-for", "mark-\(index)")]) {
                StepMark(faults: faults(at: step.id), definition: definition)
            }
        }
    }

    func faults(at step: Step.ID) -> [ProcessFault] { faults.filter { $0.place == step } }

    /// So many runs are drawn: an author mends the first ones first, and the page stays light.
    private static let mostDrawn = 5

    @HTMLBuilder private func entry(_ fault: ProcessFault, number: Int) -> any HTML {
        if let index = definition.steps.firstIndex(where: { $0.id == fault.place }) {
            a(.href("#step-\(index)")) { fault.demand(definition.name(of:)) }
        } else {
            fault.demand(definition.name(of:))
        }
        FaultDetail(fault: fault)
        if number <= DesignFindings.mostDrawn, !fault.path.isEmpty {
            let trace = ChartTrace(fault, number: number, in: definition)
            details(.cssClass("fault-chart"), .open(number == 1)) {
                summary { "在图上看不符的路径" }
                ChartView(chart: ProcessChart(definition, for: .author, trace: trace), width: 400)
            }
        }
    }
}

/// What is wrong at one step.
struct StepMark: Component {
    let faults: [ProcessFault]
    let definition: ProcessDefinition

    var body: any HTML {
        for fault in faults {
            div(.cssClass("field-error")) {
                Icon.octagon
                div {
                    fault.demand(definition.name(of:))
                    FaultDetail(fault: fault)
                }
            }
        }
    }
}

/// The article behind a fault and the run that shows it.
private struct FaultDetail: Component {
    let fault: ProcessFault

    var body: any HTML {
        if let source = fault.source { span { "（\(source.chinese)）" } }
        if !fault.path.isEmpty { p(.cssClass("hint")) { "不符的路径：\(fault.pathText)" } }
    }
}
