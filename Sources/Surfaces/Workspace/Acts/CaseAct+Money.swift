import Access
import Casework
import EventLog
import Kernel
import WebServer

/// What officers do about money that is owed.
extension CaseAct {
    static func deferPayment(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.deferral, request.form.values)
        let (applied, parts) = (fields.day("appliedOn", "当事人申请日期"), fields.instalments())
        let submit: Submit? = applied.map { day in
            let command = DeferPayment(
                caseFile: content.id,
                seen: seen(request),
                appliedOn: day,
                reasons: fields.text("reasons"),
                instalments: parts
            )
            return { log, act in try await log.submit(command, as: act) }
        }
        return approved(fields, CaseVerb.deferPayment.chinese, content, submit)
    }

    static func recordPayment(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.payment, request.form.values)
        let submit: Submit? = fields.payment().map { payment in
            let command = RecordPayment(caseFile: content.id, seen: seen(request), payment: payment)
            return { log, act in try await log.submit(command, as: act) }
        }
        return handled(fields, .recordPayment, content, submit)
    }

    static func recordRemedy(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.remedy, request.form.values)
        let kind = fields.choice("kind", "途径", of: RemedySought.Kind.self)
        let since = fields.day("since", "申请或者起诉日期")
        var submit: Submit?
        if let kind, let since {
            let command = RecordRemedy(
                caseFile: content.id,
                seen: seen(request),
                kind: kind,
                since: since,
                authority: fields.text("authority")
            )
            submit = { log, act in try await log.submit(command, as: act) }
        }
        return handled(fields, .recordRemedy, content, submit)
    }

    static func endRemedy(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(ActForm.remedyEnd, request.form.values)
        let submit: Submit? = fields.day("on", "终结日期").map { day in
            let command = EndRemedy(caseFile: content.id, seen: seen(request), on: day, result: fields.text("result"))
            return { log, act in try await log.submit(command, as: act) }
        }
        return handled(fields, .endRemedy, content, submit)
    }

    private static func handled(
        _ fields: ActFields,
        _ verb: CaseVerb,
        _ content: CaseContent,
        _ submit: Submit?
    ) -> CaseAct {
        CaseAct(fields, label: verb.chinese, action: .examineCase, function: content.handling, submit: submit)
    }
}
