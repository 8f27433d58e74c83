import Acting
import EventLog
import HTML
import Kernel
import Participation
import Supervision
import WebServer

/// What the public would see of a letter, with the words that are hidden.
struct LetterPreview: Sendable {
    let words: [String]
    let record: PublicLetter
}

/// One letter with what can be done about it.
struct LetterPage: Component {
    let content: Workspace.LetterContent
    let deadline: LetterDeadline
    let preview: LetterPreview?
    /// The standard answer the reply begins with.
    let standard: PublicStandardAnswers.Entry?
    let typed: FormValues
    let refused: (act: LetterAct, wording: Wording)?
    let hidden: [HiddenField]

    private var state: Letter { content.state }
    private var written: LetterContent? { state.opening?.content }

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { written?.title ?? "内容已依法删除" }
                div(.cssClass("case-line")) {
                    strong { content.row.number }
                    Badge(content.row.kind.chinese)
                    Badge(state.stage.name.chinese, tone: .active)
                    deadline.chip
                }
            }
        }
        if let refused { AlertBox("未能办理：\(refused.act.chinese)", tone: .bad) { p { refused.wording.full } } }
        div(.cssClass("columns")) {
            div {
                if let preview {
                    PreviewPanel(preview: preview, state: state, number: content.row.number, hidden: hidden)
                }
                if !offered.isEmpty { Panel("办理") { acts } }
                Panel("来信内容") { Lines(written?.text) }
                for reply in state.replies { Panel("答复") { Lines(reply) } }
            }
            div {
                Panel("基本情况") { DefinitionList(facts) }
                Panel("办理经过") { Timeline(timeline) }
            }
        }
    }

    private var offered: [LetterAct] {
        LetterAct.allCases.filter { $0.isOffered(for: state) && !($0 == .publish && preview != nil) }
    }

    private var facts: [Definition] {
        let writer = written?.writer
        return [
            Definition("来信人", written == nil ? "已依法删除" : writer?.name ?? "匿名"),
            Definition("联系方式", writer?.mobile ?? "—"),
            Definition("所涉事项", state.subject?.item?.name ?? "—"),
            Definition("所涉办件", state.subject?.caseFile == nil ? "—" : "有（经办人不得办理）"),
            Definition("承办机关", state.subject?.agencyName),
            Definition("收到日期", content.row.filedOn.chinese),
            Definition("来信人评价", state.isSatisfied.map { $0 ? "满意" : "不满意" } ?? "未评价"),
            Definition("查办结论", state.conclusion?.outcome.chinese ?? "—"),
            Definition("公开", publicity),
        ] + orders
    }

    private var publicity: String {
        guard state.published == nil else { return "已公开" }
        if let exemption = state.exemption, exemption.isApproved != false {
            let words = "\(exemption.ground.chinese)（\(exemption.ground.article)）"
            return exemption.isApproved == true ? "依法不公开：\(words)" : "提请不公开，待审批：\(words)"
        }
        let due = state.mayBePublished ? state.conclusion?.publication.day : nil
        return due.map { "未公开，应在\($0.chinese)前公开" } ?? "未公开"
    }

    /// What the supervisors demand of the agency because the complaint was upheld.
    private var orders: [Definition] {
        content.orders.map { order in
            Definition(order.kind.chinese, "\(order.number ?? "未编号")，\(order.status.chinese)")
        }
    }

    /// The first one open, the others folded.
    @HTMLBuilder private var acts: any HTML {
        for (index, act) in offered.enumerated() {
            details(.cssClass("act"), .open(index == 0 || refused?.act == act)) {
                summary { act.chinese }
                if act == .reply, content.row.kind == .question {
                    StandardAnswerChoice(
                        number: content.row.number,
                        standards: content.standards,
                        chosen: standard
                    )
                }
                form(act)
            }
        }
    }

    private func form(_ act: LetterAct) -> any HTML {
        FormFrame(to: WorkspacePath.letter(content.row.number, act), hidden: hidden) {
            fields(act)
            ButtonRow {
                SubmitButton(act == .publish ? "预览公开内容" : "确认：\(act.chinese)", weight: act.weight)
            }
        }
    }

    @HTMLBuilder private func fields(_ act: LetterAct) -> any HTML {
        switch act {
        case .accept: p { "受理后在答复期限内办理并答复来信人。" }
        case .decline: area(act, "reasons", "理由", "10 至 4000 个字，告知来信人")
        case .transfer:
            SelectField(
                FieldCaption("to", label: "转交给", isRequired: true),
                choices: content.others
            )
            area(act, "reason", "原因", "5 至 1000 个字，来信人看得到；期限自转交次日起重新计算")
        case .reply:
            if content.row.kind == .question {
                area(act, "reply", "答复", "10 至 4000 个字，来信人凭编号和查询码查看", rows: 8)
            } else {
                outcome
                area(act, "reply", "答复和理由", "10 至 4000 个字，写明查明的事实和依据，来信人凭编号和查询码查看", rows: 8)
                area(act, "measures", "处理情况", "作了什么处理、怎样整改；属实、部分属实的至少 5 个字", isRequired: false)
            }
        case .publish:
            TextField(
                FieldCaption("hidden", label: "另外要隐去的词", hint: "人名、地址等，用空格或者顿号分开；号码和来信人姓名自动隐去"),
                value: typed["hidden"] ?? "",
                maxLength: 400
            )
        case .withdraw: area(act, "reason", "撤下原因", "5 至 1000 个字")
        case .exempt, .decideExemption:
            ExemptionFields(
                isDecision: act == .decideExemption,
                exemption: state.exemption,
                typed: refused?.act == act ? typed : nil,
                errors: refused?.act == act
                    ? refused?.wording.field.map { [FieldError(field: $0, message: refused?.wording.full ?? "")] } ?? []
                    : []
            )
        }
    }

    private var outcome: any HTML {
        ChoiceField(
            FieldCaption(
                "outcome",
                label: "查办结论",
                hint: "连同答复和处理情况，隐去个人信息后在 20 个工作日内公开（政府信息公开条例§26）",
                isRequired: true,
                errors: errors(.reply, "outcome")
            ),
            choices: ComplaintOutcome.allCases.map { Choice($0.rawValue, $0.chinese) },
            chosen: Set([typed["outcome"]].compactMap(\.self))
        )
    }

    private func errors(_ act: LetterAct, _ name: String) -> [FieldError] {
        guard let refused, refused.act == act, refused.wording.field == name else { return [] }
        return [FieldError(field: name, message: refused.wording.full)]
    }

    private func area(
        _ act: LetterAct,
        _ name: String,
        _ label: String,
        _ hint: String,
        isRequired: Bool = true,
        rows: Int = 3
    ) -> TextArea {
        TextArea(
            FieldCaption(name, label: label, hint: hint, isRequired: isRequired, errors: errors(act, name)),
            value: refused?.act == act ? typed[name] ?? "" : name == "reply" ? standard?.answer.answer ?? "" : "",
            rows: rows,
            maxLength: 4_000
        )
    }

    private var timeline: [Timeline.Entry] {
        content.history.compactMap { event in
            guard let fact = event.as(LetterEvent.self) else { return nil }
            let (time, by) = (event.envelope.recordedAt.minuteText, event.envelope.actor)
            let actor = by.kind == .officer ? content.names[by.id] ?? by.id : "来信人"
            return switch fact {
            case .filed: Timeline.Entry("收到来信", time: time, actor: actor)
            case .accepted: Timeline.Entry("受理", time: time, actor: actor)
            case .declined(let fact):
                Timeline.Entry("不予受理", time: time, actor: actor, tone: .bad) { Lines(fact.reasons.value) }
            case .transferred(let fact):
                Timeline.Entry("转交\(fact.to.agencyName)", time: time, actor: actor) { Lines(fact.reason.value) }
            case .concluded(let fact):
                Timeline.Entry("查办结论：\(fact.outcome.chinese)", time: time, actor: actor) {
                    Lines(fact.measures.value)
                }
            case .replied: Timeline.Entry("答复", time: time, actor: actor)
            case .judged(let fact): Timeline.Entry(fact.isSatisfied ? "评价：满意" : "评价：不满意", time: time, actor: actor)
            case .reopened(let fact):
                Timeline.Entry("要求重新办理", time: time, actor: actor, tone: .caution) { Lines(fact.reason.value) }
            case .published: Timeline.Entry("公开", time: time, actor: actor)
            case .exemptionProposed(let fact):
                Timeline.Entry("提请不公开：\(fact.ground.chinese)", time: time, actor: actor, tone: .caution) {
                    Lines(fact.reason.value)
                }
            case .exemptionDecided(let fact):
                Timeline.Entry(fact.isApproved ? "同意不公开" : "不同意，应当公开", time: time, actor: actor) {
                    Lines(fact.opinion.value)
                }
            case .unpublished(let fact):
                Timeline.Entry("撤下公开", time: time, actor: actor, tone: .caution) { Lines(fact.reason.value) }
            }
        }
    }
}

