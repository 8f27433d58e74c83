import Access
import Acting
import CanonicalJSON
import Casework
import Cryptography
import EventLog
import Kernel
import Processes
import WebServer

/// What an officer has typed into a step's form and not handed in: no act yet, so not in the log.
struct FormDraft: Codable, Hashable, Sendable {
    /// The prefix of the form.
    let form: String
    /// The version of the case for which it was written.
    let seen: Int
    /// Names and values as the form sent them.
    let values: [FieldRecord.Value]
    let savedAt: Instant

    var typed: TypedForm { TypedForm(prefix: form, values: FormValues(values), errors: []) }

    /// Whether its step still waits for the officer.
    func isOpen(in content: CaseContent) -> Bool {
        guard let (step, _) = content.definition.outcome(of: form) else { return false }
        return content.own.contains { $0.step.id == step.id }
    }
}

extension CaseContent {
    /// The draft that is filled in when the page opens: the one asked for, else the latest whose step still waits.
    func restoredDraft(_ form: String?) -> FormDraft? {
        let open = formDrafts.filter { $0.isOpen(in: self) }
        return open.first { $0.form == form } ?? open.max { $0.savedAt < $1.savedAt }
    }
}

extension FormValues {
    init(_ values: [FieldRecord.Value]) {
        self.init()
        for value in values { append(value.name, value.value) }
    }
}

extension Workspace {
    /// Where an officer's drafts of one kind for one case are; nobody else can find them.
    ///
    /// They are encrypted and swept like all drafts (`SubmissionDrafts`).
    func caseDrafts<Record: Codable & Sendable>(
        _ kind: String,
        of type: Record.Type,
        _ principal: Principal,
        _ content: CaseContent
    ) -> CaseDrafts<Record> {
        let name = "\(kind) \(principal.account.text) \(content.id)"
        return CaseDrafts(
            drafts: drafts,
            id: KeyedHash.of(Array(name.utf8), key: queryKey).hex,
            matter: "field \(content.id)"
        )
    }

    func formDrafts(_ principal: Principal, _ content: CaseContent) -> CaseDrafts<FormDraft> {
        caseDrafts("form drafts", of: FormDraft.self, principal, content)
    }

    /// Keeps what was typed into a form, in place of what was kept before.
    func keepDraft(
        of act: CaseAct,
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent
    ) async throws -> WebAnswer {
        guard content.definition.outcome(of: act.prefix) != nil, content.isMine else { throw WebRefusal.forbidden }
        let button = "\(act.prefix)-\(ActValues.keep)"
        let draft = FormDraft(
            form: act.prefix,
            seen: CaseAct.seen(request),
            values: request.form.values.pairs
                .filter { $0.name.hasPrefix("\(act.prefix)-") && $0.name != button && !$0.value.isEmpty }
                .map { FieldRecord.Value(name: $0.name, value: $0.value) },
            savedAt: log.clock.now
        )
        try await formDrafts(principal, content).keep(draft, as: act.prefix)
        return .redirect(to: WorkspacePath.caseFile(content.number), flash: FlashMessage("已暂存，尚未办理：\(act.label)"))
    }

    /// Forgets what was typed for the step that a form has done, whichever outcome it was typed for.
    func forgetDrafts(of prefix: String, _ principal: Principal, _ content: CaseContent) async throws {
        guard let (step, _) = content.definition.outcome(of: prefix) else { return }
        let kept = formDrafts(principal, content)
        for draft in content.formDrafts where content.definition.outcome(of: draft.form)?.0.id == step.id {
            try await kept.forget(draft.form)
        }
    }

    var formDraftRoutes: [DeskRoute] {
        [
            DeskRoute(
                .post,
                "/desk/cases/{number}/drafts/discard",
                name: "DiscardFormDraft",
                access: .anyPermission(Workspace.working)
            ) { request, principal in
                let (principal, content) = try await content(request, principal)
                try await formDrafts(principal, content).forget(request.form.values.trimmed("form"))
                return .redirect(to: WorkspacePath.caseFile(content.number), flash: FlashMessage("已删除暂存的内容"))
            }
        ]
    }
}

/// The drafts of one officer for one case, by the form they belong to.
struct CaseDrafts<Record: Codable & Sendable>: Sendable {
    let drafts: SubmissionDrafts
    let id: String
    let matter: String

    /// Returns all of them, in the order of the forms' names.
    func all() async throws -> [Record] {
        guard let draft = try await drafts.draft(id) else { return [] }
        return try draft.answers.sorted { $0.key < $1.key }.map { _, text in
            try CanonicalDecoder().decode(Record.self, from: Array(text.utf8))
        }
    }

    func keep(_ record: Record, as form: String) async throws {
        var draft = try await drafts.draft(id) ?? SubmissionDraft(id: id, item: matter)
        draft.answers[form] = String(decoding: try CanonicalEncoder().encode(record), as: UTF8.self)
        try await drafts.save(draft)
    }

    /// Forgets one; nothing where there is none.
    func forget(_ form: String) async throws {
        guard var draft = try await drafts.draft(id), draft.answers.removeValue(forKey: form) != nil else { return }
        if draft.answers.isEmpty { try await drafts.remove(id) } else { try await drafts.save(draft) }
    }
}
