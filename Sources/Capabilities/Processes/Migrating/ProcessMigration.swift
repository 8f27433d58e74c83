import Kernel
package import WorkflowEngine

/// Two versions of one process, and what became of the steps of the first: asked of every case that may go over.
///
/// A case goes over only if it could have come about under the new version, with every step in its order; the new
/// version was proved lawful on all its runs, so it stays lawful on this one.
package struct ProcessMigration: Sendable {
    package let old: ProcessDefinition
    package let new: ProcessDefinition
    package let mapping: FlowMapping
    private let oldFlow: Flow
    private let newFlow: Flow

    package enum Refusal: Error, Hashable, Sendable {
        case otherProcess(ProcessDefinition.ID)
        case sameVersion(Int)
        case otherCategory(ProcessDefinition.Category)
        /// A step would become one of another nature.
        case otherKind(Step.ID, StepKind)
        /// An outcome that was taken would have another effect in law.
        case otherEffect(Step.ID, StepOutcome.ID)
        case run(MigrationRefusal)
    }

    /// - Throws: `Refusal`; a definition that does not run is refused as having nothing to do.
    package init(_ old: ProcessDefinition, _ new: ProcessDefinition, _ mapping: FlowMapping) throws(Refusal) {
        guard old.id == new.id else { throw .otherProcess(new.id) }
        guard old.version != new.version else { throw .sameVersion(new.version) }
        guard old.category == new.category else { throw .otherCategory(new.category) }
        guard let oldFlow = try? Flow(old.flowGraph), let newFlow = try? Flow(new.flowGraph) else {
            throw .run(.wouldEnd)
        }
        for step in old.steps {
            guard let target = mapping.target(of: step.id).flatMap(new.step) else { continue }
            guard target.kind == step.kind else { throw .otherKind(step.id, target.kind) }
        }
        self.old = old
        self.new = new
        self.mapping = mapping
        self.oldFlow = oldFlow
        self.newFlow = newFlow
    }

    /// Returns where a case stands under the new version.
    ///
    /// - Parameters:
    ///   - marking: where it stands under the old one.
    ///   - history: what happened to it there.
    ///   - earlier: what had happened under the new one before it left that, if it comes back.
    /// - Returns: a state that a run of the new version can reach.
    /// - Throws: `Refusal`.
    package func takeOver(
        _ marking: Marking,
        after history: [FlowEvent],
        resuming earlier: [FlowEvent] = []
    ) throws(Refusal) -> Marking {
        for case .completed(let id, let outcome) in history {
            guard let target = mapping.target(of: id).flatMap(new.step)?.outcome(outcome) else { continue }
            guard target.effect == old.step(id)?.outcome(outcome)?.effect else { throw .otherEffect(id, outcome) }
        }
        do {
            return try newFlow.takeOver(marking, after: history, resuming: earlier, from: oldFlow, by: mapping)
        } catch {
            throw .run(error)
        }
    }

    /// The steps and timers that wait in the new version.
    package func waiting(_ marking: Marking) -> [Step.ID] { newFlow.waiting(marking) }

    /// What the new version makes of one step of the old one.
    package func changes(of step: Step.ID) -> [ProcessComparison.Change] {
        guard let target = mapping.target(of: step) else { return [] }
        return ProcessComparison(old, new).changes.filter { change in
            change.part == target.text || change.part?.hasPrefix("\(target).") == true
        }
    }
}
