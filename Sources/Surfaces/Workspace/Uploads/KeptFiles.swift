import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// Files that came with a form and were taken in at once, so that a refusal of the form does not lose them.
struct KeptFiles: Sendable {
    /// The hidden field that names the draft they lie in.
    static let field = "kept"

    static let none = KeptFiles(draft: nil)

    /// `nil` while no file has come.
    fileprivate(set) var draft: SubmissionDraft?

    /// The files of one field, by its name without the form's prefix.
    func files(_ name: String) -> [Attachment] { draft?.files[name] ?? [] }

    var hidden: [HiddenField] { draft.map { [HiddenField(KeptFiles.field, $0.id)] } ?? [] }

    /// The name under which the page's script says what it uploaded for a field.
    static func uploaded(_ name: String) -> String { "\(name)-uploaded" }

    /// The name of the boxes that keep what came before.
    static func boxes(_ name: String) -> String { "\(name)-kept" }
}

/// What a form takes as the files of one field.
struct FileQuestion: Sendable {
    let name: String
    let label: String
    let most: Int
    /// The endings that are taken, without dot; `nil` for any.
    var endings: [String]?

    /// Papers as they are signed, scanned or written.
    static let papers = ["pdf", "ofd", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx", "csv"]

    var accept: String { (endings ?? []).map { ".\($0)" }.joined(separator: ",") }

    fileprivate func takes(_ file: UploadedFile) -> Bool {
        guard let endings else { return true }
        return endings.contains { file.name.lowercased().hasSuffix(".\($0)") }
    }
}

extension Workspace {
    /// Takes in the files of a form beside those that came with it before; what was unticked since is left out.
    ///
    /// `matter` is what the form is about: a draft of another matter is not continued.
    func keep(
        _ questions: [FileQuestion],
        of request: WebRequest,
        about matter: String,
        _ fields: inout ActFields
    ) async throws -> KeptFiles {
        var draft: SubmissionDraft?
        if let id = request.form.values[KeptFiles.field], let found = try await drafts.draft(id), found.item == matter {
            draft = found
        }
        let before = draft
        var finished: [String] = []
        for question in questions {
            let boxes = Set(fields.all(KeptFiles.boxes(question.name)))
            let ids = fields.all(KeptFiles.uploaded(question.name))
            var old = (draft?.files[question.name] ?? []).filter { boxes.contains($0.blob) }
            if draft == nil, let before = try await earlierDraft(of: ids, about: matter) {
                draft = before
                old = before.files[question.name] ?? []
            }
            let fresh = request.form.files("\(fields.prefix)-\(question.name)")
            for file in fresh where file.bytes.isEmpty {
                fields.fault(question.name, "文件“\(file.name)”应有内容，实为空文件")
            }
            for file in fresh where !question.takes(file) {
                let wanted = (question.endings ?? []).joined(separator: "、")
                fields.fault(question.name, "“\(question.label)”应为 \(wanted) 文件，实为“\(file.name.suffix(60))”")
            }
            let uploaded = try await uploaded(ids, request, about: matter)
            let count = old.count + fresh.count + uploaded.count
            if count > question.most {
                fields.fault(question.name, "“\(question.label)”应为不超过 \(question.most) 个文件，实为 \(count) 个")
                continue
            }
            let usable = fresh.filter { !$0.bytes.isEmpty && question.takes($0) }
            let taken = try await store(usable) + uploaded.map(\.file)
            guard draft != nil || !taken.isEmpty else { continue }
            var changed = draft ?? SubmissionDraft(id: uploaded.first?.id ?? log.randomness.code(25), item: matter)
            changed.files[question.name] = old + taken
            draft = changed
            finished += uploaded.map(\.id)
        }
        if let draft, draft != before { try await drafts.save(draft) }
        // The draft names the files now.
        if let owner = request.session?.subject { for id in finished { try await uploads.remove(id, of: owner) } }
        return KeptFiles(draft: draft)
    }

    /// Takes in the files that a form with a prefix asks for.
    func keep(
        _ question: FileQuestion,
        of request: WebRequest,
        under prefix: String,
        about matter: String
    ) async throws -> TypedForm {
        var fields = ActFields(prefix, request.form.values)
        let kept = try await keep([question], of: request, about: matter, &fields)
        return TypedForm(prefix: prefix, values: fields.values, errors: fields.errors, kept: kept)
    }

    /// The draft that took uploads when the same form came before: it bears the name of the first of them.
    private func earlierDraft(of uploads: [String], about matter: String) async throws -> SubmissionDraft? {
        guard let first = uploads.min(), let found = try await drafts.draft(first) else { return nil }
        return found.item == matter ? found : nil
    }

    /// The files of finished uploads; what is unknown, another's, or for another form counts as not sent.
    private func uploaded(
        _ ids: [String],
        _ request: WebRequest,
        about matter: String
    ) async throws -> [(id: String, file: Attachment)] {
        guard let owner = request.session?.subject else { return [] }
        var found: [(id: String, file: Attachment)] = []
        for id in Set(ids).sorted() {
            do {
                if let file = try await uploads.file(id, of: owner, about: matter) { found.append((id, file)) }
            } catch UploadFault.unknown {
                continue
            }
        }
        return found
    }

    private func store(_ files: [UploadedFile]) async throws -> [Attachment] {
        var stored: [Attachment] = []
        for file in files {
            stored.append(
                try await blobs.keep(
                    file.bytes,
                    name: file.name,
                    mediaType: file.declaredType,
                    randomness: log.randomness
                )
            )
        }
        return stored
    }
}

/// A field for files that shows what it holds already.
struct KeptFilesField: Component {
    let name: String
    let label: String
    let hint: String
    let accept: String
    /// Where the page's script sends large files; `nil` where they come with the form only.
    var uploadTo: String?
    let values: ActValues

    var body: any HTML {
        let files = values.typed.isOpen(values.prefix) ? values.typed.kept.files(name) : []
        if !files.isEmpty {
            ChoiceField(
                values.caption(KeptFiles.boxes(name), "已收到的\(label)", hint: "不用重新选择；不要的取消勾选"),
                choices: files.map { Choice($0.blob, "\($0.name)（\(CasePresentation.size($0.size))）") },
                chosen: Set(files.map(\.blob)),
                kind: .several
            )
        }
        FileField(values.caption(name, label, hint: hint), accept: accept, allowsSeveral: true, uploadTo: uploadTo)
    }
}
