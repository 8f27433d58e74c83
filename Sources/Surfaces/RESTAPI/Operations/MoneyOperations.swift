import Access
import Casework
import Kernel

extension RESTAPI {
    /// What is done about money that is owed: put off, received in parts, and what stops the surcharge.
    static let moneyOperations: [Endpoint] = [
        .caseAct(
            "/deferral",
            "DeferPayment",
            "准予暂缓、分期缴纳",
            .one(.approveDecision),
            CaseVerb.deferPayment.rule.sources,
            body: [
                .required("appliedOn", "当事人申请日期", .day),
                .required("reasons", "准予的理由", .text()),
                .required("instalments", "各期", .list(.object(.instalment), most: 24)),
            ]
        ) { found, call in
            var parts: [Instalment] = []
            for part in call.body.objects("instalments") {
                parts.append(Instalment(due: try part.day("due"), amount: try part.money("amount")))
            }
            return DeferPayment(
                caseFile: found.id,
                seen: call.seen,
                appliedOn: try call.body.day("appliedOn"),
                reasons: call.body.text("reasons"),
                instalments: parts
            )
        },
        .caseAct(
            "/payment",
            "RecordPayment",
            "登记缴款",
            .one(.examineCase),
            CaseVerb.recordPayment.rule.sources,
            body: ObjectShape.payment.fields
        ) { found, call in
            RecordPayment(caseFile: found.id, seen: call.seen, payment: try PaymentDetails(call.body))
        },
        .caseAct(
            "/remedy",
            "RecordRemedy",
            "登记复议、诉讼",
            .one(.examineCase),
            CaseVerb.recordRemedy.rule.sources,
            body: [
                .required("kind", "途径", .choice(RemedySought.Kind.self, \.chinese)),
                .required("since", "申请或者起诉日期", .day),
                .required("authority", "受理机关和文号", .text(most: 200)),
            ]
        ) { found, call in
            RecordRemedy(
                caseFile: found.id,
                seen: call.seen,
                kind: try call.body.choice("kind", as: RemedySought.Kind.self),
                since: try call.body.day("since"),
                authority: call.body.text("authority")
            )
        },
        .caseAct(
            "/remedy/end",
            "EndRemedy",
            "登记复议、诉讼终结",
            .one(.examineCase),
            CaseVerb.endRemedy.rule.sources,
            body: [
                .required("on", "终结日期", .day), .required("result", "结果和文号", .text(most: 200)),
            ]
        ) { found, call in
            EndRemedy(
                caseFile: found.id,
                seen: call.seen,
                on: try call.body.day("on"),
                result: call.body.text("result")
            )
        },
    ]
}
