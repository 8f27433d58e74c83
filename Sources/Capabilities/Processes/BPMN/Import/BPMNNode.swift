import Interchange
import Kernel

/// A flow node of a file of another program.
struct BPMNNode {
    enum Event: Hashable {
        case none
        /// `nil` where the time is no fixed period.
        case timer(Period?)
        case message(String)
        case signal(String)
        case error(String)
        case link(String)
        case compensation
        /// Condition, escalation, cancellation, several at once.
        case other(String)
    }

    enum Gateway {
        case exclusive, inclusive, parallel, complex, eventBased
    }

    enum Kind {
        case start(Event)
        /// Whether a person does it, or a program.
        case task(isManual: Bool)
        case receive(String)
        case call(String)
        case subProcess
        /// A sub-process whose parts have no order.
        case adHoc
        case gateway(Gateway)
        case catches(Event)
        case throws_(Event)
        case boundary(Event, host: Int, interrupts: Bool)
        case end(Event, terminates: Bool)
    }

    let id: String
    let name: String
    let kind: Kind
    let element: MarkupElement
    /// The sub-process it stands in; `nil` for the process itself.
    let scope: Int?
    var incoming: [Int] = []
    var outgoing: [Int] = []
    /// The events that sit on its edge.
    var boundary: [Int] = []
}

struct BPMNFlow {
    let id: String
    let name: String
    let from: Int
    let to: Int
    /// The text of its condition; empty for one that has none to read.
    let condition: String?
    let isDefault: Bool
    let element: MarkupElement
}

/// One process of a file, its parts found and its references resolved.
struct BPMNProcess {
    let element: MarkupElement
    let id: String
    private(set) var nodes: [BPMNNode] = []
    private(set) var flows: [BPMNFlow] = []
    /// Sub-processes that begin by an event, with what is in them; they are not executed.
    private(set) var eventSubProcesses: [MarkupElement] = []
    private(set) var lanes: [(element: MarkupElement, nodes: Set<String>)] = []
    /// The innermost lane of each node that stands in one.
    private(set) var laneOfNode: [String: MarkupElement] = [:]

    static let greatestSize = 5_000

    private let file: BPMNFile
    private var numbers: [String: Int] = [:]

    init(_ element: MarkupElement, in file: BPMNFile) throws(BPMNFault) {
        self.element = element
        self.file = file
        id = element["id"] ?? ""
        try collect(element, in: nil)
        try connect(element, in: nil)
        for set in element.children where set.isBPMN("laneSet") { collectLanes(set) }
    }

    func number(of id: String) -> Int? { numbers[id] }

    // MARK: Nodes

    private mutating func collect(_ container: MarkupElement, in scope: Int?) throws(BPMNFault) {
        for child in container.children where child.isBPMN {
            if child.isBPMN("subProcess"), child["triggeredByEvent"] == "true" {
                eventSubProcesses.append(child)
                continue
            }
            guard let kind = kind(of: child) else { continue }
            guard let id = child["id"] else { throw BPMNFault(line: child.line, .idMissing(element: child.name.local)) }
            guard nodes.count < BPMNProcess.greatestSize else {
                throw BPMNFault(line: child.line, .tooManyNodes(limit: BPMNProcess.greatestSize))
            }
            let number = nodes.count
            numbers[id] = number
            let name = (child["name"] ?? "").split { " \t\r\n".contains($0) }.joined(separator: " ")
            nodes.append(BPMNNode(id: id, name: name, kind: kind, element: child, scope: scope))
            if case .subProcess = kind { try collect(child, in: number) }
        }
    }

    private func kind(of element: MarkupElement) -> BPMNNode.Kind? {
        switch element.name.local {
        case "startEvent": .start(event(of: element))
        case "endEvent":
            .end(event(of: element), terminates: element.children.contains { $0.isBPMN("terminateEventDefinition") })
        case "task", "userTask", "manualTask": .task(isManual: true)
        case "serviceTask", "scriptTask", "businessRuleTask", "sendTask": .task(isManual: false)
        case "receiveTask": .receive(file.name(of: element["messageRef"]) ?? element["name"] ?? "")
        case "callActivity": .call(called(by: element))
        case "subProcess", "transaction": .subProcess
        case "adHocSubProcess": .adHoc
        case "exclusiveGateway": .gateway(.exclusive)
        case "inclusiveGateway": .gateway(.inclusive)
        case "parallelGateway": .gateway(.parallel)
        case "complexGateway": .gateway(.complex)
        case "eventBasedGateway": .gateway(.eventBased)
        case "intermediateCatchEvent": .catches(event(of: element))
        case "intermediateThrowEvent": .throws_(event(of: element))
        case "boundaryEvent":
            // The host is found once all nodes are.
            .boundary(event(of: element), host: -1, interrupts: element["cancelActivity"] != "false")
        default: nil
        }
    }

