import Access
import Casework
import Kernel

extension RESTAPI {
    /// What is done to the time of a case.
    static let clockOperations: [Endpoint] = [
        .caseAct(
            "/suspend",
            "SuspendClock",
            "暂停计时",
            .one(.stopClock),
            CaseVerb.suspend.rule.sources,
            body: ObjectShape.suspension.fields
        ) { found, call in
            SuspendClock(caseFile: found.id, seen: call.seen, details: try SuspensionDetails(call.body))
        },
        .caseAct(
            "/resume",
            "ResumeClock",
            "恢复计时",
            .one(.stopClock),
            CaseVerb.resume.rule.sources,
            body: [.required("note", "恢复说明", .text())]
        ) { found, call in ResumeClock(caseFile: found.id, seen: call.seen, note: call.body.text("note")) },
        .caseAct(
            "/prolong",
            "ProlongLimit",
            "延长期限",
            .one(.approveDecision),
            CaseVerb.prolong.rule.sources,
            body: [.required("reasons", "延长理由", .text())]
        ) { found, call in ProlongLimit(caseFile: found.id, seen: call.seen, reasons: call.body.text("reasons")) },
    ]
}
