package import Processes

/// Who may do a verb, when, with what, and what follows.
package struct VerbRule: Hashable, Sendable {
    package enum Who: Hashable, Sendable {
        case party
        /// The party, or at the window who holds the post of the first step.
        case partyOrWindow
        /// The party by itself, or whoever has a post in the case's agency.
        case partyOrColleague
        /// Who holds the post that the step waits for.
        case postOfStep
        /// Who did the last step, while the next has not begun.
        case whoDidStep
        /// Who holds a post that handles such cases.
        case handler
        /// Who holds a post that reviews or approves.
        case reviewerOrApprover
        case approver
        /// Who approves, and is not the one meant; about the only head those in charge, for whom also who reviews records it.
        case otherHead
        /// Whoever has a post in the case's agency.
        case colleague
        /// Who reviews the legality, and did not propose it.
        case legalOffice
        /// Who keeps dossiers: whoever handles such cases or takes in applications.
        case registrar
        /// Who approves such cases in either of the two agencies that dispute jurisdiction.
        case disputants
        /// Who approves in the agency above both; where it does not work with the system, the holder's approver.
        case superior
        case system

        package var chinese: String {
            switch self {
            case .party: "申请人、当事人"
            case .partyOrWindow: "申请人，或者代为登记的收件岗位"
            case .partyOrColleague: "申请人、当事人，或者本机关岗位人员"
            case .postOfStep: "当前环节的岗位"
            case .whoDidStep: "办结上一环节的本人，下一环节尚未开始"
            case .handler: "承办岗位"
            case .reviewerOrApprover: "审核、批准岗位"
            case .approver: "批准岗位"
            case .otherHead: "批准岗位（本人除外）；唯一负责人的回避由负责人集体讨论，审核岗位可以登记"
            case .colleague: "本机关岗位人员"
            case .legalOffice: "法制机构（提出人以外）"
            case .registrar: "承办或者窗口岗位（立卷归档）"
            case .disputants: "争议双方的批准岗位"
            case .superior: "共同的上一级机关的批准岗位；该机关不在本系统的，由承办机关的批准岗位登记"
            case .system: "系统"
            }
        }
    }

    package enum Clock: Hashable, Sendable {
        case none
        case begins
        case stops
        case runsAgain
        case isProlonged
        case ends
        /// As the outcome of the step says.
        case byOutcome

        package var chinese: String {
            switch self {
            case .none: "不变"
            case .begins: "开始计时"
            case .stops: "停止计时"
            case .runsAgain: "恢复计时"
            case .isProlonged: "期限延长"
            case .ends: "终止计时"
            case .byOutcome: "依办理结果"
            }
        }
    }

    package let who: Who
    /// The stages in which it can be done; empty before there is a case.
    package let stages: [Stage.Name]
    /// The least number of characters of its reason; 0 where it needs none.
    package let reason: Int
    /// The document it leads to; `nil` for none.
    package let document: String?
    package let clock: Clock
    /// Who is told.
    package let told: [String]
    package let sources: [LegalSource]

    fileprivate static let open: [Stage.Name] = [.intake, .inquiry, .correction, .examination, .suspended]
    fileprivate static let untilClosed: [Stage.Name] = open + [.decided]

    fileprivate static func rule(
        _ who: Who,
        in stages: [Stage.Name] = untilClosed,
        reason: Int = 0,
        document: String? = nil,
        clock: Clock = .none,
        told: [String] = [],
        _ sources: LegalSource...
    ) -> VerbRule {
        VerbRule(
            who: who,
            stages: stages,
            reason: reason,
            document: document,
            clock: clock,
            told: told,
            sources: sources
        )
    }
}

