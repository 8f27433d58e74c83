import Acting
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// One request for information with what can be done about it.
struct InformationRequestPage: Component {
    let content: Workspace.InformationContent
    let deadline: InformationDeadline
    let offered: [InformationAct]
    let typed: FormValues
    let refused: (act: InformationAct, wording: Wording)?
    /// The files that came with a reply that was refused.
    let files: TypedForm
    let hidden: [HiddenField]

    private var state: InformationRequest { content.state }
    private var written: Participation.InformationContent? { content.opening.content.value }

    var body: any HTML {
        div(.cssClass("case-head")) {
            div {
                h1 { "政府信息公开申请" }
                div(.cssClass("case-line")) {
                    strong { content.row.number }
                    Badge(content.row.applicant.chinese)
                    Badge(state.stage.chinese, tone: .active)
                    deadline.chip
                    if state.late != nil { Badge("超期", tone: .bad) }
                }
            }
        }
        if let refused { AlertBox("未能办理：\(refused.act.chinese)", tone: .bad) { p { refused.wording.full } } }
        div(.cssClass("columns")) {
            div {
                if !offered.isEmpty { Panel("办理") { acts } }
                Panel("所需信息") {
                    Lines(written?.description)
                    if let corrected = state.corrected { Lines("补正：\(corrected.text.value ?? "内容已依法删除")") }
                }
                if let reply = state.reply { answer(reply) }
            }
            div {
                Panel("申请人") { DefinitionList(facts) }
                Panel("办理经过") { Timeline(timeline) }
            }
        }
    }

    private var facts: [Definition] {
        [
            Definition("姓名或者名称", written?.name ?? "已依法删除"), Definition("证件号码", written?.identity ?? "—"),
            Definition("手机号", written?.mobile ?? "—"), Definition("获取方式", written?.form.chinese ?? "—"),
        ]
            + (written.map { $0.form == .paper ? [Definition("邮寄地址", $0.address)] : [] } ?? [])
            + [
                Definition("受理机关", content.opening.agencyName.value),
                Definition("收到日期", content.opening.filedOn.chinese),
            ]
    }

    private func answer(_ reply: InformationReplied) -> any HTML {
        Panel("答复：\(reply.kind.value.chinese)") {
            Lines(reply.text.value)
            DefinitionList(
                [Definition("文号", reply.documentNumber), Definition("依据", reply.kind.value.article)]
                    + (reply.ground.value.map { [Definition("理由", $0.chinese)] } ?? [])
            )
            if !state.replyFiles.isEmpty {
                ul(.cssClass("files")) {
                    for (index, file) in state.replyFiles.enumerated() {
                        li {
                            a(.href(WorkspacePath.informationFile(content.row.number, index + 1))) { file.name }
                            "（\(CasePresentation.size(file.size))）"
                        }
                    }
                }
            }
            ButtonRow {
                LinkButton("答复书（PDF）", to: WorkspacePath.informationReply(content.row.number), weight: .secondary)
            }
        }
    }

    /// The first one open, the others folded.
    @HTMLBuilder private var acts: any HTML {
        for (index, act) in offered.enumerated() {
            details(.cssClass("act"), .open(index == 0 || refused?.act == act)) {
                summary { act.chinese }
                FormFrame(
                    to: WorkspacePath.informationRequest(content.row.number, act),
                    hidden: hidden + (act == .reply ? files.kept.hidden : []),
                    sendsFiles: act == .reply
                ) {
                    fields(act)
                    ButtonRow { SubmitButton("确认：\(act.chinese)", weight: act == .reply ? .primary : .secondary) }
                }
            }
        }
    }

