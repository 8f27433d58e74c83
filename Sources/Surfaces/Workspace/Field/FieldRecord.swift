import Access
import Acting
import CanonicalJSON
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
    var typed: TypedForm {
        var values = FormValues()
        for value in self.values { values.append(value.name, value.value) }
        return TypedForm(prefix: form, values: values, errors: [])
    }

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
    /// Names the draft that holds an officer's records of one case; nobody else can find it.
    private func fieldDraft(_ principal: Principal, _ content: CaseContent) -> (id: String, matter: String) {
        let name = "field records \(principal.account.text) \(content.id)"
        return (KeyedHash.of(Array(name.utf8), key: queryKey).hex, "field \(content.id)")
    }

    /// Returns the officer's records of a case that no step has taken yet, by form.
    func fieldRecords(_ principal: Principal, _ content: CaseContent) async throws -> [FieldRecord] {
        guard content.isMine, let draft = try await drafts.draft(fieldDraft(principal, content).id) else { return [] }
        return try draft.answers.sorted { $0.key < $1.key }.map { _, text in
            try CanonicalDecoder().decode(FieldRecord.self, from: Array(text.utf8))
        }
    }

    /// Keeps a record, in place of the one the same kit sent before for the same form.
    func keep(_ record: FieldRecord, _ principal: Principal, _ content: CaseContent) async throws {
        let (id, matter) = fieldDraft(principal, content)
        var draft = try await drafts.draft(id) ?? SubmissionDraft(id: id, item: matter)
        draft.answers[record.form] = String(decoding: try CanonicalEncoder().encode(record), as: UTF8.self)
        try await drafts.save(draft)
    }

    /// Forgets the record of a form: a step has taken it, or its officer does not want it.
    func forgetFieldRecord(_ form: String, _ principal: Principal, _ content: CaseContent) async throws {
        let (id, _) = fieldDraft(principal, content)
        guard var draft = try await drafts.draft(id), draft.answers.removeValue(forKey: form) != nil else { return }
        if draft.answers.isEmpty { try await drafts.remove(id) } else { try await drafts.save(draft) }
    }
}