extension CaseVerb {
    package var rule: VerbRule {
        let short = CaseworkRules.shortestOpinion
        let long = CaseworkRules.shortestReasons
        return switch self {
        case .apply: .rule(.partyOrWindow, in: [], document: "收件凭证", told: ["窗口"], "行政许可法§29", "行政许可法§32")
        case .renew:
            .rule(
                .partyOrWindow,
                in: [.decided, .closed],
                document: FollowUp.Purpose.renewal.title(.granted),
                clock: .begins,
                told: ["窗口"],
                "行政许可法§50"
            )
        case .change:
            .rule(
                .partyOrWindow,
                in: [.decided, .closed],
                reason: long,
                document: FollowUp.Purpose.change.title(.granted),
                clock: .begins,
                told: ["窗口"],
                "行政许可法§49"
            )
        case .deemRenewed:
            .rule(
                .system,
                in: [.intake, .examination, .suspended],
                document: FollowUp.Purpose.renewal.title(.granted),
                clock: .ends,
                told: ["申请人", "承办人"],
                "行政许可法§50.2"
            )
        case .open: .rule(.handler, in: [], reason: long, told: ["批准岗位"], "行政处罚法§54")
        case .assign: .rule(.reviewerOrApprover, reason: short, told: ["承办人"], "国办发〔2005〕37号§二（二）")
        case .claim: .rule(.postOfStep, "国办发〔2005〕37号§二（二）")
        case .release: .rule(.postOfStep, reason: short, "国办发〔2005〕37号§二（二）")
        case .transfer: .rule(.postOfStep, reason: short, told: ["接办人"], "国办发〔2005〕37号§二（二）")
        case .assist:
            .rule(.postOfStep, in: VerbRule.open, reason: short, told: ["协办人"], "国办发〔2005〕37号§二（二）", "行政处罚法§42")
        case .complete: .rule(.postOfStep, reason: short, clock: .byOutcome, told: ["下一岗位"], "行政处罚法§47")
        case .addEvidence:
            .rule(.handler, in: [.intake, .inquiry, .correction, .examination, .suspended], "行政处罚法§46")
        case .fileRecording: .rule(.colleague, in: Stage.Name.allCases, "国办发〔2018〕118号§三")
        case .supplement: .rule(.partyOrWindow, in: [.correction], clock: .runsAgain, told: ["窗口"], "行政许可法§32(五)")
        case .deemAccepted: .rule(.system, in: [.intake], clock: .begins, told: ["申请人"], "行政许可法§32(四)")
        case .suspend:
            .rule(
                .postOfStep,
                in: [.examination, .decided],
                reason: short,
                document: "特别程序时间告知书",
                clock: .stops,
                told: ["申请人、当事人"],
                "行政许可法§45",
                "行政强制法§25.3"
            )
        case .resume:
            .rule(
                .colleague,
                in: [.suspended, .decided],
                reason: short,
                clock: .runsAgain,
                told: ["申请人、当事人"],
                "行政许可法§45",
                "行政强制法§25.3"
            )
        case .prolong:
            .rule(
                .approver,
                in: [.examination, .decided],
                reason: long,
                document: "延长期限通知书",
                clock: .isProlonged,
                told: ["申请人、当事人"],
                "行政许可法§42",
                "行政强制法§25"
            )
        case .returnToStep: .rule(.postOfStep, reason: short, told: ["退回的岗位"], "行政许可法§8")
        case .recall:
            .rule(
                .whoDidStep,
                in: [.intake, .inquiry, .examination, .decided],
                reason: short,
                told: ["下一岗位"],
                "国办发〔2018〕118号§三",
                "行政许可法§8"
            )
        case .urge: .rule(.colleague, reason: short, told: ["承办人"], "川办发〔2011〕45号")
        case .sign: .rule(.colleague, reason: short, told: ["承办人"], "行政处罚法§57.2")
        case .changeSigners: .rule(.postOfStep, reason: short, told: ["会签人"], "行政处罚法§57.2")
        case .withdraw:
            .rule(
                .partyOrWindow,
                in: [.intake, .correction, .examination, .suspended],
                reason: short,
                document: "终止办理通知书",
                clock: .ends,
                told: ["承办人"],
                "行政许可法§29"
            )
        case .merge:
            .rule(
                .approver,
                in: [.inquiry, .examination],
                reason: long,
                clock: .ends,
                told: ["承办人"],
                "徐政办发〔2016〕80号§30",
                "行政处罚法§60"
            )
        case .split:
            .rule(
                .approver,
                in: [.inquiry, .examination],
                reason: long,
                told: ["承办人"],
                "徐政办发〔2016〕80号§30",
                "行政处罚法§29",
                "行政处罚法§60"
            )
        case .handOver:
            .rule(
                .approver,
                in: [.inquiry, .examination, .suspended],
                reason: long,
                document: "案件移送函",
                clock: .ends,
                told: ["承办人"],
                "行政处罚法§22",
                "行政处罚法§25",
                "市场监督管理行政处罚程序规定§14"
            )
        case .dispute:
            .rule(
                .approver,
                in: CaseVerb.handOver.rule.stages,
                reason: long,
                told: ["争议双方", "共同的上一级机关"],
                "行政处罚法§25"
            )
        case .consult:
            .rule(
                .disputants,
                in: CaseVerb.handOver.rule.stages,
                reason: long,
                clock: .byOutcome,
                told: ["争议双方", "承办人"],
                "行政处罚法§25"
            )
        case .reportDispute:
            .rule(
                .disputants,
                in: CaseVerb.handOver.rule.stages,
                reason: long,
                document: "报请指定管辖的函",
                told: ["争议双方", "共同的上一级机关"],
                "行政处罚法§25"
            )
        case .designate:
            .rule(
                .superior,
                in: CaseVerb.handOver.rule.stages,
                reason: long,
                document: "指定管辖决定书",
                clock: .byOutcome,
                told: ["争议双方", "承办人"],
                "行政处罚法§25"
            )
        case .confirmReviewMaterials, .askReviewMaterials, .supplyReviewMaterials, .prolongReview, .opposeInReview,
            .acceptReview, .contestReview, .answerContest, .resolveReview:
            reviewRule
        case .askForRecusal:
            .rule(.partyOrColleague, reason: short, told: ["批准岗位"], "行政处罚法§43", "行政许可法§48(三)", "公务员法§77")
        case .settleRecusal:
            .rule(
                .otherHead,
                reason: short,
                document: "回避决定书",
                told: ["申请人、当事人", "承办人"],
                "行政处罚法§43",
                "市场监督管理行政处罚程序规定§4"
            )
        case .terminate:
            .rule(
                .approver,
                in: VerbRule.open,
                reason: long,
                document: "终止办理通知书",
                clock: .ends,
                told: ["申请人、当事人"],
                "行政强制法§40",
                "行政许可法§70"
            )
        case .issueDocument: .rule(.system, in: Stage.Name.allCases, "行政许可法§32(五)")
        case .correctDecision:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "文书更正通知书",
                told: ["申请人、当事人"],
                "行政处罚法§75.2"
            )
        case .revokeDecision:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "撤销决定书",
                told: ["申请人、当事人"],
                "行政许可法§69",
                "行政处罚法§48.2",
                "行政处罚法§75.2"
            )
        case .withdrawDecision:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "撤回决定书",
                told: ["申请人"],
                "行政许可法§8.2"
            )
        case .declareVoid:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "确认无效决定书",
                clock: .ends,
                told: ["申请人、当事人"],
                "行政处罚法§38",
                "行政处罚法§48.2",
                "行政复议法§67",
                "行政诉讼法§75"
            )
        case .deferPayment:
            .rule(
                .approver,
                in: [.decided],
                reason: long,
                document: "暂缓、分期缴纳罚款通知书",
                told: ["当事人"],
                "行政处罚法§66.2"
            )
        case .recordPayment: .rule(.handler, in: [.decided], document: "票据", "行政处罚法§66", "行政处罚法§67")
        case .recordRemedy:
            .rule(.handler, in: [.decided, .closed], "行政处罚法§73", "行政复议法§42", "行政诉讼法§56")
        case .endRemedy: .rule(.handler, in: [.decided, .closed], "行政处罚法§73.3")
        case .recordRefund:
            .rule(.handler, in: [.decided, .closed], told: ["申请人、当事人"], "行政处罚法§38", "国家赔偿法§36(一)")
        case .reopen:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "重新办理通知书",
                clock: .begins,
                told: ["申请人、当事人", "承办人"],
                "行政复议法§64",
                "行政诉讼法§70",
                "行政诉讼法§71",
                "行政处罚法§75.2"
            )
        case .cancelPermit:
            .rule(
                .approver,
                in: [.decided, .closed],
                reason: long,
                document: "注销决定书",
                told: ["申请人"],
                "行政许可法§70"
            )
        case .migrate: .rule(.legalOffice, reason: long, told: ["现环节的岗位"], "行政许可法§8", "优化营商环境条例§36")
        case .decideTransition:
            .rule(.approver, reason: long, told: ["现环节的岗位"], "立法法§104", "行政处罚法§37", "行政许可法§8")
        case .archiveDossier: .rule(.registrar, in: [.closed], "档案法§13", "行政复议法§20")
        case .lendDossier: .rule(.reviewerOrApprover, in: [.closed], reason: short, "档案法§14")
        case .returnDossier: .rule(.registrar, in: [.closed], reason: short, "档案法§14")
        }
    }
}
