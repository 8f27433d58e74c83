import HTML
import Kernel
import Participation

/// Chooses a standard answer to begin the reply with; a plain form, so that it needs no script.
struct StandardAnswerChoice: Component {
    let number: String
    /// Those of the agency, the most alike first.
    let standards: [PublicStandardAnswers.Entry]
    let chosen: PublicStandardAnswers.Entry?

    var body: any HTML {
        if standards.isEmpty {
            p(.cssClass("hint")) {
                "还没有公开的标准答复。经常问到的，可以在"
                a(.href(WorkspacePath.standardAnswers)) { "标准答复" }
                "里备好。"
            }
        } else {
            Element("form", [.action(WorkspacePath.letter(number)), .method(.get)]) {
                SelectField(
                    FieldCaption("standard", label: "选用标准答复", hint: "与来信相近的在前；选用后在下面改写，再答复"),
                    choices: standards.map { Choice($0.id.text, $0.answer.question) },
                    chosen: chosen?.id.text
                )
                ButtonRow { SubmitButton("选用", weight: .secondary) }
            }
            if let chosen { p(.cssClass("hint")) { "下面是标准答复“\(chosen.answer.question)”，请按来信改写。" } }
        }
    }
}
