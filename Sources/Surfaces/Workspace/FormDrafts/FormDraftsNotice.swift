import Casework
import HTML
import Kernel
import Processes

/// What the officer typed and kept for this case, when, and what was done since; the latest stands in its form already.
struct FormDraftsNotice: Component {
    private struct Line: Sendable {
        let title: String
        let draft: FormDraft
        let isOpen: Bool
        let meanwhile: [String]
    }

    private let number: String
    private let lines: [Line]
    private let restored: String
    private let token: HiddenField

    /// - Parameters:
    ///   - content: the case with the reader's drafts.
    ///   - timeline: words what was done since.
    ///   - restored: the prefix of the form that is filled in now.
    ///   - token: for the form that discards.
    init(_ content: CaseContent, _ timeline: CaseTimeline, restored: String, token: HiddenField) {
        number = content.number
        self.restored = restored
        self.token = token
        lines = content.formDrafts.map { draft in
            let found = content.definition.outcome(of: draft.form)
            return Line(
                title: found.map { "\($0.0.name)，\($0.1.name)" } ?? draft.form,
                draft: draft,
                isOpen: draft.isOpen(in: content),
                meanwhile: timeline.headings(after: draft.seen)
            )
        }
    }

    var body: any HTML {
        let isOutdated = lines.contains { !$0.isOpen || !$0.meanwhile.isEmpty }
        AlertBox("有暂存的内容，尚未办理", tone: isOutdated ? .caution : .active) {
            for line in lines { row(line) }
        }
    }

    private func row(_ line: Line) -> any HTML {
        div {
            p {
                strong { line.title }
                "，\(line.draft.savedAt.minuteText) 暂存。\(state(line))暂存保留 30 日，只有您能看到。"
            }
            if !line.meanwhile.isEmpty {
                p { "暂存之后本件又有办理，请核对后再用：" }
                ul { for heading in line.meanwhile { li { heading } } }
            }
            if !line.isOpen { ul { for text in line.draft.typed.texts { li { text } } } }
            FormFrame(
                to: WorkspacePath.discardFormDraft(number),
                hidden: [token, HiddenField("form", line.draft.form)]
            ) {
                ButtonRow {
                    if line.isOpen, line.draft.form != restored {
                        LinkButton("填入表单", to: WorkspacePath.formDraft(number, line.draft.form))
                    }
                    SubmitButton("删除暂存的内容", weight: .secondary)
                }
            }
        }
    }

    private func state(_ line: Line) -> String {
        guard line.isOpen else { return "该环节已经办结或者不再由您办理，内容已过时，列在下面供您取用。" }
        return line.draft.form == restored ? "已填入下面的表单。" : ""
    }
}
