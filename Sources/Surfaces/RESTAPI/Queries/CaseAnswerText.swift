import EventLog
import Acting
import CanonicalJSON
import Casework
import Directory
import Kernel
import Parties
import Processes
import Sanctions

/// One case as a program sees it: where it stands, what waits, and what each outcome asks for.
struct CaseAnswerText {
    private let found: FoundCase
    private let call: Call
    private let party: Party?
    private let forms: DocumentForms

    init(_ found: FoundCase, _ call: Call, _ party: Party?) throws {
        self.found = found
        self.call = call
        self.party = party
        forms = try DocumentForms.shipped()
    }

    var value: JSONValue {
        let state = found.state
        return .members([
            "number": .text(found.number), "version": .integer(Int64(found.version)),
            "item": .text(found.opening.item.id), "itemName": .text(found.opening.item.name),
            "agency": .text(found.opening.item.agencyName), "process": .text(found.opening.item.process.text),
            "stage": .text(state.stage.name.rawValue), "stageName": .text(state.stage.name.chinese),
            "receivedOn": .day(found.opening.receivedOn), "isExOfficio": .boolean(found.opening.isExOfficio),
            "party": .text(Applicant.shown(party?.name, of: party, to: call.principal, isMine: isMine)),
            "waiting": .list(state.position.steps.compactMap(found.definition.step), step),
            "decision": state.decision.map(decision),
            "follows": state.prior.map(prior), "followedBy": .list(state.successors, successor),
            "recusals": .list(state.recusals, recusal),
        ])
    }

    private func prior(_ prior: PriorPermit) -> JSONValue {
        .members([
            "purpose": .text(prior.purpose.rawValue), "case": .text(prior.number),
            "decision": .text(prior.decisionNumber), "validThrough": prior.validThrough.map(JSONValue.day),
            "applyBy": prior.applyBy.map(JSONValue.day), "isLate": .boolean(prior.isLate),
            "decideBy": found.state.renewalDue.map(JSONValue.day),
            "isDeemed": .boolean(found.state.isRenewalDeemed),
        ])
    }

    private func recusal(_ recusal: CaseRecusal) -> JSONValue {
        .members([
            "officer": .text(recusal.officer.text), "name": .text(recusal.name),
            "by": recusal.asked.map { .text($0.by.rawValue) },
            "ground": recusal.asked.map { .text($0.ground.rawValue) },
            "askedOn": recusal.asked.map { .day($0.on) },
            "isGranted": recusal.decision.map { .boolean($0.isGranted) },
            "decidedOn": recusal.decision.map { .day($0.on) },
        ])
    }

    private func successor(_ successor: PermitSuccessor) -> JSONValue {
        .members([
            "purpose": .text(successor.purpose.rawValue), "case": .text(successor.number),
            "status": .text(successor.chinese), "decision": .text(successor.decision),
            "validThrough": successor.validThrough.map(JSONValue.day),
        ])
    }

    /// Whether the token's post works on the case now.
    private var isMine: Bool {
        let functions = Set(call.functions)
        return found.state.position.waiting.contains { functions.contains($0.post) }
    }

    private func step(_ step: Step) -> JSONValue {
        .members([
            "step": .text(step.id.text), "name": .text(step.name), "post": .text(step.post.text),
            "officers": .integer(Int64(step.officers)), "isMine": .boolean(call.functions.contains(step.post.text)),
            "assignedTo": found.state.assignees[step.id].map(JSONValue.text),
            "since": found.state.entered[step.id].map(JSONValue.moment),
            "outcomes": .list(step.outcomes) { outcome($0, of: step) },
        ])
    }

