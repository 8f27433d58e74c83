import BlobStore
import HTML

/// The files an adjustment rests on, as the form of a draft takes them: those the draft has, and those that come.
struct AdjustmentFiles: Sendable {
    static let prefix = "adjustment"
    static let question = FileQuestion(name: "files", label: "依据文件", most: 10, endings: FileQuestion.papers)
    private static let held = "held"

    let held: [Attachment]
    let typed: TypedForm

    private var ticked: Set<String> {
        typed.isOpen(Self.prefix) ? Set(typed.all(Self.held, in: Self.prefix)) : Set(held.map(\.blob))
    }

    /// What the adjustment will hold: of those before, the ones still ticked.
    var all: [Attachment] { held.filter { ticked.contains($0.blob) } + typed.kept.files(Self.question.name) }

    @HTMLBuilder var fields: any HTML {
        let values = ActValues(prefix: Self.prefix, typed: typed, defaults: [:])
        if !held.isEmpty {
            ChoiceField(
                values.caption(Self.held, "草稿已有的依据文件", hint: "不要的取消勾选"),
                choices: held.map { Choice($0.blob, "\($0.name)（\(CasePresentation.size($0.size))）") },
                chosen: ticked,
                kind: .several
            )
        }
        KeptFilesField(
            name: Self.question.name,
            label: Self.question.label,
            hint: "每个不超过 20 MB、合计不超过 60 MB，至多 \(Self.question.most) 个",
            accept: Self.question.accept,
            values: values
        )
    }
}
