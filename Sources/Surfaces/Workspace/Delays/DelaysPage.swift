import Acting
import Casework
import HTML
import Kernel

/// The cases of an agency beyond their promised day of which it has not said why, the longest late first.
struct DelaysPage: Component {
    struct Line: Sendable {
        let late: LateCase
        let key: HiddenField
        /// What was typed and refused.
        let reason: String
        let hidden: String
    }

    let lines: [Line]
    let refused: Wording?
    let token: HiddenField

    var body: any HTML {
        h1 { "超期说明" }
        p(.cssClass("hint")) {
            "超过承诺时限的办件应说明原因。原因隐去个人信息后，在事项页面、服务承诺页面和申请人的办件页面公开；没有说明的，公开为“尚未说明”。"
        }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if lines.isEmpty {
            EmptyState("没有待说明的超期办件") { p { "超过承诺时限的办件会出现在这里。" } }
        }
        for line in lines { panel(line) }
    }

    private func panel(_ line: Line) -> any HTML {
        let late = line.late
        return Panel(late.itemName) {
            DefinitionList([
                Definition("办件编号") { a(.href(WorkspacePath.caseFile(late.number))) { late.number } },
                Definition("承诺办结日", late.promisedDue.chinese),
                Definition("现状", late.endedOn.map { "\($0.chinese)办结" } ?? "尚未办结"),
            ])
            FormFrame(to: WorkspacePath.delay(late.id.text), hidden: [token, line.key]) {
                TextArea(
                    FieldCaption(
                        "reason-\(late.id)",
                        label: "超过承诺时限的原因",
                        hint: "5 至 1000 个字，公开",
                        isRequired: true
                    ),
                    value: line.reason,
                    rows: 2,
                    maxLength: 1_000
                )
                TextField(
                    FieldCaption(
                        "hidden-\(late.id)",
                        label: "另外要隐去的词",
                        hint: "人名、地址等，用空格或者顿号分开；号码和当事人姓名自动隐去"
                    ),
                    value: line.hidden,
                    maxLength: 400
                )
                ButtonRow { SubmitButton("确认：公开原因") }
            }
        }
    }
}