    @HTMLBuilder private func fields(_ act: InformationAct) -> any HTML {
        switch act {
        case .reply:
            SelectField(
                caption(act, "kind", "答复类型"),
                choices: [Choice("", "请选择")]
                    + InformationReplyKind.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: value(act, "kind")
            )
            SelectField(
                FieldCaption(
                    "ground",
                    label: "不予公开的理由",
                    hint: "不予公开、部分公开时选择",
                    errors: errors(act, "ground")
                ),
                choices: [Choice("", "—")]
                    + WithholdingGround.allCases.map { Choice($0.rawValue, "\($0.chinese)（\($0.article.suffix(8))）") },
                chosen: value(act, "ground")
            )
            area(act, "reply", "答复内容", "10 至 4000 个字：提供的信息或者获取方式；不提供的，说明理由", rows: 8)
            KeptFilesField(
                name: InformationReplyFiles.question.name,
                label: InformationReplyFiles.question.label,
                hint: "每个不超过 20 MB、合计不超过 60 MB，至多 \(InformationReplyFiles.question.most) 个；只有申请人能够下载，请先核对不含他人信息",
                accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.csv,.ofd",
                values: ActValues(prefix: InformationReplyFiles.prefix, typed: files, defaults: [:])
            )
        case .correction:
            area(act, "points", "需要补正的事项", "10 至 4000 个字，一次性告知；补正期限十五个工作日", rows: 4)
        case .consult:
            ChoiceField(
                caption(act, "whom", "征求谁的意见"),
                choices: [Choice("third", "第三方", hint: "公开会损害其合法权益的"), Choice("agency", "其他行政机关", hint: "共同制作信息的")],
                chosen: [value(act, "whom").isEmpty ? "third" : value(act, "whom")]
            )
            TextField(
                caption(act, "name", "被征求意见的人或者机关"),
                value: value(act, "name"),
                maxLength: 200
            )
            p(.cssClass("hint")) { "在对方收到征求意见书当日登记；次日起至提出意见之日（最长十五个工作日）不计入答复期限。" }
        case .opinion:
            ChoiceField(
                caption(act, "said", "意见"),
                choices: InformationOpinion.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: [value(act, "said")]
            )
            area(act, "opinion", "意见内容", "5 至 1000 个字")
        case .propose: area(act, "reason", "延长原因", "5 至 1000 个字，批准后申请人看得到")
        case .extend:
            DefinitionList([Definition("提请原因", state.proposal?.reason ?? "已依法删除")])
            p { "同意后答复期限延长二十个工作日，并同时告知申请人。" }
        case .abandon: p { "补正期限已过，申请人没有正当理由不补正的，视为放弃申请，不再处理。" }
        }
    }

    private func caption(_ act: InformationAct, _ name: String, _ label: String) -> FieldCaption {
        FieldCaption(name, label: label, isRequired: true, errors: errors(act, name))
    }

    private func area(
        _ act: InformationAct,
        _ name: String,
        _ label: String,
        _ hint: String,
        rows: Int = 3
    ) -> TextArea {
        TextArea(
            FieldCaption(name, label: label, hint: hint, isRequired: true, errors: errors(act, name)),
            value: value(act, name),
            rows: rows,
            maxLength: 4_000
        )
    }

    private func value(_ act: InformationAct, _ name: String) -> String { refused?.act == act ? typed[name] ?? "" : "" }

    private func errors(_ act: InformationAct, _ name: String) -> [FieldError] {
        guard let refused, refused.act == act, refused.wording.field == name else { return [] }
        return [FieldError(field: name, message: refused.wording.full)]
    }

    private var timeline: [Timeline.Entry] {
        content.history.compactMap { event in
            guard let fact = event.as(InformationEvent.self) else { return nil }
            let (time, by) = (event.envelope.recordedAt.minuteText, event.envelope.actor)
            let actor =
                switch by.kind {
                case .officer: content.names[by.id] ?? by.id
                case .visitor, .party: "申请人"
                case .system: "系统"
                }
            return switch fact {
            case .requested: Timeline.Entry("收到申请", time: time, actor: actor)
            case .correctionAsked(let fact):
                Timeline.Entry("告知补正，至 \(fact.until)", time: time, actor: actor) { Lines(fact.points.value) }
            case .corrected(let fact):
                Timeline.Entry("补正，答复期限至 \(fact.due)", time: time, actor: actor) { Lines(fact.text.value) }
            case .consultationBegan(let fact):
                Timeline.Entry("征求意见，至 \(fact.consultation.until)", time: time, actor: actor) {
                    Lines(fact.name.value)
                }
            case .consultationEnded(let fact):
                Timeline.Entry("意见：\(fact.opinion.chinese)；答复期限至 \(fact.due)", time: time, actor: actor) {
                    Lines(fact.note.value)
                }
            case .extensionProposed(let fact):
                Timeline.Entry("提请延长", time: time, actor: actor) { Lines(fact.reason.value) }
            case .extended(let fact): Timeline.Entry("同意延长，答复期限至 \(fact.due)", time: time, actor: actor)
            case .replied(let fact):
                Timeline.Entry("答复：\(fact.kind.value.chinese)", time: time, actor: actor, tone: .good)
            case .ended(let fact):
                Timeline.Entry(fact.isWithdrawn ? "撤回申请" : "视为放弃申请", time: time, actor: actor)
            case .foundLate(let fact):
                Timeline.Entry("超过答复期限 \(fact.due)", time: time, actor: actor, tone: .bad) { Lines(fact.source) }
            }
        }
    }
}
