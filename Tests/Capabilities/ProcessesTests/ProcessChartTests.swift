import Foundation
import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("Process charts")
struct ProcessChartTests {
    static let widths: [(ProcessChart.Audience, Int)] = [(.external, 374), (.internal, 1264), (.internal, 374)]

    @Test("no connector runs through a box, and no label leaves its box", arguments: widths)
    func nothingCrosses(audience: ProcessChart.Audience, width: Int) throws {
        for template in ProcessTemplate.allCases {
            let chart = ProcessChart(try template.definition(), for: audience)
            let drawing = try Drawing(chart.svg(width: width))
            #expect(drawing.boxes.count == chart.boxes.count)
            for box in drawing.boxes {
                for text in box.texts {
                    #expect(text.x >= box.x && text.x + text.width <= box.x + box.width, "\(text.content)")
                    #expect(text.y - text.size >= box.y && text.y <= box.y + box.height, "\(text.content)")
                }
            }
            for (upper, lower) in zip(drawing.boxes, drawing.boxes.dropFirst()) {
                #expect(upper.y + upper.height < lower.y)
            }
            for line in drawing.segments {
                #expect(!drawing.boxes.contains { $0.isEntered(by: line) }, "\(line)")
                #expect(line.x1 == line.x2 || line.y1 == line.y2)
            }
        }
    }

    @Test("the external chart shows no internal step and leads past it")
    func external() throws {
        let chart = ProcessChart(try ProcessTemplate.licensingGeneral.definition(), for: .external)
        #expect(!chart.boxes.contains { ["review", "archive"].contains($0.id) })
        let examine = try #require(chart.boxes.first { $0.id == "examine" })
        #expect(examine.exits.first?.targets == ["decide"])
        #expect(chart.svg(width: 374) == chart.svg(width: 374))
    }

    @Test("a running case lights the way it took and the step that waits")
    func trace() throws {
        let chart = try Self.running(.internal)
        #expect(chart.boxes.filter { $0.state == .passed }.map(\.id) == ["receive", "accept", "examine"])
        #expect(chart.boxes.filter { $0.state == .current }.map(\.id) == ["review"])
        #expect(chart.svg(width: 1_264).contains("当前环节：审核"))
    }

    @Test("while an inner review goes on, the party sees the case at the step under review")
    func innerReview() throws {
        let chart = try Self.running(.external)
        #expect(chart.boxes.filter { $0.state == .current }.map(\.id) == ["examine"])
    }

    static func running(_ audience: ProcessChart.Audience) throws -> ProcessChart {
        let definition = try ProcessTemplate.licensingGeneral.definition()
        let flow = try Flow(definition.flowGraph)
        let marking = try [("receive", "registered"), ("accept", "accepted"), ("examine", "proposed")]
            .reduce(flow.run(Marking(), .start)) { marking, act in
                try flow.run(marking, .complete(.init(act.0), outcome: .init(act.1)))
            }
        return ProcessChart(definition, for: audience, trace: ChartTrace(marking, of: definition, in: flow))
    }

    @Test("what an author types is shown, never executed")
    func escaped() throws {
        var draft = try Draft()
        draft.step("receive") { $0["name"] = "<script>alert('1')</script>&\"\u{0}" }
        let svg = ProcessChart(try draft.definition(), for: .external).svg(width: 374)
        #expect(!svg.contains("<script"))
        #expect(svg.contains("&lt;script&gt;"))
        #expect(!svg.contains("\u{0}"))
    }

    @Test("the charts are as they were looked at", arguments: widths.dropLast())
    func snapshot(audience: ProcessChart.Audience, width: Int) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots/licensing-general-\(audience.rawValue).svg")
        let svg = ProcessChart(try ProcessTemplate.licensingGeneral.definition(), for: audience).svg(width: width)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(svg.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == svg)
    }
}
