import Interchange
import Kernel
import WorkflowEngine

/// What is kept beside the definition, and where it belongs.
extension BPMNReading {
    mutating func take(_ number: Int, at step: Step.ID, _ outcome: StepOutcome.ID) {
        let flow = process.flows[number]
        if let condition = flow.element.children.first(where: { $0.isBPMN("conditionExpression") }),
            flow.ownOutcome == nil
        {
            rest.keep(condition, .condition, at: step, outcome, in: flow.element)
        }
        rest.take(flow.element, at: step, outcome, isOwnElement: false)
    }

    mutating func takeRest() {
        rest.take(process.element)
        let ids = Set(paths.places.map(paths.id) + paths.endings.map(\.ending.id))
        for (number, node) in process.nodes.enumerated() {
            guard isReached(number) else {
                rest.keep(node.element, node.element["isForCompensation"] == "true" ? .compensation : .unreachable)
                continue
            }
            let id = names.id(of: node.id)
            let isOwn = ids.contains(id)
            if case .adHoc = node.kind { continue }
            rest.take(
                node.element,
                at: isOwn ? id : nil,
                isOwnElement: isOwn,
                executed: countersigned.contains(number) ? [.multipleInstances] : []
            )
        }
        for (number, flow) in process.flows.enumerated() where !settledFlows.contains(number) {
            rest.take(flow.element, isOwnElement: false)
        }
        for element in process.eventSubProcesses { rest.keep(element, .eventSubProcess) }
        for lane in process.lanes { rest.take(lane.element, isOwnElement: false) }
    }

    /// Whether a case comes by; events on the edge of what it comes by are listed there.
    private func isReached(_ number: Int) -> Bool {
        if case .boundary(_, let host, _) = process.nodes[number].kind { return isReached(host) }
        return paths.passed.contains(number)
    }
}
