import Access
import Acting
import Casework
import Cryptography
import Kernel
import Processes
import WebServer

/// A paper filled in on site, waiting until its officer does the step with it: no act yet, so not in the log.
///
/// The step that takes it in records when it was made.
struct FieldRecord: Codable, Hashable, Sendable {
    struct Value: Codable, Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Where its step stands.
    enum Standing: Hashable, Sendable {
        /// It can be done now.
        case open
        /// The case has not come to it.
        case ahead
        /// It was done, or the case took another way, or another officer has it.
        case gone
    }

    /// The prefix of the form it belongs to.
    let form: String
    /// What the officer had along.
    let kit: String
    /// The version of the case as the officer took it along.
    let seen: Int
    /// Names and values as a form sends them.
    let values: [Value]
    let times: FieldTimes

    /// What its officer can compare: the beginning of the hash of what came.
    var receipt: String {
        let text = values.flatMap { Array("\($0.name)=\($0.value)\n".utf8) }
        return String(SHA256Hash.of(text).hex.prefix(12))
    }

    /// The values for the form of the case page.
    var typed: TypedForm { TypedForm(prefix: form, values: FormValues(values), errors: []) }

    var opinion: String { ActFields(form, typed.values).text("opinion") }

    /// The papers as they were filled in.
    func papers(_ forms: [DocumentForm]) -> [DocumentRecord] { ActFields(form, typed.values).papers(forms) }

    func standing(in content: CaseContent) -> Standing {
        guard let (step, _) = content.definition.outcome(of: form) else { return .gone }
        if content.own.contains(where: { $0.step.id == step.id }) { return .open }
        let waiting = content.state.position.steps
        let isOver = waiting.isEmpty || waiting.contains(step.id) || content.state.lastAct(on: step.id) != nil
        return isOver ? .gone : .ahead
    }
}

extension ProcessDefinition {
    /// Returns the step and outcome that a form's prefix names.
    func outcome(of prefix: String) -> (Step, StepOutcome)? {
        for step in steps {
            for outcome in step.outcomes where OutcomeForm.prefix(step.id, outcome.id) == prefix {
                return (step, outcome)
            }
        }
        return nil
    }
}

extension Workspace {
    private func fieldDrafts(_ principal: Principal, _ content: CaseContent) -> CaseDrafts<FieldRecord> {
        caseDrafts("field records", of: FieldRecord.self, principal, content)
    }

    /// Returns the officer's records of a case that no step has taken yet, by form.
    func fieldRecords(_ principal: Principal, _ content: CaseContent) async throws -> [FieldRecord] {
        content.isMine ? try await fieldDrafts(principal, content).all() : []
    }

    /// Keeps a record, in place of the one the same kit sent before for the same form.
    func keep(_ record: FieldRecord, _ principal: Principal, _ content: CaseContent) async throws {
        try await fieldDrafts(principal, content).keep(record, as: record.form)
    }

    /// Forgets the record of a form: a step has taken it, or its officer does not want it.
    func forgetFieldRecord(_ form: String, _ principal: Principal, _ content: CaseContent) async throws {
        try await fieldDrafts(principal, content).forget(form)
    }
}
