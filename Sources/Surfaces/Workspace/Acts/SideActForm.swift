import Casework
import Directory
import HTML
import Processes
import WebServer

/// A form beside the steps: suspend, resume, prolong, return.
struct SideActForm: Component {
    enum Kind: Sendable {
        case suspend(grounds: [Choice])
        case resume
        case prolong(by: String)
        case returning(targets: [Choice], papers: [DocumentForm])
        case claim(steps: [Choice])
        case release(steps: [Choice])
        /// To whom which step may be given.
        case assign(givings: [Choice])
        case sign(steps: [Choice])
        case signers(steps: [Choice], colleagues: [Choice], open: [Choice])
        case urge(steps: [Choice])
        case askForRecusal(officers: [Choice])
        /// `heads` are those who may have discussed it; empty where one head decides.
        case settleRecusal(open: [Choice], heads: [Choice])
        case terminate(grounds: [Choice])
        /// `source` is the article of the case's own law on which it rests, in brackets; empty where none is to be named.
        case correct(content: String, source: String)
        case revoke(grounds: [Choice], source: String)
        /// What was lawful and rests on what has changed.
        case withdrawDecision
        case declareVoid(grounds: [Choice], source: String)
        case refund(owed: String)
        case deferral(outstanding: String)
        case payment
        case remedy(kinds: [Choice])
        case remedyEnd(what: String)
        case reopen(grounds: [Choice])
        case withdraw
        case cancel(grounds: [Choice])
        case transition(laws: [Choice])
        case transfer(handings: [Choice])
        case assist(helpers: [Choice], helping: [Choice])
        case recall(steps: [Choice])
        case merge(leading: [Choice])
        case split(evidence: [Choice], source: Clue.Source?, isPenalty: Bool)
        /// `former` is the agency that handed the case over before.
        case handOver(former: String?, found: FoundItems?)
        case dispute(former: String?, found: FoundItems?)
    }

    let kind: Kind
    let address: String
    let prefix: String
    let label: String
    let hidden: [HiddenField]
    let posts: [Choice]
    let typed: TypedForm

    var body: any HTML {
        details(.cssClass("act side"), .open(typed.isOpen(prefix) || isAwaited)) {
            summary { label }
            FormFrame(to: address, hidden: hidden) {
                if posts.count > 1 {
                    ChoiceField(
                        caption("post", "以何岗位办理", ""),
                        choices: posts,
                        chosen: Set(typed.all("post", in: prefix))
                    )
                }
                fields
                ButtonRow { SubmitButton("确认：\(label)", weight: isGrave ? .warning : .secondary) }
            }
        }
    }

    /// Whether the case goes no further without it.
    private var isAwaited: Bool {
        if case .transition = kind { typed.prefix.isEmpty } else { false }
    }

    /// Whether it ends a case, or what was decided.
    private var isGrave: Bool {
        switch kind {
        case .terminate, .revoke, .withdrawDecision, .declareVoid, .withdraw, .cancel, .merge, .handOver: true
        case .suspend, .resume, .prolong, .returning, .claim, .release, .assign, .sign, .signers, .urge, .correct,
            .transfer, .assist, .recall, .transition, .split, .refund, .reopen, .dispute, .deferral, .payment,
            .remedy, .remedyEnd, .askForRecusal, .settleRecusal:
            false
        }
    }

