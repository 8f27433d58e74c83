import Access
import Casework
import Directory
import Kernel

extension RESTAPI {
    /// What is done to a case beside its steps.
    static let upkeepOperations: [Endpoint] = [
        .caseAct(
            "/assistants",
            "ChangeAssistants",
            "增减协办人",
            .anyOf(CasePermission.working),
            CaseVerb.assist.rule.sources,
            body: [
                .optional("added", "增加的协办人", .list(.object(.assistant), most: 20)),
                .optional("removed", "减去的协办人", .list(.text(least: 1, most: 60), most: 20)),
                .required("reason", "理由", .text()),
            ]
        ) { found, call in
            ChangeAssistants(
                caseFile: found.id,
                seen: call.seen,
                added: call.body.objects("added").map { given in
                    ChangeAssistants.Assistant(
                        Officer.ID(given.text("officer")),
                        at: Directory.Post.ID(given.text("post"))
                    )
                },
                removed: call.body.texts("removed"),
                reason: call.body.text("reason")
            )
        },
        .caseAct(
            "/merge",
            "MergeCase",
            "并案",
            .one(.approveDecision),
            CaseVerb.merge.rule.sources,
            body: [
                .required("leading", "并入的案件的办件编号", .text(least: 1, most: 60)),
                .required("leadingVersion", "并入的案件的版本，即所见版本", .integer),
                .required("reasons", "并案理由", .text()),
            ]
        ) { found, call in
            MergeCase(
                caseFile: found.id,
                seen: call.seen,
                leading: call.body.text("leading"),
                seenLeading: Int(try call.body.integer("leadingVersion")),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/split",
            "SplitCase",
            "分案",
            .one(.approveDecision),
            CaseVerb.split.rule.sources,
            body: [
                .required("clue", "分出的线索", .object(.clue)),
                .optional("evidence", "随案移出的证据的编号", .list(.integer, most: 200)),
                .required("reasons", "分案理由", .text()),
            ]
        ) { found, call in
            SplitCase(
                caseFile: found.id,
                seen: call.seen,
                clue: try Clue(call.body.neededObject("clue")),
                evidence: call.body.integers("evidence"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/handover",
            "HandOverCase",
            "移送管辖",
            .one(.approveDecision),
            CaseVerb.handOver.rule.sources,
            body: [
                .optional("item", "受移送机关的事项编码；受移送机关不在本系统的不写", .text(least: 1, most: 100)),
                .optional("outside", "系统外的受移送机关的全称", .text(least: 1, most: 200)),
                .optional("designation", "指定管辖的机关、文号和日期；经移送而来的案件应写", .text(least: 1, most: 200)),
                .required("reasons", "移送管辖理由", .text()),
            ]
        ) { found, call in
            HandOverCase(
                caseFile: found.id,
                seen: call.seen,
                item: call.body.text("item"),
                outside: call.body.text("outside"),
                designation: call.body.text("designation"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/terminate",
            "TerminateCase",
            "终止",
            .one(.approveDecision),
            CaseVerb.terminate.rule.sources,
            body: [
                .required("ground", "终止事由", .choice(CaseTerminated.Ground.chosen, \.chinese)),
                .required("reasons", "终止理由", .text()),
            ]
        ) { found, call in
            TerminateCase(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: CaseTerminated.Ground.self),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/transition",
            "DecideTransition",
            "过渡决定",
            .one(.approveDecision),
            CaseVerb.decideTransition.rule.sources,
            body: [
                .required("law", "适用的规定", .choice(TransitionDecided.Law.self, \.chinese)),
                .required("provision", "过渡规定", .text()),
                .required("reasons", "过渡决定理由", .text()),
            ]
        ) { found, call in
            DecideTransition(
                caseFile: found.id,
                seen: call.seen,
                law: try call.body.choice("law", as: TransitionDecided.Law.self),
                provision: call.body.text("provision"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/correct",
            "CorrectDecision",
            "更正决定",
            .one(.approveDecision),
            CaseVerb.correctDecision.rule.sources,
            body: [
                .required("content", "更正后的决定内容", .text()),
                .required("reasons", "更正决定理由", .text()),
            ]
        ) { found, call in
            CorrectDecision(
                caseFile: found.id,
                seen: call.seen,
                content: call.body.text("content"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/revoke",
            "RevokeDecision",
            "撤销决定",
            .one(.approveDecision),
            CaseVerb.revokeDecision.rule.sources,
            body: [
                .required(
                    "ground",
                    "撤销事由",
                    .choice(DecisionRevoked.Ground.revoking.map { .init(value: $0.rawValue, title: $0.chinese) })
                ),
                .required("reasons", "撤销决定理由", .text()),
            ]
        ) { found, call in
            RevokeDecision(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: DecisionRevoked.Ground.self),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/withdraw-decision",
            "WithdrawDecision",
            "撤回决定",
            .one(.approveDecision),
            CaseVerb.withdrawDecision.rule.sources,
            body: [.required("reasons", "撤回决定理由", .text())]
        ) { found, call in
            WithdrawDecision(caseFile: found.id, seen: call.seen, reasons: call.body.text("reasons"))
        },
        .caseAct(
            "/void",
            "DeclareVoid",
            "确认无效",
            .one(.approveDecision),
            CaseVerb.declareVoid.rule.sources,
            body: [
                .required("ground", "无效的情形", .choice(DecisionDeclaredVoid.Ground.self, \.chinese)),
                .optional("authority", "行政复议决定书或者判决书的机关、文号和日期", .text(least: 1, most: 200)),
                .required("reasons", "确认无效理由", .text()),
            ]
        ) { found, call in
            DeclareVoid(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: DecisionDeclaredVoid.Ground.self),
                authority: call.body.text("authority"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/reopen",
            "ReopenCase",
            "重新办理",
            .one(.approveDecision),
            CaseVerb.reopen.rule.sources,
            body: [
                .required("ground", "重新办理的情形", .choice(CaseReopened.Ground.self, \.chinese)),
                .optional("authority", "行政复议决定书或者判决书的机关、文号和日期", .text(least: 1, most: 200)),
                .optional("within", "责令作出决定的日期", .day),
                .required("reasons", "重新办理理由", .text()),
            ]
        ) { found, call in
            ReopenCase(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: CaseReopened.Ground.self),
                authority: call.body.text("authority"),
                within: call.body.optionalDay("within"),
                reasons: call.body.text("reasons")
            )
        },
        .caseAct(
            "/refund",
            "RecordRefund",
            "退还款项",
            .one(.examineCase),
            CaseVerb.recordRefund.rule.sources,
            body: [
                .required("amount", "退还金额", .money),
                .required("paidOn", "退款日期", .day),
                .required("voucher", "退款凭证号码", .text(least: 1, most: 200)),
            ]
        ) { found, call in
            RecordRefund(
                caseFile: found.id,
                seen: call.seen,
                amount: try call.body.money("amount"),
                paidOn: try call.body.day("paidOn"),
                voucher: call.body.text("voucher")
            )
        },
        .caseAct(
            "/cancel",
            "CancelPermit",
            "注销许可",
            .one(.approveDecision),
            CaseVerb.cancelPermit.rule.sources,
            body: [
                .required("ground", "注销事由", .choice(PermitCancelled.Ground.self, \.chinese)),
                .required("reasons", "注销许可理由", .text()),
            ]
        ) { found, call in
            CancelPermit(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: PermitCancelled.Ground.self),
                reasons: call.body.text("reasons")
            )
        },
    ]
}

extension ObjectShape {
    fileprivate static let assistant = ObjectShape(
        "Assistant",
        [
            .required("officer", "协办的人员", .text(least: 1, most: 60)),
            .required("post", "该人员的岗位", .text(least: 1, most: 60)),
        ]
    )
}
