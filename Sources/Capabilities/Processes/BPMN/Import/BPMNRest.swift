import Interchange
import Kernel
import WorkflowEngine

/// Gathers what a file holds beside what is executed: keeps it as written, and notes line and reason.
struct BPMNRest {
    private(set) var parts: [KeptPart] = []
    private(set) var remarks: [BPMNRemark] = []
    private let bytes: [UInt8]
    private var size = 0

    /// What a draft keeps of a foreign file, in bytes.
    static let greatestSize = 256 << 10

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func note(_ element: MarkupElement, _ reason: BPMNRemark.Reason, in owner: MarkupElement? = nil) {
        remarks.append(BPMNRemark(element, reason, in: owner))
    }

    mutating func keep(
        _ element: MarkupElement,
        _ reason: BPMNRemark.Reason,
        at step: Step.ID? = nil,
        _ outcome: StepOutcome.ID? = nil,
        place: KeptPart.Place = .elements,
        in owner: MarkupElement? = nil
    ) {
        // What does not fit is not even copied.
        guard size + element.range.count <= BPMNRest.greatestSize else { return note(element, .notKept, in: owner) }
        add(element.source(in: bytes), of: element, reason, at: step, outcome, place, in: owner)
    }

    private mutating func add(
        _ text: String,
        of element: MarkupElement,
        _ reason: BPMNRemark.Reason,
        at step: Step.ID?,
        _ outcome: StepOutcome.ID?,
        _ place: KeptPart.Place,
        in owner: MarkupElement? = nil
    ) {
        guard size + text.utf8.count <= BPMNRest.greatestSize else { return note(element, .notKept, in: owner) }
        size += text.utf8.count
        parts.append(KeptPart(at: step, outcome: outcome, place: place, text: text))
        note(element, reason, in: owner)
    }

    /// Takes what stands on an element beside what is executed of it.
    ///
    /// - Parameters:
    ///   - element: a process, flow node or flow.
    ///   - step: what it became; `nil` for a process, and for what is folded into something else.
    ///   - outcome: the outcome a flow became.
    ///   - isOwnElement: whether the export writes an element for it, into which extensions can go back.
    ///   - childrenToo: whether what is in it is taken as well.
    ///   - executed: why a child would only be kept, where it is executed here.
    mutating func take(
        _ element: MarkupElement,
        at step: Step.ID? = nil,
        _ outcome: StepOutcome.ID? = nil,
        isOwnElement: Bool = true,
        childrenToo: Bool = true,
        executed: Set<BPMNRemark.Reason> = []
    ) {
        takeAttributes(element, at: step, outcome, isOwnElement)
        for child in element.children where childrenToo {
            if child.isBPMN("extensionElements") {
                let place = isOwnElement ? KeptPart.Place.extensions : .elements
                for inner in child.children where inner.name.namespace != ProcessDefinition.bpmnExtension {
                    keep(inner, .extensions, at: step, outcome, place: place, in: element)
                }
            } else if child.isBPMN("documentation") {
                let place = isOwnElement ? KeptPart.Place.documentation : .elements
                keep(child, .notes, at: step, outcome, place: place, in: element)
            } else if let reason = BPMNRest.reason(for: child), !executed.contains(reason) {
                keep(child, reason, at: step, outcome, in: element)
            }
        }
    }

    private mutating func takeAttributes(
        _ element: MarkupElement,
        at step: Step.ID?,
        _ outcome: StepOutcome.ID?,
        _ isOwnElement: Bool
    ) {
        let foreign = element.attributes.filter { attribute in
            !attribute.name.namespace.isEmpty && !BPMNRest.known.contains(attribute.name.namespace)
        }
        guard !foreign.isEmpty else { return }
        guard size < BPMNRest.greatestSize else { return note(element, .notKept) }
        let scope = element.scope.filter { KeptMarkup.isFree($0.key) }.sorted { $0.key < $1.key }
        var prefixes: [String: String] = [:]
        var text = "<attributes"
        for attribute in foreign {
            let namespace = attribute.name.namespace
            let prefix =
                prefixes[namespace] ?? scope.first { $0.value == namespace }?.key ?? "n\(prefixes.count)"
            if prefixes.updateValue(prefix, forKey: namespace) == nil {
                text += " xmlns:\(prefix)=\"\(XMLText.escape(namespace))\""
            }
            text += " \(prefix):\(attribute.name.local)=\"\(XMLText.escape(attribute.value))\""
        }
        add(text + "/>", of: element, .extensions, at: step, outcome, isOwnElement ? .attributes : .elements)
    }

    /// No namespace, ours, BPMN's, and those that say how XML itself is read.
    private static let known: Set<String> = [
        "", BPMNFile.namespace, ProcessDefinition.bpmnExtension, "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
    ]

    /// Returns why an element is only kept, `nil` for one that is executed or only connects.
    static func reason(for element: MarkupElement) -> BPMNRemark.Reason? {
        if element.name.namespace == diagram { return .diagram }
        guard element.isBPMN else { return .elements }
        switch element.name.local {
        case "startEvent", "endEvent", "task", "userTask", "manualTask", "serviceTask", "scriptTask",
            "businessRuleTask", "sendTask", "receiveTask", "callActivity", "subProcess", "transaction",
            "adHocSubProcess", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
            "eventBasedGateway", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "sequenceFlow",
            "laneSet", "childLaneSet", "lane", "flowNodeRef", "incoming", "outgoing", "conditionExpression", "process",
            "collaboration",
            "terminateEventDefinition", "messageEventDefinition", "signalEventDefinition", "linkEventDefinition",
            "errorEventDefinition", "timerEventDefinition":
            return nil
        case "multiInstanceLoopCharacteristics": return .multipleInstances
        case "standardLoopCharacteristics": return .loop
        case "compensateEventDefinition": return .compensation
        case "activationCondition": return .activation
        case "textAnnotation", "association", "group", "category", "documentation": return .notes
        case "dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "itemDefinition", "property",
            "ioSpecification", "ioBinding", "dataInputAssociation", "dataOutputAssociation", "dataInput",
            "dataOutput", "inputSet", "outputSet", "script":
            return .data
        case "message", "signal", "error", "escalation", "participant", "messageFlow", "interface", "endPoint",
            "partnerEntity", "partnerRole", "correlationProperty", "correlationSubscription", "choreography",
            "conversation", "globalConversation", "conversationNode", "conversationLink":
            return .messages
        default: return .elements
        }
    }

    private static let diagram = BPMNFile.diagram
}
