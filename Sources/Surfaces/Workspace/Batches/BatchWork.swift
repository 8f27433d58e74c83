import Acting
import Access
import Casework
import EventLog
import Kernel
import Logging
import Processes

extension Workspace {
    /// After so many cases the list is saved, so that its page shows how far it is.
    private static let saving = 5

    /// Works through the batches that officers began, until none waits.
    package func workThroughBatches() async throws {
        while let (id, principal) = await batches.next() {
            do {
                try await workThrough(id, principal)
            } catch {
                await batches.finish(id)
                throw error
            }
            await batches.finish(id)
        }
    }

    private func workThrough(_ id: String, _ principal: Principal) async throws {
        guard var batch = try await batch(id, of: principal) else { return }
        for place in batch.rows.indices where batch.rows[place].outcome == nil {
            try Task.checkCancellation()
            batch.rows[place].outcome = await outcome(of: batch.rows[place], in: batch, principal)
            if batch.handled % Workspace.saving == 0 { try await keep(batch, of: principal) }
        }
        try await keep(batch, of: principal)
    }

    /// Does the act to one case, as its own command; every refusal is an answer.
    private func outcome(of row: CaseBatch.Row, in batch: CaseBatch, _ principal: Principal) async -> CaseBatch.Outcome
    {
        var definition: ProcessDefinition?
        do {
            guard let matter = try await log.read(principal.realm, { try BatchMatter(row.number, in: $0) }) else {
                return .refused(Wording(CaseworkError.noSuchCase(row.number)).full)
            }
            definition = matter.definition
            try AccessDecision.require(principal, .permission(.readCase), at: matter.place)
            try await submit(row, of: batch, matter, principal)
            return .done
        } catch {
            guard let wording = Wording(refusal: error, in: definition) else {
                logger.error(
                    "a case of a batch failed",
                    metadata: ["batch": "\(batch.id)", "error.type": "\(type(of: error))"]
                )
                return .refused("系统未能办理本件，办件没有改变，请打开办件另行办理")
            }
            if case EventLogError.stale = error { return .overtaken(wording.full) }
            return .refused(wording.full)
        }
    }

    private func submit(
        _ row: CaseBatch.Row,
        of batch: CaseBatch,
        _ matter: BatchMatter,
        _ principal: Principal
    ) async throws {
        let id = Step.ID(row.step)
        guard let kind = BatchAct(batch.act), let fields = batch.fields, let step = matter.definition.step(id) else {
            throw CaseworkError.notWaiting(step: id, waiting: matter.waiting)
        }
        let act = CaseAct(
            fields,
            label: batch.label,
            action: kind.action(at: step, of: matter.definition, for: principal),
            function: kind.function(at: step, of: matter.definition, for: principal),
            submit: kind.submit(matter.id, at: id, seen: row.seen, fields)
        )
        guard let submit = act.submit else { throw CaseworkError.notWaiting(step: id, waiting: matter.waiting) }
        _ = try await self.submit(submit, act, key: batch.key(of: row), principal, at: matter.place)
    }
}

/// What must be known of a case to submit an act on it; the command itself reads the rest.
private struct BatchMatter: Sendable {
    let id: CaseFile.ID
    let place: Place
    let definition: ProcessDefinition
    let waiting: [Step.ID]

    /// Returns `nil` when there is no such case.
    init?(_ number: String, in reading: EventReading) throws {
        guard let summary = try reading.caseFile(number: number) else { return nil }
        let state = try reading.state(CaseFile.self, summary.id.text).state
        guard let opening = state.opening, let process = try reading.process(opening.item.process) else { return nil }
        id = summary.id
        place = opening.item.place
        definition = process.definition
        waiting = state.position.steps
    }
}
