import Kernel
package import WorkflowEngine

/// What the author of a process expects of it: after these moves a case must stand here.
package struct ProcessTestCase: Hashable, Sendable, Codable {
    package let name: String
    package let moves: [RehearsalMove]
    /// The steps that wait or the endings reached, in any order.
    package let goal: [Step.ID]

    package init(name: String, moves: [RehearsalMove], goal: [Step.ID]) {
        self.name = name
        self.moves = moves
        self.goal = goal
    }

    /// How a case goes wrong.
    package enum Fault: Hashable, Sendable {
        case cannotRun(FlowFault)
        /// The move, counted from 1, and why it cannot be made.
        case refused(move: Int, FlowRefusal)
        case elsewhere(found: [Step.ID])
    }

    /// Returns why the process does not do what is expected, or `nil` if it does.
    package func fault(in definition: ProcessDefinition) -> Fault? {
        var rehearsal: Rehearsal
        do {
            rehearsal = try Rehearsal(definition)
        } catch {
            return .cannotRun(error)
        }
        for (index, move) in moves.enumerated() {
            do {
                try rehearsal.take(move)
            } catch {
                return .refused(move: index + 1, error)
            }
        }
        let found = rehearsal.whereabouts
        return Set(found) == Set(goal) ? nil : .elsewhere(found: found)
    }
}