    /// What a call activity calls: by BPMN's attribute, else by one of a vendor's extension elements.
    private func called(by element: MarkupElement) -> String {
        if let called = element["calledElement"] { return called.withoutPrefix }
        let extensions = element.children.first { $0.isBPMN("extensionElements") }?.children ?? []
        let vendors = extensions.first { $0.name.local == "calledElement" }
        return vendors?["processId"] ?? element["name"] ?? ""
    }

    private func event(of element: MarkupElement) -> BPMNNode.Event {
        var definitions = element.children.filter { $0.isBPMN && $0.name.local.hasSuffix("EventDefinition") }
        definitions += element.children.filter { $0.isBPMN("eventDefinitionRef") }
            .compactMap { file.element(of: $0.text.trimmingMarkupSpaces.withoutPrefix) }
        guard let definition = definitions.first else { return .none }
        guard definitions.count == 1 else { return .other("multiple") }
        let name = element["name"] ?? ""
        switch definition.name.local {
        case "timerEventDefinition":
            let duration = definition.children.first { $0.isBPMN("timeDuration") }
            return .timer(duration.flatMap { Period(bpmnDuration: $0.text) })
        case "messageEventDefinition": return .message(file.name(of: definition["messageRef"]) ?? name)
        case "signalEventDefinition": return .signal(file.name(of: definition["signalRef"]) ?? name)
        case "errorEventDefinition": return .error((definition["errorRef"] ?? "").withoutPrefix)
        case "linkEventDefinition": return .link(definition["name"] ?? name)
        case "compensateEventDefinition": return .compensation
        case "terminateEventDefinition": return .none
        default: return .other(definition.name.local)
        }
    }

    // MARK: Flows

    private mutating func connect(_ container: MarkupElement, in scope: Int?) throws(BPMNFault) {
        for child in container.children where child.isBPMN("sequenceFlow") {
            guard let id = child["id"] else { throw BPMNFault(line: child.line, .idMissing(element: "sequenceFlow")) }
            let from = try end("sourceRef", of: child, in: scope)
            let to = try end("targetRef", of: child, in: scope)
            let condition = child.children.first { $0.isBPMN("conditionExpression") }
            let flow = BPMNFlow(
                id: id,
                name: (child["name"] ?? "").split { " \t\r\n".contains($0) }.joined(separator: " "),
                from: from,
                to: to,
                condition: condition?.text.trimmingMarkupSpaces,
                isDefault: nodes[from].element["default"] == id,
                element: child
            )
            guard flows.count < BPMNProcess.greatestSize else {
                throw BPMNFault(line: child.line, .tooManyNodes(limit: BPMNProcess.greatestSize))
            }
            nodes[from].outgoing.append(flows.count)
            nodes[to].incoming.append(flows.count)
            flows.append(flow)
        }
        for number in nodes.indices where nodes[number].scope == scope {
            let node = nodes[number]
            switch node.kind {
            case .boundary(let event, _, let interrupts):
                let host = try end("attachedToRef", of: node.element, in: scope)
                nodes[number] = BPMNNode(
                    id: node.id,
                    name: node.name,
                    kind: .boundary(event, host: host, interrupts: interrupts),
                    element: node.element,
                    scope: scope,
                    incoming: node.incoming,
                    outgoing: node.outgoing
                )
                nodes[host].boundary.append(number)
            case .subProcess: try connect(node.element, in: number)
            case .start, .task, .receive, .call, .adHoc, .gateway, .catches, .throws_, .end: continue
            }
        }
    }

    private func end(_ attribute: String, of element: MarkupElement, in scope: Int?) throws(BPMNFault) -> Int {
        let id = element[attribute] ?? ""
        guard let number = numbers[id], nodes[number].scope == scope else {
            throw BPMNFault(line: element.line, .missingReference(id, attribute: attribute))
        }
        return number
    }

    private mutating func collectLanes(_ set: MarkupElement) {
        for lane in set.children where lane.isBPMN("lane") {
            let refs = lane.children.filter { $0.isBPMN("flowNodeRef") }.map(\.text.trimmingMarkupSpaces)
            lanes.append((lane, Set(refs)))
            for ref in refs { laneOfNode[ref] = lane }
            for inner in lane.children where inner.isBPMN("childLaneSet") { collectLanes(inner) }
        }
    }
}

extension BPMNFlow {
    /// The outcome of ours that the flow is.
    var ownOutcome: String? {
        let extensions = element.children.first { $0.isBPMN("extensionElements") }?.children ?? []
        return extensions.first { $0.name == MarkupName(ProcessDefinition.bpmnExtension, "outcome") }?["id"]
    }
}
