import Acting
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// The standard answers of an agency by where they stand, with the form for a new one.
struct StandardAnswersPage: Component {
    /// One of them in a list.
    struct Line: Sendable {
        let id: StandardAnswer.ID
        let question: String
        let about: String
        let changedOn: String
        /// Whether words wait that were not published yet.
        let isChanged: Bool
    }

    let status: StandardAnswer.Status
    let counts: [StandardAnswer.Status: Int]
    let lines: [Line]
    let typed: FormValues
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "标准答复" }
        p(.cssClass("hint")) {
            "对经常问到的问题备好的答复。公开后公众可以搜索，写信前会先看到；答复咨询时可以选用，再按来信改写。"
        }
        if let refused { AlertBox("未能办理：新增标准答复", tone: .bad) { p { refused.full } } }
        Tabs(
            "标准答复的状态",
            [.published, .drafted, .withdrawn].map { (status: StandardAnswer.Status) in
                NavigationLink(
                    status.chinese,
                    to: WorkspacePath.standardAnswers(status),
                    isCurrent: status == self.status,
                    count: counts[status] ?? 0
                )
            }
        )
        if lines.isEmpty {
            EmptyState("这里没有标准答复") { p { "在下面新增一条：先存为草稿，核对后公开。" } }
        } else {
            DataTable(
                "标准答复",
                columns: [.init("问题"), .init("所涉"), .init("日期")],
                rows: lines.map { line in
                    DataTable.Row([
                        span {
                            a(.href(WorkspacePath.standardAnswer(line.id))) { line.question }
                            if status == .published, line.isChanged { Badge("有未公开的改动", tone: .caution) }
                        },
                        line.about, line.changedOn,
                    ])
                }
            )
        }
        Panel("新增标准答复") {
            FormFrame(to: WorkspacePath.standardAnswers, hidden: hidden) {
                StandardAnswerFields(question: typed["question"] ?? "", answer: typed["answer"] ?? "", refused: refused)
                TextField(
                    FieldCaption(
                        "item",
                        label: "所涉事项的编码",
                        hint: "本机关的公开事项；不填的，适用于本机关",
                        errors: refused.errors
                    ),
                    value: typed["item"] ?? "",
                    maxLength: 80
                )
                ButtonRow { SubmitButton("存为草稿") }
            }
        }
    }
}

/// Question and answer, for a new one and for a change.
struct StandardAnswerFields: Component {
    let question: String
    let answer: String
    let refused: Wording?

    var body: any HTML {
        TextField(
            FieldCaption("question", label: "问题", hint: "4 至 60 个字，用来问的人的话", isRequired: true, errors: refused.errors),
            value: question,
            maxLength: 60
        )
        TextArea(
            FieldCaption(
                "answer",
                label: "标准答复",
                hint: "10 至 4000 个字；不要写具体的人和办件",
                isRequired: true,
                errors: refused.errors
            ),
            value: answer,
            rows: 6,
            maxLength: 4_000
        )
    }
}

extension Wording? {
    /// The refusal at the field it is about.
    fileprivate var errors: [FieldError] {
        guard let self, let field = self.field else { return [] }
        return [FieldError(field: field, message: self.full)]
    }
}

/// One standard answer: its words, what the public sees of them, what happened to it, and what can be done.
struct StandardAnswerPage: Component {
    let id: StandardAnswer.ID
    let state: StandardAnswer
    /// What the public would see of the draft.
    let preview: PublicStandardAnswer?
    let history: [RecordedEvent]
    /// The names of the officers who acted, by identifier.
    let names: [String: String]
    let typed: FormValues
    let refused: (act: StandardAnswerAct, wording: Wording)?
    let hidden: [HiddenField]

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { state.draft?.question ?? "" }
                div(.cssClass("case-line")) {
                    Badge("标准答复")
                    Badge(state.status.chinese, tone: state.published == nil ? .neutral : .good)
                    if state.published != nil, state.isChanged { Badge("有未公开的改动", tone: .caution) }
                }
            }
        }
        if let refused { AlertBox("未能办理：\(refused.act.chinese)", tone: .bad) { p { refused.wording.full } } }
        div(.cssClass("columns")) {
            div {
                Panel("办理") { for act in StandardAnswerAct.allCases where act.isOffered(for: state) { form(act) } }
                if let published = state.published {
                    Panel("公众现在看到的") {
                        p { strong { published.question } }
                        Lines(published.answer)
                    }
                }
            }
            div {
                Panel("基本情况") {
                    DefinitionList([
                        Definition("机关", state.subject?.agencyName),
                        Definition("所涉事项", state.subject?.item?.name ?? "本机关"),
                    ])
                }
                Panel("办理经过") { Timeline(timeline) }
            }
        }
    }

    private func form(_ act: StandardAnswerAct) -> any HTML {
        let wording = refused?.act == act ? refused?.wording : nil
        return details(.cssClass("act"), .open(wording != nil || act == .publish)) {
            summary { act.chinese }
            if act == .publish { shown }
            FormFrame(to: WorkspacePath.standardAnswer(id, act), hidden: hidden) {
                switch act {
                case .publish: NoHTML()
                case .change:
                    StandardAnswerFields(
                        question: wording == nil ? state.draft?.question ?? "" : typed["question"] ?? "",
                        answer: wording == nil ? state.draft?.answer ?? "" : typed["answer"] ?? "",
                        refused: wording
                    )
                case .withdraw:
                    TextArea(
                        FieldCaption(
                            "reason",
                            label: "撤下原因",
                            hint: "5 至 1000 个字",
                            isRequired: true,
                            errors: wording.errors
                        ),
                        value: wording == nil ? "" : typed["reason"] ?? "",
                        rows: 3,
                        maxLength: 1_000
                    )
                }
                ButtonRow { SubmitButton("确认：\(act.chinese)", weight: act == .withdraw ? .warning : .primary) }
            }
        }
    }

    /// What becomes public, beside what was written.
    @HTMLBuilder private var shown: any HTML {
        if let draft = state.draft, let preview {
            p { "请核对公众将看到的内容；号码等个人信息自动隐去。" }
            DataTable(
                "公开前核对",
                columns: [.init("内容"), .init("原文"), .init("公众看到的")],
                rows: [
                    .init(["问题", draft.question, preview.question]), .init(["标准答复", draft.answer, preview.answer]),
                ]
            )
        }
    }

    private var timeline: [Timeline.Entry] {
        history.compactMap { event in
            guard let fact = event.as(StandardAnswerEvent.self) else { return nil }
            let (time, id) = (event.envelope.recordedAt.minuteText, event.envelope.actor.id)
            let actor = names[id] ?? id
            return switch fact {
            case .drafted(let drafted):
                Timeline.Entry("起草", time: time, actor: actor) {
                    p { drafted.text.question }
                    Lines(drafted.text.answer)
                }
            case .published: Timeline.Entry("公开", time: time, actor: actor, tone: .good)
            case .withdrawn(let withdrawn):
                Timeline.Entry("撤下", time: time, actor: actor, tone: .caution) { Lines(withdrawn.reason.value) }
            }
        }
    }
}
