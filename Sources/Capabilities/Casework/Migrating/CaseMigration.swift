package import Kernel
package import Processes
package import WorkflowEngine

/// The question whether a case may go over to another version of its process, asked of many cases.
package struct CaseMigration: Sendable {
    private let process: ProcessMigration
    /// The limits the version was proved against, and those it was since proved to keep or to break.
    private var keeps: [Promise: Bool]

    private struct Promise: Hashable, Sendable {
        let promised: Period
        let statutory: Period
    }

    /// - Parameters:
    ///   - old: the version under which the cases run.
    ///   - new: the other one.
    ///   - promised: the limit that the other version was proved to keep.
    ///   - statutory: the limit of the statute it was proved to keep.
    ///   - mapping: what becomes of the steps.
    /// - Throws: `CaseworkError.notMigrated`, when no case at all can go over so.
    package init(
        _ old: ProcessDefinition,
        to new: ProcessDefinition,
        promised: Period,
        statutory: Period,
        by mapping: FlowMapping
    ) throws(CaseworkError) {
        do {
            process = try ProcessMigration(old, new, mapping)
        } catch {
            throw .notMigrated(.process(error))
        }
        keeps = [Promise(promised: promised, statutory: statutory): true]
    }

    package var mapping: FlowMapping { process.mapping }

    /// Returns where the case stands under the other version; nothing is written.
    ///
    /// - Parameters:
    ///   - state: the case.
    ///   - goesBack: whether the other version is the one that the case left last.
    /// - Returns: the steps that wait then, each with its post.
    /// - Throws: `CaseworkError.notMigrated`.
    package mutating func takeOver(_ state: CaseFile, goesBack: Bool = false) throws(CaseworkError) -> FlowPosition {
        guard let item = state.opening?.item else { throw .notMigrated(.notInPlan) }
        try requirePromise(item)
        let marking: Marking
        do {
            let last = goesBack ? state.migrations.last : nil
            marking = try process.takeOver(
                state.position.marking,
                after: Array(state.history.dropFirst(last?.carried ?? 0)),
                resuming: last?.before ?? []
            )
        } catch {
            throw .notMigrated(.process(error))
        }
        let after = FlowPosition(marking, in: process.new, process.waiting(marking))
        try requireInPlace(state, after)
        return after
    }

    /// A case with other limits than the version was proved against needs the proof for its own.
    ///
    /// - Source: 优化营商环境条例 art. 36; Administrative License Law (行政许可法) art. 42.
    private mutating func requirePromise(_ item: ItemPin) throws(CaseworkError) {
        let promise = Promise(promised: item.promisedLimit, statutory: item.statutoryLimit)
        let isKept =
            keeps[promise]
            ?? process.new.check(promised: promise.promised, statutory: promise.statutory).isEmpty
        keeps[promise] = isKept
        guard isKept else { throw .notMigrated(.promiseBroken(item.promisedLimit)) }
    }

    /// While the party is waited for or the clock stands still, a case only goes over where it stays where it is.
    private func requireInPlace(_ state: CaseFile, _ after: FlowPosition) throws(CaseworkError) {
        let isHeld =
            switch state.stage {
            case .correction: true
            case .examination(let clock): clock.suspension != nil
            case .intake, .inquiry, .decided, .closed: false
            }
        guard isHeld else { return }
        let stays = state.position.steps.allSatisfy { step in
            guard let now = mapping.target(of: step), after.steps.contains(now) else { return false }
            return (process.old.step(step)?.excludedBy == nil) == (process.new.step(now)?.excludedBy == nil)
        }
        guard stays, after.steps.count == state.position.steps.count else {
            throw .notMigrated(.mustStay(state.stage.name))
        }
    }
}

extension CaseFile {
    /// How the case went over by a plan, while it has not gone back or further.
    package func migrated(by plan: MigrationPlan.ID) -> Migrated? {
        migrations.last.flatMap { $0.event.plan == plan && !$0.event.goesBack ? $0 : nil }
    }
}
