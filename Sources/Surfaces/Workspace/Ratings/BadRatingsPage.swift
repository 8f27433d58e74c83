import Acting
import HTML
import Kernel
import Participation

/// The bad ratings of an agency that wait for call-back and answer, the first due first.
struct BadRatingsPage: Component {
    struct Line: Sendable {
        let rating: BadRating
        let deadline: LetterDeadline
        let key: HiddenField
    }

    let ratings: [Line]
    let refused: Wording?
    let token: HiddenField

    var body: any HTML {
        h1 { "差评整改" }
        p(.cssClass("hint")) { "不满意和非常不满意的评价应全部回访，在期限内整改并答复；答复和隐去个人信息的评价文字一并公开。" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        if ratings.isEmpty {
            EmptyState("没有待整改的差评") { p { "新的差评会出现在这里。" } }
        }
        for line in ratings { panel(line) }
    }

    private func panel(_ line: Line) -> any HTML {
        let rating = line.rating
        let id = rating.caseFile.text
        return Panel(rating.item) {
            div(.cssClass("badges")) {
                Badge("\(rating.grade) 星　\(Rating.chinese(rating.grade))", tone: .bad)
                line.deadline.chip
            }
            DefinitionList([
                Definition("评价意见", rating.comment ?? "已依法删除"),
                Definition("评价日期", rating.on.chinese),
                Definition("回访", rating.calledBackOn.map { "\($0.chinese)已回访" } ?? "尚未回访"),
            ])
            if rating.calledBackOn == nil {
                FormFrame(to: WorkspacePath.rating(id, "call-back"), hidden: [token, line.key]) {
                    TextArea(
                        FieldCaption("note-\(id)", label: "回访情况", hint: "5 至 1000 个字", isRequired: true),
                        rows: 2,
                        maxLength: 1_000
                    )
                    ButtonRow { SubmitButton("确认：已回访") }
                }
            } else {
                FormFrame(to: WorkspacePath.rating(id, "answer"), hidden: [token, line.key]) {
                    TextArea(
                        FieldCaption(
                            "answer-\(id)",
                            label: "整改和答复",
                            hint: "10 至 4000 个字，公开",
                            isRequired: true
                        ),
                        rows: 3,
                        maxLength: 4_000
                    )
                    TextField(
                        FieldCaption(
                            "hidden-\(id)",
                            label: "另外要隐去的词",
                            hint: "人名、地址等，用空格或者顿号分开；号码和当事人姓名自动隐去"
                        ),
                        maxLength: 400
                    )
                    ButtonRow { SubmitButton("确认：答复并公开") }
                }
            }
        }
    }
}