    @HTMLBuilder
    private var fields: any HTML {
        switch kind {
        case .suspend(let grounds): SuspensionFields(prefix: prefix, grounds: grounds, typed: typed)
        case .resume: area("note", "恢复说明", "自次日起恢复计时")
        case .prolong(let period): area("reasons", "延长理由", "可延长\(period)，以一次为限；不少于 10 个字，告知当事人")
        case .returning(let targets, let papers):
            choice("to", "退回到", targets)
            for (place, form) in papers.enumerated() {
                PaperFields(form: form, place: place, values: ActValues(prefix: prefix, typed: typed, defaults: [:]))
            }
            area("reasons", "退回理由", "之后的环节需要重新办理")
        case .cancel(let grounds):
            choice("ground", "注销事由", grounds)
            area("reasons", "注销许可理由", "不少于 10 个字，告知被许可人；注销后许可不再列为有效（行政许可法§70）")
        case .transition(let laws):
            choice("law", "适用的规定", laws)
            TextArea(
                caption("provision", "过渡规定", "写明过渡条款；没有的，写明所依据的一般规则（立法法§104、行政处罚法§37、行政许可法§8）"),
                value: typed.value("provision", in: prefix),
                rows: 2,
                maxLength: 4_000
            )
            area("reasons", "过渡决定理由", "不少于 10 个字；决定为不再办理的，随后依法终止")
        case .withdraw: area("reasons", "撤回原因", "申请人到场或者来信撤回；撤回后终止办理（行政许可法§29）")
        case .claim(let steps): choice("step", "领办的环节", steps)
        case .release(let steps):
            choice("step", "退回的环节", steps)
            area("reasons", "退回待办理由", "退回后本岗位人员都可以办理")
        case .assign(let givings):
            choice("giving", "环节和承办人", givings)
            area("reasons", "分派理由", "国办发〔2005〕37号：责任到岗、到人")
        case .transfer(let handings):
            choice("giving", "环节和接办人", handings)
            area("reasons", "转办理由", "转给能办理本环节的其他人员；期限照算")
        case .assist(let helpers, let helping):
            if !helpers.isEmpty { people("added", "增加协办人", helpers) }
            if !helping.isEmpty { people("removed", "减去协办人", helping) }
            area("reasons", "增减协办人理由", "协办人可以查看本件、参加收集证据，不办理环节")
        case .recall(let steps):
            choice("step", "撤回的环节", steps)
            area("reasons", "撤回办理理由", "下一环节尚未开始的，撤回重新办理；期限照算")
        case .sign(let steps):
            choice("step", "会签的环节", steps)
            ChoiceField(
                caption("agrees", "会签意见", ""),
                choices: [Choice("yes", "同意"), Choice("no", "不同意")],
                chosen: Set([typed.value("agrees", in: prefix)]),
                layout: .line
            )
            area("reasons", "会签理由", "记入会签记录（行政处罚法§57.2）")
        case .signers(let steps, let colleagues, let open):
            choice("step", "会签的环节", steps)
            people("added", "增加会签人", colleagues)
            if !open.isEmpty { people("removed", "减少会签人", open) }
            area("reasons", "增减会签人理由", "")
        case .urge(let steps):
            choice("step", "催办的环节", steps)
            area("reasons", "催办理由", "记入办理经过，承办人可见")
        case .askForRecusal(let officers):
            choice("officer", "申请回避的人员", officers)
            choice("by", "申请人", RecusalAsker.allCases.map { Choice($0.rawValue, $0.chinese) })
            choice("ground", "回避事由", RecusalGround.allCases.map { Choice($0.rawValue, $0.chinese) })
            area("reasons", "申请回避理由", "写明关系或者事实；决定作出之前，不停止调查，该人员不得审核、决定（行政处罚法§43）")
        case .settleRecusal(let open, let heads):
            choice("officer", "被申请回避的人员", open)
            choice("decision", "决定", [Choice("grant", "准予回避"), Choice("refuse", "驳回回避申请")])
            if !heads.isEmpty {
                p(.cssClass("hint")) { "本机关唯一负责人的回避，由负责人集体讨论决定：勾选参加讨论的负责人，不少于两人；其他人员的回避不勾选。" }
                people("discussedBy", "参加集体讨论的负责人", heads)
            }
            area("reasons", "决定回避理由", "写入《回避决定书》，送当事人；准予的，该人员名下的环节退回待办")
        case .merge(let leading):
            choice("leading", "并入的案件", leading)
            area("reasons", "并案理由", "不少于 10 个字；证据随案移送，期限以并入的案件为准（徐政办发〔2016〕80号§30）")
        case .split(let evidence, let source, let isPenalty):
            ClueFields(
                values: ActValues(
                    prefix: prefix,
                    typed: typed,
                    defaults: source.map { ["source": $0.rawValue] } ?? [:]
                ),
                isPenalty: isPenalty
            )
            if !evidence.isEmpty { people("evidence", "随案移出的证据", evidence) }
            area("reasons", "分案理由", "不少于 10 个字；分出的案件期限自本案立案之日起算，同一行为不得分开处罚（行政处罚法§29、§60）")
        case .dispute(let former, let found):
            ItemFinder(prefix: prefix, label: "另一方机关的事项", found: found, typed: typed, isRequired: true)
            ChoiceField(
                caption("side", "本机关认为由哪个机关管辖", ""),
                choices: [Choice("holder", "本机关"), Choice("other", "另一方机关")],
                chosen: Set([typed.value("side", in: prefix)]),
                layout: .line
            )
            area(
                "reasons",
                "\(CaseVerb.dispute.chinese)理由",
                former.map { "不少于 10 个字；本案由\($0)移送，不再协商，直接报请共同的上一级机关指定管辖（行政处罚法§25）" }
                    ?? "不少于 10 个字；期限照算，解决以前只调查取证、保全证据、解除强制措施（行政处罚法§25）"
            )
        case .handOver(let former, let found):
            ItemFinder(prefix: prefix, label: "受移送机关的事项", found: found, typed: typed, isRequired: false)
            line("outside", "系统外的受移送机关", "受移送机关不在本系统的，写机关全称；与上一项只填一项", isRequired: false)
            line(
                "designation",
                "指定管辖的决定",
                former.map { "本案由\($0)移送，不得自行再移送；写明共同的上一级机关、文号和日期（行政处罚法§25）" }
                    ?? "上级指定管辖的，写明机关、文号和日期（行政处罚法§25）",
                isRequired: former != nil
            )
            area("reasons", "移送管辖理由", "不少于 10 个字；写入《案件移送函》（行政处罚法§22、§25）")
        case .terminate(let grounds):
            choice("ground", "终止事由", grounds)
            area("reasons", "终止理由", "不少于 10 个字，告知当事人（行政许可法§70、行政强制法§40）")
        case .correct(let content, let source):
            TextArea(
                caption("content", "更正后的内容", "只更正笔误；改变决定的内容应重新作出决定\(source)"),
                value: typed.isOpen(prefix) ? typed.value("content", in: prefix) : content,
                rows: 3,
                maxLength: 4_000
            )
            area("reasons", "更正决定理由", "不少于 10 个字，告知当事人")
        case .declareVoid(let grounds, let source):
            choice("ground", "无效的情形", grounds)
            line("authority", "行政复议决定书或者判决书", "复议、诉讼确认无效的，写明机关、文号和日期", isRequired: false)
            area("reasons", "确认无效理由", "不少于 10 个字，告知当事人；已公开的撤下并说明理由，已收缴的退还\(source)")
        case .reopen(let grounds):
            choice("ground", "重新办理的情形", grounds)
            line("authority", "行政复议决定书或者判决书", "复议、诉讼责令重新作出的，写明机关、文号和日期", isRequired: false)
            TextField(
                FieldCaption(
                    "\(prefix)-within",
                    label: "责令作出决定的日期",
                    hint: "复议决定、判决确定了期限的填写；没有的，按本事项的期限",
                    errors: typed.isOpen(prefix) ? typed.errors : []
                ),
                value: typed.value("within", in: prefix),
                kind: .date,
                width: .short
            )
            area("reasons", "重新办理理由", "不少于 10 个字，告知当事人；另立案号，证据和申请材料随案，期限重新计算")
        case .refund(let owed):
            line("amount", "退还金额（元）", "尚应退还人民币\(owed)元", isRequired: true)
            date("paidOn", "退款日期", "")
            line("voucher", "退款凭证号码", "", isRequired: true)
        case .deferral(let outstanding):
            DeferralFields(values: ActValues(prefix: prefix, typed: typed, defaults: [:]), outstanding: outstanding)
        case .payment:
            p(.cssClass("hint")) { "收到一部分时登记；缴清时办理“已缴纳”。" }
            PaymentFields(values: ActValues(prefix: prefix, typed: typed, defaults: [:]))
        case .remedy(let kinds):
            choice("kind", "途径", kinds)
            date("since", "申请或者起诉日期", "决定不停止执行；罚款自此日起不计加处罚款（行政处罚法§73）")
            line("authority", "受理机关和文号", "", isRequired: true)
        case .remedyEnd(let what):
            date("on", "终结日期", "\(what)终结；自次日起继续计算加处罚款")
            line("result", "结果和文号", "", isRequired: true)
        case .revoke(let grounds, let source):
            choice("ground", "撤销事由", grounds)
            area("reasons", "撤销决定理由", "不少于 10 个字；已公开的，三个工作日内撤下并说明理由\(source)")
        case .withdrawDecision:
            p(.cssClass("hint")) {
                "准予所依据的法律、法规、规章修改或者废止，或者客观情况发生重大变化，为了公共利益需要撤回的办理；造成财产损失的依法补偿（行政许可法§8.2）。决定违法的，办理“撤销决定”。"
            }
            area("reasons", "撤回决定理由", "不少于 10 个字，写明依据或者客观情况的变化")
        }
    }