/// What was written beside what the public would see, for the officer's decision.
private struct PreviewPanel: Component {
    let preview: LetterPreview
    let state: Letter
    let number: String
    let hidden: [HiddenField]

    var body: any HTML {
        Panel("公开前核对") {
            p { "请对照原文和公众将看到的内容。投诉举报只公开标题、查办结论、答复和处理情况。" }
            DataTable(
                "公开前核对",
                columns: [.init("内容"), .init("原文"), .init("公众看到的")],
                rows: rows
            )
            FormFrame(
                to: WorkspacePath.letter(number, .publish),
                hidden: hidden + [HiddenField("hidden", preview.words.joined(separator: " "))]
            ) {
                ButtonRow {
                    SubmitButton("确认公开", choice: ("step", "publish"))
                    LinkButton("不公开，返回", to: WorkspacePath.letter(number), weight: .secondary)
                }
            }
            FormFrame(to: WorkspacePath.letter(number, .publish), hidden: hidden) {
                TextField(
                    FieldCaption("hidden", label: "另外要隐去的词", hint: "用空格或者顿号分开"),
                    value: preview.words.joined(separator: " "),
                    maxLength: 400
                )
                ButtonRow { SubmitButton("重新预览", weight: .secondary) }
            }
        }
    }

    private var rows: [DataTable.Row] {
        let record = preview.record
        let conclusion = record.outcome.map { outcome in
            [
                DataTable.Row(["查办结论", outcome.chinese, outcome.chinese]),
                DataTable.Row(["处理情况", state.conclusion?.measures ?? "", record.measures ?? ""]),
            ]
        }
        return [
            .init(["标题", state.opening?.content?.title ?? "", record.title]),
            .init(["来信", state.opening?.content?.text ?? "", record.text ?? "（不公开）"]),
            .init(["答复", (state.replies.last ?? nil) ?? "", record.reply]),
        ] + (conclusion ?? [])
    }
}

/// A free text line by line.
struct Lines: Component {
    private let lines: [String]

    init(_ text: String?) {
        lines = (text ?? "内容已依法删除").split(whereSeparator: \.isNewline).map(String.init)
    }

    var body: any HTML { for line in lines { p { line } } }
}

extension LetterAct {
    fileprivate var weight: SubmitButton.Weight {
        switch self {
        case .accept, .reply, .publish: .primary
        case .transfer: .secondary
        case .decline, .withdraw: .warning
        case .exempt: .secondary
        case .decideExemption: .primary
        }
    }
}
