import HTML
import Processes

/// A chart drawn into the page itself, for a process that is stored nowhere yet.
struct InlineChart: HTML {
    let chart: ProcessChart
    let width: Int

    func render(into output: inout HTMLOutput) {
        for piece in chart.pieces(width: width) {
            switch piece {
            case .markup(let markup): output.append(raw: markup)
            case .words(let words): output.append(text: words)
            }
        }
    }
}

/// The chart in its frame, with the same in words.
struct ChartView: Component {
    let chart: ProcessChart
    let width: Int

    var body: any HTML {
        FlowChartFrame(chart.title, steps: chart.boxes.map(words)) { InlineChart(chart: chart, width: width) }
    }

    private func words(_ box: ChartBox) -> String {
        ([box.title, box.post, box.limit] + box.exits.map(\.text)).filter { !$0.isEmpty }.joined(separator: "；")
    }
}
