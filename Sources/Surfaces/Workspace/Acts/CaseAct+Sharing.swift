import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import WebServer

/// Who does a step: taking it, giving it back, giving it to somebody, and signing it together.
extension CaseAct {
    static func claim(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        taking(request, content, ActForm.claim, "领办", "领办的环节", to: .myself)
    }

    static func release(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        taking(request, content, ActForm.release, "退回待办", "退回的环节", to: .anyone)
    }

    private static func taking(
        _ request: WebRequest,
        _ content: CaseContent,
        _ prefix: String,
        _ label: String,
        _ question: String,
        to assignee: AssignStep.Assignee
    ) -> CaseAct {
        var fields = ActFields(prefix, request.form.values)
        let step = fields.step(question, in: content)
        let command = AssignStep(
            caseFile: content.id,
            seen: seen(request),
            step: step?.id ?? content.definition.first,
            to: assignee,
            reason: fields.text("reasons")
        )
        return CaseAct(
            fields,
            label: label,
            action: step?.action ?? content.sharing.action,
            function: step?.post.text
        ) { log, act in try await log.submit(command, as: act) }
    }

    static func assign(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.assign, request.form.values)
        let chosen = fields.text("giving").split(separator: " ").map(String.init)
        if chosen.count != 3 { fields.fault("giving", "“环节和承办人”应为所列选项之一，实为未选") }
        let command = AssignStep(
            caseFile: content.id,
            seen: seen(request),
            step: Step.ID(chosen.first ?? ""),
            to: chosen.count == 3
                ? .officer(Officer.ID(chosen[1]), post: Directory.Post.ID(chosen[2])) : .anyone,
            reason: fields.text("reasons")
        )
        return CaseAct(fields, label: "分派", action: content.sharing.action, function: content.sharing.leading) {
            log,
            act in
            try await log.submit(command, as: act)
        }
    }

    static func transfer(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.transfer, request.form.values)
        let chosen = fields.text("giving").split(separator: " ").map(String.init)
        if chosen.count != 3 { fields.fault("giving", "“环节和接办人”应为所列选项之一，实为未选") }
        let step = content.definition.step(Step.ID(chosen.first ?? ""))
        let command = AssignStep(
            caseFile: content.id,
            seen: seen(request),
            step: Step.ID(chosen.first ?? ""),
            to: chosen.count == 3
                ? .colleague(Officer.ID(chosen[1]), post: Directory.Post.ID(chosen[2])) : .anyone,
            reason: fields.text("reasons")
        )
        return CaseAct(
            fields,
            label: "转办",
            action: step?.action ?? content.sharing.action,
            function: step?.post.text
        ) { log, act in try await log.submit(command, as: act) }
    }

    static func assist(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.assist, request.form.values)
        let added = fields.all("added").map { $0.split(separator: " ").map(String.init) }.filter { $0.count == 2 }
        let command = ChangeAssistants(
            caseFile: content.id,
            seen: seen(request),
            added: added.map { ChangeAssistants.Assistant(Officer.ID($0[0]), at: Directory.Post.ID($0[1])) },
            removed: fields.all("removed"),
            reason: fields.text("reasons")
        )
        let step = content.own.first?.step
        return CaseAct(
            fields,
            label: "增减协办人",
            action: step?.action ?? content.sharing.action,
            function: step?.post.text
        ) { log, act in try await log.submit(command, as: act) }
    }

    static func recall(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.recall, request.form.values)
        let step = fields.step("撤回的环节", in: content)
        let command = RecallStep(
            caseFile: content.id,
            seen: seen(request),
            step: step?.id ?? content.definition.first,
            reason: fields.text("reasons")
        )
        return CaseAct(
            fields,
            label: "撤回办理",
            action: step?.action ?? content.sharing.action,
            function: step?.post.text
        ) { log, act in try await log.submit(command, as: act) }
    }

    static func sign(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.sign, request.form.values)
        let step = fields.step("会签的环节", in: content)
        let agrees = fields.text("agrees")
        if !["yes", "no"].contains(agrees) { fields.fault("agrees", "“会签意见”应为同意或者不同意，实为未选") }
        let command = SignStep(
            caseFile: content.id,
            seen: seen(request),
            step: step?.id ?? content.definition.first,
            agrees: agrees == "yes",
            opinion: fields.text("reasons")
        )
        return CaseAct(fields, label: "会签", action: content.sharing.action, function: nil) { log, act in
            try await log.submit(command, as: act)
        }
    }

    static func changeSigners(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.signers, request.form.values)
        let step = fields.step("会签的环节", in: content)
        let (added, removed) = (fields.all("added"), fields.all("removed"))
        if added.isEmpty, removed.isEmpty { fields.fault("added", "应增加或者减少会签人，实为都没有选择") }
        let command = ChangeSigners(
            caseFile: content.id,
            seen: seen(request),
            step: step?.id ?? content.definition.first,
            added: added,
            removed: removed,
            reason: fields.text("reasons")
        )
        return CaseAct(
            fields,
            label: "增减会签人",
            action: step?.action ?? content.sharing.action,
            function: step?.post.text
        ) { log, act in try await log.submit(command, as: act) }
    }
}

extension ActFields {
    /// Returns the step chosen, or notes that none was.
    fileprivate mutating func step(_ question: String, in content: CaseContent) -> Step? {
        let step = content.definition.step(Step.ID(text("step")))
        if step == nil { fault("step", "“\(question)”应为待办的环节，实为未选") }
        return step
    }
}
