import Access
import Casework
import Directory
import Kernel
import Processes

extension RESTAPI {
    /// What is done to a step: doing it, signing it, handing it on.
    static let stepOperations: [Endpoint] = [
        .caseAct(
            "/steps/{step}/complete",
            "CompleteStep",
            "办理环节",
            .ofStep,
            CaseVerb.complete.rule.sources,
            body: [
                .required("outcome", "办理结果", .text(least: 1, most: 60)),
                .required("opinion", "意见", .text()),
                .optional("details", "办理结果依法应有的内容", .object(.stepDetails)),
                .optional("documents", "本环节文书的内容", .list(.object(.document), most: 20)),
                .optional("companions", "共同办理的人员", .list(.text(least: 1, most: 60), most: 10)),
            ]
        ) { found, call in
            CompleteStep(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                outcome: StepOutcome.ID(call.body.text("outcome")),
                opinion: call.body.text("opinion"),
                details: try StepDetails(call.body.object("details")),
                documents: call.body.objects("documents").map(DocumentRecord.init),
                companions: call.body.texts("companions")
            )
        },
        .caseAct(
            "/steps/{step}/sign",
            "SignStep",
            "会签",
            .ofStep,
            CaseVerb.sign.rule.sources,
            body: [.required("agrees", "是否同意", .boolean), .required("opinion", "意见", .text())]
        ) { found, call in
            SignStep(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                agrees: call.body.flag("agrees"),
                opinion: call.body.text("opinion")
            )
        },
        .caseAct(
            "/steps/{step}/signers",
            "ChangeSigners",
            "增减会签人",
            .ofStep,
            CaseVerb.changeSigners.rule.sources,
            body: [
                .optional("added", "增加的会签人，依会签次序", .list(.text(least: 1, most: 60), most: 20)),
                .optional("removed", "减去的会签人", .list(.text(least: 1, most: 60), most: 20)),
                .required("reason", "理由", .text()),
            ]
        ) { found, call in
            ChangeSigners(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                added: call.body.texts("added"),
                removed: call.body.texts("removed"),
                reason: call.body.text("reason")
            )
        },
        .caseAct(
            "/steps/{step}/assign",
            "AssignStep",
            "分派",
            .one(.assignCase),
            CaseVerb.assign.rule.sources,
            body: [
                .required("officer", "分派给的人员", .text(least: 1, most: 60)),
                .required("post", "该人员的岗位", .text(least: 1, most: 60)),
                .required("reason", "理由", .text()),
            ]
        ) { found, call in
            let post = Directory.Post.ID(call.body.text("post"))
            let officer = AssignStep.Assignee.officer(Officer.ID(call.body.text("officer")), post: post)
            return AssignStep(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                to: officer,
                reason: call.body.text("reason")
            )
        },
        .caseAct("/steps/{step}/claim", "ClaimStep", "领办", .ofStep, CaseVerb.claim.rule.sources, body: []) {
            found,
            call in AssignStep(caseFile: found.id, seen: call.seen, step: call.step, to: .myself)
        },
        .caseAct(
            "/steps/{step}/release",
            "ReleaseStep",
            "退回待办",
            .ofStep,
            CaseVerb.release.rule.sources,
            body: [.required("reason", "理由", .text())]
        ) { found, call in
            AssignStep(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                to: .anyone,
                reason: call.body.text("reason")
            )
        },
        .caseAct(
            "/steps/{step}/transfer",
            "TransferStep",
            "转办",
            .ofStep,
            CaseVerb.transfer.rule.sources,
            body: [
                .required("officer", "接办的人员", .text(least: 1, most: 60)),
                .required("post", "该人员的岗位", .text(least: 1, most: 60)),
                .required("reason", "理由", .text()),
            ]
        ) { found, call in
            let post = Directory.Post.ID(call.body.text("post"))
            return AssignStep(
                caseFile: found.id,
                seen: call.seen,
                step: call.step,
                to: .colleague(Officer.ID(call.body.text("officer")), post: post),
                reason: call.body.text("reason")
            )
        },
        .caseAct(
            "/steps/{step}/recall",
            "RecallStep",
            "撤回办理",
            .ofStep,
            CaseVerb.recall.rule.sources,
            body: [.required("reason", "理由", .text())]
        ) { found, call in
            RecallStep(caseFile: found.id, seen: call.seen, step: call.step, reason: call.body.text("reason"))
        },
        .caseAct(
            "/steps/{step}/return",
            "ReturnToStep",
            "退回",
            .ofStep,
            CaseVerb.returnToStep.rule.sources,
            body: [
                .required("to", "退回到的环节", .text(least: 1, most: 60)),
                .required("reasons", "退回理由", .text()),
                .optional("documents", "法制审核退回的，审核意见书的内容", .list(.object(.document), most: 20)),
            ]
        ) { found, call in
            ReturnToStep(
                caseFile: found.id,
                seen: call.seen,
                from: call.step,
                to: Step.ID(call.body.text("to")),
                reason: call.body.text("reasons"),
                documents: call.body.objects("documents").map(DocumentRecord.init)
            )
        },
        .caseAct(
            "/steps/{step}/urge",
            "UrgeStep",
            "催办",
            .anyOf([.examineCase, .approveDecision, .reviewProposal]),
            CaseVerb.urge.rule.sources,
            seen: .nothing,
            body: [.required("reasons", "催办理由", .text())]
        ) { found, call in
            // Done together with others, it names the version that was seen.
            UrgeStep(
                caseFile: found.id,
                step: call.step,
                reason: call.body.text("reasons"),
                seen: call.seen > 0 ? call.seen : nil
            )
        },
    ]
}

extension Call {
    /// The step of the address.
    fileprivate var step: Step.ID { Step.ID(parameter("step")) }
}
