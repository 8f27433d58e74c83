import Acting
import EventLog
import HTML
import Kernel
import Parties
import Publicity
import WebServer

/// One decision on its way to the public: what the case says beside what the public would see, and what can be done.
struct PublicationPage: Component {
    let content: Workspace.PublicationContent
    let deadline: PublicationDeadline
    let typed: FormValues
    /// The act whose form was only previewed.
    let previewed: PublicationAct?
    let refused: (act: PublicationAct, wording: Wording)?
    let hidden: [HiddenField]

    private var record: PublicDecision { content.preview.record }

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { record.documentNumber }
                div(.cssClass("case-line")) {
                    a(.href(WorkspacePath.caseFile(record.caseNumber))) { record.caseNumber }
                    Badge(content.row.standing.chinese, tone: .active)
                    deadline.chip
                }
            }
        }
        if let refused { AlertBox("未能办理：\(refused.act.chinese)", tone: .bad) { p { refused.wording.full } } }
        div(.cssClass("columns")) {
            div {
                Panel("公开前核对：原文与公众将看到的内容") { comparison }
                if !offered.isEmpty { Panel("办理") { acts } }
            }
            div {
                Panel("将公开的字段") {
                    DefinitionList(content.fields.map { Definition($0.name, $0.value) })
                }
                Panel("经过") { Timeline(timeline) }
            }
        }
    }

    @HTMLBuilder private var comparison: any HTML {
        DataTable(
            "公开前核对",
            columns: [.init("字段"), .init("原文"), .init("公众看到的"), .init("隐去的原因")],
            rows: content.preview.fields.map { field in
                DataTable.Row(
                    [
                        field.name, field.original, field.shown,
                        field.reasons.isEmpty
                            ? "—" : field.reasons.map { "\($0.rawValue) \($0.chinese)" }.joined(separator: "；"),
                    ],
                    tone: field.reasons.isEmpty ? nil : .active
                )
            }
        )
        p(.cssClass("hint")) { "程序按规则隐去；规则认不出的人名、商业秘密和隐私，请在提请审核时填写。" }
    }

    /// The act whose form keeps what was typed.
    private var kept: PublicationAct? { refused?.act ?? previewed }

    private var offered: [PublicationAct] {
        PublicationAct.allCases.filter { $0.isOffered(for: content.state, awaitsService: content.awaitsService) }
    }

    /// The first one open, the others folded.
    @HTMLBuilder private var acts: any HTML {
        if let proposal = content.state.proposal {
            p {
                "\(content.names[proposal.by] ?? proposal.by)于\(proposal.on.chinese)提请审核，应在\(proposal.reviewBy.chinese)前审核。"
                if let review = proposal.review {
                    "\(content.names[review.by] ?? review.by)于\(review.on.chinese)"
                        + (review.isApproved ? "审核通过。" : "退回：\(review.opinion)")
                }
            }
        }
        if let asked = content.state.exemption {
            p {
                "\(content.names[asked.by] ?? asked.by)于\(asked.on.chinese)申请不予公开：\(asked.ground.chinese)。\(asked.reason)"
            }
        }
        if content.awaitsService, content.state.isAwaited {
            p { "决定尚未送达。送达当事人后才能公开（行政处罚法§48，国办发〔2018〕118号）；公开环节已经办结的，送达时即公开。" }
        }
        for act in offered {
            details(.cssClass("act"), .open(act == (kept ?? offered.first))) {
                summary { act.chinese }
                FormFrame(to: WorkspacePath.publication(record.caseNumber, act), hidden: hidden) {
                    PublicationFields(act: act, content: content, typed: kept == act ? typed : nil)
                    ButtonRow { buttons(act) }
                }
            }
        }
    }

    @HTMLBuilder private func buttons(_ act: PublicationAct) -> any HTML {
        if act == .propose || act == .correct {
            SubmitButton("预览", weight: .secondary, choice: ("step", "preview"))
        }
        SubmitButton("确认：\(act.chinese)", weight: act.weight, choice: ("step", "send"))
    }

    private var timeline: [Timeline.Entry] {
        content.history.compactMap { event in
            guard let fact = event.as(PublicationEvent.self) else { return nil }
            let (title, note, tone) = PublicationPage.words(fact)
            let (time, by) = (event.envelope.recordedAt.minuteText, event.envelope.actor)
            let actor = by.kind == .officer ? content.names[by.id] ?? by.id : "系统"
            return Timeline.Entry(title, time: time, actor: actor, tone: tone) { if let note { p { note } } }
        }
    }

    private static func words(_ fact: PublicationEvent) -> (String, String?, Tone) {
        switch fact {
        case .awaited(let fact): ("进入公示队列", "最迟\(fact.publishBy.chinese)公开", .neutral)
        case .proposed(let fact): ("提请公开前审核", "应在\(fact.reviewBy.chinese)前审核", .neutral)
        case .reviewed(let fact): (fact.isApproved ? "审核通过" : "审核退回", fact.opinion, fact.isApproved ? .good : .caution)
        case .exemptionProposed(let fact): ("申请不予公开", "\(fact.ground.chinese)。\(fact.reason)", .neutral)
        case .exemptionDecided(let fact):
            (fact.isApproved ? "批准不予公开" : "不批准，应当公开", fact.opinion, .caution)
        case .published: ("公开", nil, .good)
        case .performed(let fact): ("履行状态：\(fact.state.value.chinese)", fact.note, .neutral)
        case .corrected(let fact): ("更正", "\(fact.reason.value)（应在\(fact.correctBy.chinese)前更正）", .caution)
        case .withdrawn(let fact): ("撤下：\(fact.ground.chinese)", fact.reason.value, .caution)
        case .ended(let fact): ("提前停止公示", fact.reason.value, .neutral)
        }
    }
}

extension PublicationAct {
    fileprivate var weight: SubmitButton.Weight {
        switch self {
        case .approve, .propose, .publish, .exempt: .primary
        case .sendBack, .askExemption, .perform, .correct, .refuseExemption: .secondary
        case .withdraw, .end: .warning
        }
    }
}
