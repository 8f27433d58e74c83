package import Kernel

/// One node of a flow graph, in BPMN's terms.
package struct FlowNode: Hashable, Sendable, Codable {
    package typealias ID = Identifier<FlowNode>

    package let id: ID
    package let element: FlowElement

    package init(_ id: ID, _ element: FlowElement) {
        self.id = id
        self.element = element
    }
}
