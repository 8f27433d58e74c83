import Access
import Casework
import EventLog
import HTML
import Kernel
import Processes
import WebServer

/// What is done to a case beside its steps: urging, ending, correcting and revoking.
extension CaseAct {
    static func urge(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.urge, request.form.values)
        let step = content.definition.step(Step.ID(fields.text("step")))
        if step == nil { fields.fault("step", "“催办的环节”应为待办的环节，实为未选") }
        let command = UrgeStep(
            caseFile: content.id,
            step: Step.ID(fields.text("step")),
            reason: fields.text("reasons")
        )
        // Whoever works on such cases may urge, each by the permission of the own post.
        let action: Action = content.approving.isEmpty ? .examineCase : .approveDecision
        return CaseAct(fields, label: "催办", action: action, function: nil) { log, act in
            try await log.submit(command, as: act)
        }
    }

    static func withdraw(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.withdraw, request.form.values)
        let command = RegisterWithdrawal(
            WithdrawApplication(caseFile: content.id, seen: seen(request), reason: fields.text("reasons"))
        )
        return CaseAct(fields, label: "登记撤回申请", action: .receiveSubmission, function: content.receiving) { log, act in
            try await log.submit(command, as: act)
        }
    }

    static func merge(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.merge, request.form.values)
        let leading = LeadingCase.read(fields.text("leading"))
        if leading == nil { fields.fault("leading", "“并入的案件”应为所列选项之一，实为未选") }
        let submit: Submit? = leading.map { number, version in
            let command = MergeCase(
                caseFile: content.id,
                seen: seen(request),
                leading: number,
                seenLeading: version,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, "并案", content, submit)
    }

    static func split(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.split, request.form.values)
        let submit: Submit? = fields.clue().map { clue in
            let command = SplitCase(
                caseFile: content.id,
                seen: seen(request),
                clue: clue,
                evidence: fields.all("evidence").compactMap { Int($0) },
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, "分案", content, submit)
    }

    static func handOver(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.handOver, request.form.values)
        let command = HandOverCase(
            caseFile: content.id,
            seen: seen(request),
            item: fields.text("item"),
            outside: fields.text("outside"),
            designation: fields.text("designation"),
            reasons: fields.text("reasons")
        )
        return approved(fields, "移送管辖", content) { log, act in try await log.submit(command, as: act) }
    }

    static func dispute(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.dispute, request.form.values)
        let side = fields.choice("side", "由哪个机关管辖", of: JurisdictionDispute.Side.self)
        let submit: Submit? = side.map { side in
            let command = RaiseDispute(
                caseFile: content.id,
                seen: seen(request),
                item: fields.text("item"),
                proposed: side,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, CaseVerb.dispute.chinese, content, submit)
    }

    static func terminate(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.terminate, request.form.values)
        let submit: Submit? = fields.choice("ground", "终止事由", of: CaseTerminated.Ground.self).map { ground in
            let command = TerminateCase(
                caseFile: content.id,
                seen: seen(request),
                ground: ground,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, "终止", content, submit)
    }

    static func correct(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.correct, request.form.values)
        let command = CorrectDecision(
            caseFile: content.id,
            seen: seen(request),
            content: fields.text("content"),
            reasons: fields.text("reasons")
        )
        return approved(fields, "更正决定", content) { log, act in try await log.submit(command, as: act) }
    }

    static func revoke(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.revoke, request.form.values)
        let submit: Submit? = fields.choice("ground", "撤销事由", of: DecisionRevoked.Ground.self).map { ground in
            let command = RevokeDecision(
                caseFile: content.id,
                seen: seen(request),
                ground: ground,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, CaseVerb.revokeDecision.chinese, content, submit)
    }

    static func withdrawDecision(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.withdrawDecision, request.form.values)
        let command = WithdrawDecision(
            caseFile: content.id,
            seen: seen(request),
            reasons: fields.text("reasons")
        )
        return approved(fields, CaseVerb.withdrawDecision.chinese, content) { log, act in
            try await log.submit(command, as: act)
        }
    }

    static func declareVoid(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.void, request.form.values)
        let ground = fields.choice("ground", "无效的情形", of: DecisionDeclaredVoid.Ground.self)
        let submit: Submit? = ground.map { ground in
            let command = DeclareVoid(
                caseFile: content.id,
                seen: seen(request),
                ground: ground,
                authority: fields.text("authority"),
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, CaseVerb.declareVoid.chinese, content, submit)
    }

    static func reopen(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.reopen, request.form.values)
        let within = fields.optionalDay("within", "责令作出决定的日期")
        let ground = fields.choice("ground", "重新办理的情形", of: CaseReopened.Ground.self)
        let submit: Submit? = ground.map { ground in
            let command = ReopenCase(
                caseFile: content.id,
                seen: seen(request),
                ground: ground,
                authority: fields.text("authority"),
                within: within,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, CaseVerb.reopen.chinese, content, submit)
    }

    static func refund(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.refund, request.form.values)
        let amount = Money(yuan: fields.text("amount"))
        if amount == nil { fields.fault("amount", "“退还金额”应为以元为单位的金额，实为“\(fields.text("amount").prefix(20))”") }
        let paidOn = fields.day("paidOn", "退款日期")
        var submit: Submit?
        if let amount, let paidOn {
            let command = RecordRefund(
                caseFile: content.id,
                seen: seen(request),
                amount: amount,
                paidOn: paidOn,
                voucher: fields.text("voucher")
            )
            submit = { log, act in try await log.submit(command, as: act) }
        }
        return CaseAct(
            fields,
            label: CaseVerb.recordRefund.chinese,
            action: .examineCase,
            function: content.handling,
            submit: submit
        )
    }

    static func decideTransition(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.transition, request.form.values)
        let submit: Submit? = fields.choice("law", "适用的规定", of: TransitionDecided.Law.self).map { law in
            let command = DecideTransition(
                caseFile: content.id,
                seen: seen(request),
                law: law,
                provision: fields.text("provision"),
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, "过渡决定", content, submit)
    }

    static func cancel(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.cancel, request.form.values)
        let submit: Submit? = fields.choice("ground", "注销事由", of: PermitCancelled.Ground.self).map { ground in
            let command = CancelPermit(
                caseFile: content.id,
                seen: seen(request),
                ground: ground,
                reasons: fields.text("reasons")
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, "注销许可", content, submit)
    }

    /// An act of whoever approves such cases.
    static func approved(
        _ fields: ActFields,
        _ label: String,
        _ content: CaseContent,
        _ submit: Submit?
    ) -> CaseAct {
        let approver = content.definition.posts.first { $0.kind == .approve }?.id.text
        return CaseAct(fields, label: label, action: .approveDecision, function: approver, submit: submit)
    }
}