    private func choice(_ name: String, _ label: String, _ choices: [Choice]) -> SelectField {
        let typed = typed.value(name, in: prefix)
        return SelectField(caption(name, label, ""), choices: choices, chosen: typed.isEmpty ? nil : typed)
    }

    /// Of whom, or of which pieces, none or several are meant.
    private func people(_ name: String, _ label: String, _ choices: [Choice]) -> ChoiceField {
        ChoiceField(
            FieldCaption("\(prefix)-\(name)", label: label, errors: typed.isOpen(prefix) ? typed.errors : []),
            choices: choices,
            chosen: Set(typed.all(name, in: prefix)),
            kind: .several
        )
    }

    private func line(_ name: String, _ label: String, _ hint: String, isRequired: Bool) -> TextField {
        TextField(
            caption(name, label, hint, isRequired: isRequired),
            value: typed.value(name, in: prefix),
            maxLength: 200
        )
    }

    private func date(_ name: String, _ label: String, _ hint: String) -> TextField {
        TextField(
            caption(name, label, hint),
            value: typed.value(name, in: prefix),
            kind: .date,
            width: .short
        )
    }

    private func area(_ name: String, _ label: String, _ hint: String) -> TextArea {
        TextArea(caption(name, label, hint), value: typed.value(name, in: prefix), rows: 2, maxLength: 4_000)
    }

    private func caption(
        _ name: String,
        _ label: String,
        _ hint: String,
        isRequired: Bool = true
    ) -> FieldCaption {
        FieldCaption(
            "\(prefix)-\(name)",
            label: label,
            hint: hint,
            isRequired: isRequired,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }
}
