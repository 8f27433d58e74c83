import Foundation
import Kernel
import ProcessTrials
@testable import Processes
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

    @Test("the run that breaks a rule is drawn through every step of it, and ends where the rule is broken")
    func breach() throws {
        var draft = try Draft()
        // Nobody is told of the hearing any more.
        draft.step("announceHearing") { $0["kind"] = "archive" }
        let definition = try draft.definition()
        let faults = definition.check(promised: .workingDays(20), statutory: .workingDays(20))
        let fault = try #require(faults.first { !$0.path.isEmpty })
        let trace = ChartTrace(fault, number: 2, in: definition)
        let chart = ProcessChart(definition, for: .author, trace: trace)
        #expect(chart.lanes.isEmpty && chart.boxes.filter { $0.number != nil }.count == definition.steps.count)
        #expect(chart.boxes.filter { $0.state == .current }.map(\.id) == [try #require(fault.path.last).step])
        let lit = Set(chart.boxes.filter { $0.state != .ahead && $0.number != nil }.map(\.id))
        #expect(lit == Set(fault.path.filter { !$0.isReturn }.map(\.step)))
        let taken = chart.boxes.flatMap { box in box.exits.filter(\.isTaken).map { "\(box.name)〔\($0.label)〕" } }
        #expect(Set(taken) == Set(fault.path.filter { $0.outcome != nil && !$0.isReturn }.map(\.chinese)))
        let svg = chart.svg(width: 400)
        #expect(svg.contains("第2处不符的路径") && svg.contains("不符的环节") && svg.contains("step is-at-fault"))
        #expect(!svg.contains("当前环节") && !svg.contains("已完成"))
    }

    @Test("no line ends with a single character standing alone", arguments: [120.0, 200, 276])
    func noOrphans(width: Double) {
        for count in 2...60 {
            let lines = ChartText.lines(String(repeating: "办", count: count), width: width, size: 12)
            #expect(lines.count == 1 || (lines.last?.count ?? 0) > 1)
            #expect(lines.joined().count == count)
            #expect(lines.allSatisfy { ChartText.width($0, size: 12) <= width })
        }
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
