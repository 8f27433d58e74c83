import Kernel
import WorkflowEngine

extension FlowNode {
    /// A user step whose outcomes lead where `outcomes` says.
    static func step(
        _ id: ID,
        _ outcomes: KeyValuePairs<FlowOutcome.ID, ID>,
        onReturn: ReturnRule = .voided,
        mayBeLeft: Bool = true
    ) -> FlowNode {
        FlowNode(
            id,
            .userStep(
                UserStep(
                    outcomes: outcomes.map { FlowOutcome($0.key, to: $0.value) },
                    onReturn: onReturn,
                    mayBeLeft: mayBeLeft
                )
            )
        )
    }
}
