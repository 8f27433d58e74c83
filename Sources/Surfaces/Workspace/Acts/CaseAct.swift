import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import TimeLimits
import WebServer

/// What one form on a case page asks for, read and checked for form; the law is asked by the command.
struct CaseAct: Sendable {
    typealias Submit = @Sendable (EventLog, SubmittedAct) async throws -> Receipt<CaseAnswer>

    let prefix: String
    /// What is done, for the message afterwards.
    let label: String
    let action: Action
    /// The post of the process that may do it; `nil` for any.
    let function: String?
    let chosenPost: String
    let errors: [FieldError]
    /// The papers that the form asks for.
    let papers: [DocumentForm]
    /// The files that came with the form.
    let kept: KeptFiles
    /// `nil` if the form cannot be read.
    let submit: Submit?

    init(
        _ fields: ActFields,
        label: String,
        action: Action,
        function: String?,
        papers: [DocumentForm] = [],
        kept: KeptFiles = .none,
        submit: Submit?
    ) {
        prefix = fields.prefix
        self.label = label
        self.action = action
        self.function = function
        chosenPost = fields.text("post")
        self.papers = papers
        self.kept = kept
        errors = fields.errors
        self.submit = fields.errors.isEmpty ? submit : nil
    }

    /// The post chosen, or the first that may do it; any post if none may, so that the refusal names what is missing.
    func post(of principal: Principal) -> PostRow? {
        let fitting = principal.posts.filter { post in
            function.map { post.responsibility.processPosts.contains($0) } ?? true
        }
        return fitting.first { $0.id.text == chosenPost } ?? fitting.first ?? principal.posts.first
    }
}

extension CaseAct {
    static func seen(_ request: WebRequest) -> Int {
        request.form.values[ActForm.seen].flatMap { Int($0) } ?? 0
    }

    static func complete(_ request: WebRequest, _ content: CaseContent) throws(WebRefusal) -> CaseAct {
        let outcomeID = StepOutcome.ID(try request.parameter("outcome"))
        guard let step = content.definition.step(Step.ID(try request.parameter("step"))),
            let outcome = step.outcome(outcomeID)
        else { throw .notFound }
        var fields = ActFields(OutcomeForm.prefix(step.id, outcome.id), request.form.values)
        let listed = content.papers(of: step, ending: outcome)
        let papers = listed + content.occasional(of: step, ending: outcome)
        let details = fields.details(content.kind(of: outcome, in: step), content)
        let command = CompleteStep(
            caseFile: content.id,
            seen: seen(request),
            step: step.id,
            outcome: outcome.id,
            opinion: fields.text("opinion"),
            details: details,
            documents: zip(fields.papers(papers), papers).enumerated()
                .filter { place, paper in place < listed.count || paper.0.isBegun(by: paper.1) }.map(\.element.0),
            companions: fields.all("companions"),
            onSite: content.fieldRecords.first { $0.form == fields.prefix }?.times
        )
        return CaseAct(
            fields,
            label: "\(step.name)，\(outcome.name)",
            action: step.action,
            function: step.post.text,
            papers: papers
        ) { log, act in try await log.submit(command, as: act) }
    }

    static func suspend(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.suspend, request.form.values)
        let submit: Submit? = fields.suspension().map { details in
            let command = SuspendClock(caseFile: content.id, seen: seen(request), details: details)
            return { log, act in try await log.submit(command, as: act) }
        }
        let step = content.own.first { !$0.step.pauses.isEmpty }?.step
        return CaseAct(fields, label: "暂停计时", action: .stopClock, function: step?.post.text, submit: submit)
    }

    static func resume(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.resume, request.form.values)
        let command = ResumeClock(caseFile: content.id, seen: seen(request), note: fields.text("note"))
        return CaseAct(fields, label: "恢复计时", action: .stopClock, function: content.own.first?.step.post.text) {
            log,
            act in try await log.submit(command, as: act)
        }
    }

    static func prolong(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        let fields = ActFields(ActForm.prolong, request.form.values)
        let command = ProlongLimit(caseFile: content.id, seen: seen(request), reasons: fields.text("reasons"))
        let approver = content.definition.prolongation?.approvedBy.text
        return CaseAct(fields, label: "延长期限", action: .approveDecision, function: approver) { log, act in
            try await log.submit(command, as: act)
        }
    }

    static func returning(_ request: WebRequest, _ content: CaseContent) throws(WebRefusal) -> CaseAct {
        guard let step = content.definition.step(Step.ID(try request.parameter("step"))) else { throw .notFound }
        var fields = ActFields(ActForm.returning(from: step.id), request.form.values)
        let target = fields.text("to")
        if content.definition.step(Step.ID(target)) == nil { fields.fault("to", "“退回到”应为已办结的环节，实为未选") }
        let papers = content.papers(returning: step)
        let command = ReturnToStep(
            caseFile: content.id,
            seen: seen(request),
            from: step.id,
            to: Step.ID(target),
            reason: fields.text("reasons"),
            documents: fields.papers(papers)
        )
        return CaseAct(
            fields,
            label: "退回",
            action: step.action,
            function: step.post.text,
            papers: papers
        ) { log, act in try await log.submit(command, as: act) }
    }
}