    private func outcome(_ outcome: StepOutcome, of step: Step) -> JSONValue {
        let clockRuns: Bool
        if case .examination(let clock) = found.state.stage {
            clockRuns = clock.suspension == nil
        } else {
            clockRuns = false
        }
        let kind = StepDetails.Kind(for: outcome, of: step, in: found.definition, clockRuns: clockRuns)
        return .members([
            "outcome": .text(outcome.id.text), "name": .text(outcome.name),
            "details": kind.member.map(JSONValue.text),
            "documents": .list(forms.forms(of: step, ending: outcome, in: found.definition.category), JSONValue.form),
            "occasional": .list(
                forms.occasional(at: step, ending: outcome, in: found.definition.category),
                JSONValue.form
            ),
        ])
    }

    private func decision(_ decision: Decision) -> JSONValue {
        .members([
            "kind": .text(decision.kind.rawValue), "number": .text(decision.number), "title": .text(decision.title),
            "decidedOn": .day(decision.decidedOn), "content": .text(decision.content),
            "reasons": .text(decision.reasons), "validFrom": decision.validFrom.map(JSONValue.day),
            "validThrough": decision.validThrough.map(JSONValue.day),
            "sanctions": .list(decision.sanctions) { sanction in
                .members([
                    "kind": .text(sanction.kind.rawValue), "amount": sanction.amount.map(JSONValue.money),
                    "object": .text(sanction.object),
                ])
            },
            "revokedOn": found.state.revocation.map { .day($0.revokedOn.value) },
            "voidOn": found.state.annulment.map { .day($0.declaredOn.value) },
            "refundOwed": found.state.annulment.map { _ in .money(found.state.refundOwed) },
            "cancelledOn": found.state.cancellation.map { .day($0.cancelledOn.value) },
        ])
    }
}

extension JSONValue {
    /// What a paper asks for.
    static func form(_ form: DocumentForm) -> JSONValue {
        .members([
            "document": .text(form.name),
            "fields": .list(form.fields) { field in
                .members([
                    "key": .text(field.key), "label": .text(field.label), "kind": .text(field.kind.rawValue),
                    "isRequired": .boolean(field.isRequired), "atLeast": .integer(Int64(field.atLeast)),
                    "choices": .list(field.choices, JSONValue.text),
                    "passing": .list(field.passing, JSONValue.text),
                    "columns": .list(field.columns, JSONValue.text),
                    "article": field.source.map { .text($0.description) },
                ])
            },
        ])
    }
}

extension StepDetails.Kind {
    /// The member of `details` in which it comes; `nil` where none is needed.
    fileprivate var member: String? {
        switch self {
        case .none: nil
        case .correction: "correction"
        case .nonAcceptance: "nonAcceptance"
        case .decision: "decision"
        case .specialProcedure: "specialProcedure"
        case .service: "service"
        case .proposal: "proposal"
        case .imposition: "imposition"
        case .payment: "payment"
        }
    }
}

extension ObjectShape {
    static let caseFile = ObjectShape(
        "Case",
        [
            .required("number", "办件编号", .text()), .required("version", "版本，即If-Match应写的所见版本", .integer),
            .required("item", "事项", .text()), .required("itemName", "事项名称", .text()),
            .required("agency", "承办机关", .text()), .required("process", "流程及其版本", .text()),
            .required("stage", "办件状态", .choice(Stage.Name.self, \.chinese)),
            .required("stageName", "办件状态名称", .text()), .required("receivedOn", "收件或者登记日期", .day),
            .required("isExOfficio", "是否依职权", .boolean), .required("party", "当事人", .text()),
            .required("waiting", "待办环节", .list(.object(.waitingStep))),
            .optional("decision", "决定", .object(.decided)),
            .optional("follows", "所延续、变更的许可（前证）", .object(.priorPermit)),
            .required("followedBy", "对本件所准予许可的延续、变更申请", .list(.object(.permitSuccessor))),
            .required("recusals", "对本件的人员提出的回避", .list(.object(.recusal))),
        ]
    )

