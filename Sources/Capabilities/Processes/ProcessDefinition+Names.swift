import Kernel

extension ProcessDefinition {
    /// Every step, junction, timer and ending with the name its author knows it by; what has no other name bears its key.
    package var names: [Step.ID: String] {
        let named =
            steps.map { ($0.id, $0.name) } + junctions.map { ($0.id, $0.id.text) }
            + (timers ?? []).map { ($0.id, $0.name) } + endings.map { ($0.id, $0.name) }
        return Dictionary(named) { first, _ in first }
    }

    package func name(of id: Step.ID) -> String { names[id] ?? id.text }
}
