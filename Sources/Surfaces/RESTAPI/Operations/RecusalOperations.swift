import Access
import Casework
import Directory
import Kernel

extension RESTAPI {
    /// Asking that an officer keep out of a case, and the decision about it.
    static let recusalOperations: [Endpoint] = [
        .caseAct(
            "/recusal",
            "AskForRecusal",
            CaseVerb.askForRecusal.chinese,
            .anyOf(CasePermission.working),
            CaseVerb.askForRecusal.rule.sources,
            seen: .nothing,
            body: [
                .required("officer", "申请回避的人员", .text(least: 1, most: 60)),
                .required("by", "申请人", .choice(RecusalAsker.self, \.chinese)),
                .required("ground", "回避事由", .choice(RecusalGround.self, \.chinese)),
                .required("reasons", "事实和理由", .text(most: 2_000)),
            ]
        ) { found, call in
            AskForRecusal(
                caseFile: found.id,
                officer: Officer.ID(call.body.text("officer")),
                by: try call.body.choice("by", as: RecusalAsker.self),
                ground: try call.body.choice("ground", as: RecusalGround.self),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/recusal/decision",
            "SettleRecusal",
            CaseVerb.settleRecusal.chinese,
            .anyOf([.approveDecision, .reviewProposal]),
            CaseVerb.settleRecusal.rule.sources,
            body: [
                .required("officer", "被申请回避的人员", .text(least: 1, most: 60)),
                .required("isGranted", "是否准予回避", .boolean),
                .required("reasons", "决定的理由", .text(most: 2_000)),
                .optional("discussedBy", "参加集体讨论的负责人，唯一负责人回避的填写", .list(.text(least: 1, most: 60), most: 30)),
            ]
        ) { found, call in
            SettleRecusal(
                caseFile: found.id,
                seen: call.seen,
                officer: Officer.ID(call.body.text("officer")),
                isGranted: call.body.flag("isGranted"),
                reasons: call.body.text("reasons"),
                discussedBy: call.body.texts("discussedBy").map { Officer.ID($0) }
            )
        },
    ]
}
