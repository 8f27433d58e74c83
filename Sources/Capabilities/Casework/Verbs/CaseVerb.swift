/// Everything that can be done to a case, in the order in which a case meets it.
///
/// `rule` says of each who may do it, when, with what, and where the law says so; `docs/verbs.md` is made from it. What is
/// done beside the steps asks it (`CaseRun.require`); what moves the clock or a step asks its own guards, which say the same.
package enum CaseVerb: String, Hashable, Sendable, Codable, CaseIterable {
    case apply
    case renew
    case change
    case open
    case assign
    case claim
    case release
    case transfer
    case assist
    case complete
    case addEvidence
    case fileRecording
    case supplement
    case deemAccepted
    case deemRenewed
    case suspend
    case resume
    case prolong
    case returnToStep
    case recall
    case urge
    case sign
    case changeSigners
    case withdraw
    case merge
    case split
    case handOver
    case dispute
    case consult
    case reportDispute
    case designate
    case confirmReviewMaterials
    case askReviewMaterials
    case supplyReviewMaterials
    case prolongReview
    case opposeInReview
    case acceptReview
    case contestReview
    case answerContest
    case resolveReview
    case askForRecusal
    case settleRecusal
    case terminate
    case issueDocument
    case correctDecision
    case revokeDecision
    case withdrawDecision
    case declareVoid
    case deferPayment
    case recordPayment
    case recordRemedy
    case endRemedy
    case recordRefund
    case reopen
    case cancelPermit
    case migrate
    case decideTransition
    case archiveDossier
    case lendDossier
    case returnDossier

    /// The verb as desks and documents name it.
    package var chinese: String {
        switch self {
        case .apply: "申请"
        case .renew: "申请延续"
        case .change: "申请变更"
        case .open: "登记线索"
        case .assign: "分派"
        case .claim: "领办"
        case .release: "退回待办"
        case .transfer: "转办"
        case .assist: "增减协办人"
        case .complete: "办理环节"
        case .addEvidence: "收集证据"
        case .fileRecording: "归入音像记录"
        case .supplement: "补正"
        case .deemAccepted: "视为受理"
        case .deemRenewed: "视为准予延续"
        case .suspend: "暂停计时"
        case .resume: "恢复计时"
        case .prolong: "延长期限"
        case .returnToStep: "退回"
        case .recall: "撤回办理"
        case .urge: "催办"
        case .sign: "会签"
        case .changeSigners: "增减会签人"
        case .withdraw: "撤回申请"
        case .merge: "并案"
        case .split: "分案"
        case .handOver: "移送管辖"
        case .dispute: "提出管辖权争议"
        case .consult: "协商管辖权"
        case .reportDispute: "报请指定管辖"
        case .designate: "指定管辖"
        case .confirmReviewMaterials: "核对审核材料"
        case .askReviewMaterials: "要求补充审核材料"
        case .supplyReviewMaterials: "补充审核材料"
        case .prolongReview: "延长审核时限"
        case .opposeInReview: "提出审核不同意意见"
        case .acceptReview: "采纳审核意见"
        case .contestReview: "申请复审"
        case .answerContest: "答复复审"
        case .resolveReview: "协调解决审核争议"
        case .askForRecusal: "申请回避"
        case .settleRecusal: "决定回避"
        case .terminate: "终止"
        case .issueDocument: "制作文书"
        case .correctDecision: "更正决定"
        case .revokeDecision: "撤销决定"
        case .withdrawDecision: "撤回决定"
        case .declareVoid: "确认无效"
        case .deferPayment: "准予暂缓、分期缴纳"
        case .recordPayment: "登记缴款"
        case .recordRemedy: "登记复议、诉讼"
        case .endRemedy: "登记复议、诉讼终结"
        case .recordRefund: "退还款项"
        case .reopen: "重新办理"
        case .cancelPermit: "注销许可"
        case .migrate: "改按另一版流程办理"
        case .decideTransition: "过渡决定"
        case .archiveDossier: "归档"
        case .lendDossier: "借阅案卷"
        case .returnDossier: "归还案卷"
        }
    }
}
