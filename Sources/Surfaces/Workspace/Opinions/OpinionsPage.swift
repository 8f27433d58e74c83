import Acting
import HTML
import Kernel
import Participation
import WebServer

/// The opinions of public supervisors that an agency must answer, the first due first.
struct OpinionsPage: Component {
    typealias Refused = (opinion: Opinion.ID, wording: Wording)

    struct Line: Sendable {
        let opinion: OpinionEntry
        /// `nil` for one that is about no case.
        let caseNumber: String?
        let deadline: LetterDeadline
        let key: HiddenField
    }

    let lines: [Line]
    let typed: FormValues
    let refused: Refused?
    let token: HiddenField

    var body: any HTML {
        h1 { "社会监督意见" }
        p(.cssClass("hint")) { "社会监督员的意见应在期限内答复；答复和隐去个人信息的意见一并公开。经办该办件的人员不得答复。" }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.wording.full } } }
        if lines.isEmpty {
            EmptyState("没有待答复的意见") { p { "新的意见会出现在这里。" } }
        }
        for line in lines { panel(line) }
    }

    private func panel(_ line: Line) -> any HTML {
        let opinion = line.opinion
        let id = opinion.id.text
        return Panel(opinion.subject.item?.name ?? opinion.subject.agencyName) {
            div(.cssClass("badges")) {
                Badge(opinion.kind.chinese, tone: .active)
                line.deadline.chip
            }
            Lines(opinion.text)
            DefinitionList(
                [Definition("编号", opinion.number), Definition("提出日期", opinion.on.chinese)]
                    + (line.caseNumber.map { number in
                        [Definition("所涉办件") { a(.href(WorkspacePath.caseFile(number))) { number } }]
                    } ?? [])
            )
            FormFrame(to: WorkspacePath.answerOpinion(id), hidden: [token, line.key]) {
                TextArea(
                    FieldCaption(
                        "answer-\(id)",
                        label: "答复",
                        hint: "10 至 4000 个字，公开",
                        isRequired: true,
                        errors: errors(id)
                    ),
                    value: typed["answer-\(id)"] ?? "",
                    rows: 3,
                    maxLength: 4_000
                )
                TextField(
                    FieldCaption(
                        "hidden-\(id)",
                        label: "另外要隐去的词",
                        hint: "人名、地址等，用空格或者顿号分开；号码和当事人姓名自动隐去"
                    ),
                    value: typed["hidden-\(id)"] ?? "",
                    maxLength: 400
                )
                ButtonRow { SubmitButton("确认：答复并公开") }
            }
        }
    }

    private func errors(_ id: String) -> [FieldError] {
        guard let refused, refused.opinion.text == id, refused.wording.field != nil else { return [] }
        return [FieldError(field: "answer-\(id)", message: refused.wording.full)]
    }
}