    private static let recusal = ObjectShape(
        "Recusal",
        [
            .required("officer", "被申请回避的人员", .text()), .required("name", "姓名", .text()),
            .optional("by", "申请人；此前申报关系的没有", .choice(RecusalAsker.self, \.chinese)),
            .optional("ground", "回避事由", .choice(RecusalGround.self, \.chinese)),
            .optional("askedOn", "申请日期", .day), .optional("isGranted", "是否准予回避；没有的，尚未决定", .boolean),
            .optional("decidedOn", "决定日期", .day),
        ]
    )

    private static let priorPermit = ObjectShape(
        "PriorPermit",
        [
            .required("purpose", "延续或者变更", .choice(FollowUp.Purpose.self, \.chinese)),
            .required("case", "前证的办件编号", .text()), .required("decision", "前证的决定文号", .text()),
            .optional("validThrough", "前证有效期止", .day), .optional("applyBy", "最迟申请延续之日", .day),
            .required("isLate", "是否逾期提出", .boolean),
            .optional("decideBy", "应作出延续决定之日，逾期视为准予延续", .day),
            .required("isDeemed", "是否视为准予延续", .boolean),
        ]
    )

    private static let permitSuccessor = ObjectShape(
        "PermitSuccessor",
        [
            .required("purpose", "延续或者变更", .choice(FollowUp.Purpose.self, \.chinese)),
            .required("case", "办件编号", .text()), .required("status", "办理结果", .text()),
            .required("decision", "决定文号；没有决定为空", .text()),
            .optional("validThrough", "许可有效期止", .day),
        ]
    )

    private static let waitingStep = ObjectShape(
        "WaitingStep",
        [
            .required("step", "环节", .text()), .required("name", "环节名称", .text()),
            .required("post", "应由流程中的何岗位办理", .text()), .required("officers", "至少几人办理", .integer),
            .required("isMine", "是否由本令牌的岗位办理", .boolean), .optional("assignedTo", "分派给何人", .text()),
            .optional("since", "自何时起待办", .moment),
            .required("outcomes", "各办理结果", .list(.object(.offeredOutcome))),
        ]
    )

    private static let offeredOutcome = ObjectShape(
        "OfferedOutcome",
        [
            .required("outcome", "办理结果", .text()), .required("name", "办理结果名称", .text()),
            .optional("details", "details中应有的一项", .text()),
            .required("documents", "应填写的文书", .list(.object(.documentForm))),
            .required("occasional", "办案需要时可以一并制作的文书", .list(.object(.documentForm))),
        ]
    )

    static let documentForm = ObjectShape(
        "DocumentForm",
        [
            .required("document", "文书名称", .text()),
            .required("fields", "文书各栏", .list(.object(.documentFormField))),
        ]
    )

    private static let documentFormField = ObjectShape(
        "DocumentFormField",
        [
            .required("key", "栏目", .text()), .required("label", "栏目名称", .text()),
            .required(
                "kind",
                "内容的种类",
                .choice(DocumentField.Kind.allCases.map { .init(value: $0.rawValue, title: $0.rawValue) })
            ),
            .required("isRequired", "是否必填", .boolean), .required("atLeast", "至少几个字或者几行", .integer),
            .required("choices", "可选的内容", .list(.text())), .required("passing", "可以办结本环节的内容", .list(.text())),
            .required("columns", "表格各列", .list(.text())), .optional("article", "依据", .text()),
        ]
    )

    private static let decided = ObjectShape(
        "Decision",
        [
            .required("kind", "决定种类", .text()), .required("number", "决定文号", .text()),
            .required("title", "文书名称", .text()), .required("decidedOn", "决定日期", .day),
            .required("content", "决定内容", .text()), .required("reasons", "理由", .text()),
            .optional("validFrom", "有效期起", .day), .optional("validThrough", "有效期止", .day),
            .required("sanctions", "处罚", .list(.object(.sanction))), .optional("revokedOn", "撤销日期", .day),
            .optional("voidOn", "确认无效日期", .day), .optional("refundOwed", "尚应退还的金额", .money),
            .optional("cancelledOn", "许可注销日期", .day),
        ]
    )
}
