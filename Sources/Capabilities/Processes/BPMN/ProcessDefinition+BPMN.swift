import Foundation
import Kernel
import TimeLimits
import WorkflowEngine

extension ProcessDefinition {
    /// The namespace of what BPMN has no element for; described in `docs/bpmn.md`.
    static let bpmnExtension = "urn:hengjian:process:1"

    /// Returns the process as BPMN 2.0 with its diagram: one pool, a lane a post, an exclusive gateway after each step
    /// with several outcomes.
    ///
    /// What BPMN has no element for stands in extension elements: the whole definition at the process, kind, limit and
    /// documents at each step, the effect at each outcome.
    ///
    /// - Throws: `EncodingError`, never for a definition that was decoded.
    package func bpmn() throws -> String {
        let graph = BPMNGraph(self)
        let kept = KeptParts(self)
        var xml = MarkupText()
        xml.open(
            "bpmn:definitions",
            [
                ("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
                ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
                ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
                ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xmlns:hj", ProcessDefinition.bpmnExtension), ("id", "_definitions"),
                ("targetNamespace", ProcessDefinition.bpmnExtension), ("exporter", "hengjian"),
            ]
        )
        xml.open("bpmn:collaboration", [("id", "_collaboration")])
        xml.element("bpmn:participant", [("id", "_pool"), ("name", name), ("processRef", processID)])
        xml.close("bpmn:collaboration")
        xml.open(
            "bpmn:process",
            [("id", processID), ("name", name), ("isExecutable", "true")],
            keeping: kept.attributes(at: nil)
        )
        xml.add(kept.documentation(at: nil))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        xml.open("bpmn:extensionElements")
        xml.element("hj:definition", [], String(decoding: try encoder.encode(self), as: UTF8.self))
        xml.add(kept.extensions(at: nil))
        xml.close("bpmn:extensionElements")
        writeLanes(graph, &xml)
        for node in graph.nodes { write(node, graph, kept, &xml) }
        for arc in graph.arcs { write(arc, &xml) }
        xml.close("bpmn:process")
        writeDiagram(graph, &xml)
        xml.close("bpmn:definitions")
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.text + "\n"
    }

    private var processID: String { BPMNGraph.id("process-\(id)") }

    private func laneID(_ index: Int) -> String { BPMNGraph.id("lane\(index + 1)") }

    private func writeLanes(_ graph: BPMNGraph, _ xml: inout MarkupText) {
        xml.open("bpmn:laneSet", [("id", "_lanes")])
        for (index, post) in posts.enumerated() {
            xml.open("bpmn:lane", [("id", laneID(index)), ("name", "\(post.name)（\(post.kind.chinese)）")])
            for node in graph.nodes where node.lane == index { xml.element("bpmn:flowNodeRef", [], node.id) }
            xml.close("bpmn:lane")
        }
        xml.close("bpmn:laneSet")
    }

    private func write(_ node: BPMNGraph.Node, _ graph: BPMNGraph, _ kept: KeptParts, _ xml: inout MarkupText) {
        let tag = node.kind.tag
        let name: [(StaticString, String)] = MarkupText.attribute("name", node.name)
        let id: [(StaticString, String)] = [("id", node.id)]
        if let origin = node.origin {
            xml.open(tag, id + name, keeping: kept.attributes(at: origin))
            xml.add(kept.documentation(at: origin))
            writeExtensions(node, kept.extensions(at: origin), &xml)
        } else {
            xml.open(tag, id + name)
        }
        for arc in graph.arcs where arc.to == node.id { xml.element("bpmn:incoming", [], arc.id) }
        for arc in graph.arcs where arc.from == node.id { xml.element("bpmn:outgoing", [], arc.id) }
        switch node.kind {
        case .step(let step):
            if let countersign = step.countersign {
                xml.open(
                    "bpmn:multiInstanceLoopCharacteristics",
                    [("isSequential", countersign.inOrder ? "true" : "false")]
                )
                xml.element(
                    "bpmn:completionCondition",
                    [("xsi:type", "bpmn:tFormalExpression")],
                    countersign.quorum.completionCondition
                )
                xml.close("bpmn:multiInstanceLoopCharacteristics")
            }
        case .timer(let timer):
            xml.open("bpmn:timerEventDefinition")
            xml.element("bpmn:timeDuration", [], timer.limit.period.duration)
            xml.close("bpmn:timerEventDefinition")
        case .terminate: xml.element("bpmn:terminateEventDefinition", [])
        case .start, .end, .exclusive, .inclusive, .parallel, .complex, .eventBased: break
        }
        xml.close(tag)
    }

    private func writeExtensions(_ node: BPMNGraph.Node, _ kept: [KeptMarkup], _ xml: inout MarkupText) {
        guard case .step(let step) = node.kind else {
            guard !kept.isEmpty else { return }
            xml.open("bpmn:extensionElements")
            xml.add(kept)
            xml.close("bpmn:extensionElements")
            return
        }
        xml.open("bpmn:extensionElements")
        var attributes: [(StaticString, String)] = [
            ("kind", step.kind.rawValue), ("officers", String(step.officers)),
        ]
        if let limit = step.limit {
            attributes += [("limit", limit.period.description), ("source", limit.source.description)]
        }
        xml.open("hj:step", attributes)
        for document in step.documents { xml.element("hj:document", [("name", document.name)]) }
        xml.close("hj:step")
        xml.add(kept)
        xml.close("bpmn:extensionElements")
    }

    private func write(_ arc: BPMNGraph.Arc, _ xml: inout MarkupText) {
        let id: [(StaticString, String)] = [("id", arc.id)]
        let name: [(StaticString, String)] = MarkupText.attribute("name", arc.name)
        let ends: [(StaticString, String)] = [("sourceRef", arc.from), ("targetRef", arc.to)]
        xml.open("bpmn:sequenceFlow", id + name + ends)
        if let outcome = arc.outcome {
            xml.open("bpmn:extensionElements")
            let effect: [(StaticString, String)] = MarkupText.attribute("effect", outcome.effect?.rawValue ?? "")
            let id: [(StaticString, String)] = [("id", outcome.id.text)]
            xml.element("hj:outcome", id + effect)
            xml.close("bpmn:extensionElements")
            if arc.isConditional {
                xml.element(
                    "bpmn:conditionExpression",
                    [("xsi:type", "bpmn:tFormalExpression")],
                    "outcome == \"\(outcome.id)\""
                )
            }
        }
        xml.close("bpmn:sequenceFlow")
    }

    // MARK: Diagram interchange

    private func writeDiagram(_ graph: BPMNGraph, _ xml: inout MarkupText) {
        xml.open("bpmndi:BPMNDiagram", [("id", "_diagram")])
        xml.open("bpmndi:BPMNPlane", [("id", "_plane"), ("bpmnElement", "_collaboration")])
        let height = Double(max(posts.count, 1)) * BPMNGraph.laneHeight
        write(shapeOf: "_pool", (0, 0, graph.width, height), isHorizontal: true, &xml)
        for index in posts.indices {
            let top = Double(index) * BPMNGraph.laneHeight
            let bounds = (30.0, top, graph.width - 30, BPMNGraph.laneHeight)
            write(shapeOf: laneID(index), bounds, isHorizontal: true, &xml)
        }
        for node in graph.nodes {
            let (width, height) = node.size
            let bounds = (node.center.x - width / 2, node.center.y - height / 2, width, height)
            write(shapeOf: node.id, bounds, isHorizontal: nil, &xml)
        }
        let places = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
        for (index, arc) in graph.arcs.enumerated() {
            guard let from = places[arc.from], let to = places[arc.to] else { continue }
            xml.open("bpmndi:BPMNEdge", [("id", "\(arc.id).edge"), ("bpmnElement", arc.id)])
            for point in ProcessDefinition.way(from, to, channel: Double(index % 8)) {
                xml.element(
                    "di:waypoint",
                    [("x", MarkupText.number(point.0)), ("y", MarkupText.number(point.1))]
                )
            }
            xml.close("bpmndi:BPMNEdge")
        }
        xml.close("bpmndi:BPMNPlane")
        xml.close("bpmndi:BPMNDiagram")
    }

    private func write(
        shapeOf element: String,
        _ bounds: (x: Double, y: Double, width: Double, height: Double),
        isHorizontal: Bool?,
        _ xml: inout MarkupText
    ) {
        let turned: [(StaticString, String)] = MarkupText.attribute(
            "isHorizontal",
            isHorizontal.map { $0 ? "true" : "false" } ?? ""
        )
        let names: [(StaticString, String)] = [("id", "\(element).shape"), ("bpmnElement", element)]
        xml.open("bpmndi:BPMNShape", names + turned)
        xml.element(
            "dc:Bounds",
            [
                ("x", MarkupText.number(bounds.x)), ("y", MarkupText.number(bounds.y)),
                ("width", MarkupText.number(bounds.width)), ("height", MarkupText.number(bounds.height)),
            ]
        )
        xml.close("bpmndi:BPMNShape")
    }

    /// Straight to the next element on the same line; otherwise out below, along a channel, and in from below.
    private static func way(_ from: BPMNGraph.Node, _ to: BPMNGraph.Node, channel: Double) -> [(Double, Double)] {
        let start = (from.center.x + from.size.width / 2, from.center.y)
        let end = (to.center.x - to.size.width / 2, to.center.y)
        let distance = end.0 - start.0
        if from.lane == to.lane, distance > 0, distance < BPMNGraph.columnWidth { return [start, end] }
        if distance > 0, distance < BPMNGraph.columnWidth {
            let middle = start.0 + distance / 2
            return [start, (middle, start.1), (middle, end.1), end]
        }
        let below = max(from.center.y, to.center.y) + 52 + channel * 5
        let bottoms = (from.center.y + from.size.height / 2, to.center.y + to.size.height / 2)
        return [(from.center.x, bottoms.0), (from.center.x, below), (to.center.x, below), (to.center.x, bottoms.1)]
    }
}

extension BPMNGraph.Kind {
    var tag: StaticString {
        switch self {
        case .start: "bpmn:startEvent"
        case .end, .terminate: "bpmn:endEvent"
        case .timer: "bpmn:intermediateCatchEvent"
        case .exclusive: "bpmn:exclusiveGateway"
        case .inclusive: "bpmn:inclusiveGateway"
        case .parallel: "bpmn:parallelGateway"
        case .complex: "bpmn:complexGateway"
        case .eventBased: "bpmn:eventBasedGateway"
        case .step(let step):
            switch step.performer {
            case .message?: "bpmn:receiveTask"
            case .subCase?: "bpmn:callActivity"
            case .person?, nil: "bpmn:userTask"
            }
        }
    }
}

extension Period {
    /// As BPMN writes durations; that days are working days only the extension says.
    var duration: String {
        switch unit {
        case .workingDay, .calendarDay: "P\(count)D"
        case .hour: "PT\(count)H"
        case .month: "P\(count)M"
        }
    }
}
