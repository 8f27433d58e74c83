import Access
import Acting
import Casework
import CanonicalJSON
import Directory
import EventLog
import Kernel
import Processes
import WebServer

extension RESTAPI {
    /// Which agency has a case where two dispute it: raised where the case is, settled by all who are concerned.
    static let disputeOperations: [Endpoint] = [
        .caseAct(
            "/dispute",
            "RaiseDispute",
            "提出管辖权争议",
            .one(.approveDecision),
            CaseVerb.dispute.rule.sources,
            body: [
                .required("item", "另一方机关的事项编码", .text(least: 1, most: 100)), .side,
                .required("reasons", "提出管辖权争议理由", .text()),
            ]
        ) { found, call in
            RaiseDispute(
                caseFile: found.id,
                seen: call.seen,
                item: call.body.text("item"),
                proposed: try call.body.choice("side", as: JurisdictionDispute.Side.self),
                reasons: call.body.text("reasons")
            )
        },
        .question("/disputes/{number}", "Dispute", "管辖权争议", answer: .json(.dispute)) { call in
            let found = try await call.foundDispute()
            guard let dispute = found.state.dispute else { throw WebRefusal.notFound }
            try await call.seePersonal(of: found.number, "api dispute")
            return .found(.dispute(dispute, of: found), as: .dispute, version: found.version)
        },
        .disputeAct("/consult", "ConsultOnDispute", .consult, body: [.side, .required("reasons", "协商管辖权理由", .text())]) {
            found,
            call in
            ConsultOnDispute(
                caseFile: found.id,
                seen: call.seen,
                proposed: try call.body.choice("side", as: JurisdictionDispute.Side.self),
                opinion: call.body.text("reasons")
            )
        },
        .disputeAct("/report", "ReportDispute", .reportDispute, body: [.required("reasons", "报请指定管辖理由", .text())]) {
            found,
            call in
            ReportDispute(caseFile: found.id, seen: call.seen, opinion: call.body.text("reasons"))
        },
        .disputeAct(
            "/designate",
            "DesignateJurisdiction",
            .designate,
            body: [
                .side, .required("document", "指定管辖决定的文号和日期", .text(least: 1, most: 200)),
                .required("reasons", "指定管辖理由", .text()),
            ]
        ) { found, call in
            DesignateJurisdiction(
                caseFile: found.id,
                seen: call.seen,
                to: try call.body.choice("side", as: JurisdictionDispute.Side.self),
                document: call.body.text("document"),
                reasons: call.body.text("reasons")
            )
        },
    ]
}

extension Field {
    fileprivate static let side = Field.required(
        "side",
        "由哪个机关管辖",
        .choice(JurisdictionDispute.Side.self, \.chinese)
    )
}

extension Endpoint {
    /// An act on a dispute, by whichever agency is concerned in it.
    fileprivate static func disputeAct<C: Command>(
        _ path: String,
        _ name: String,
        _ verb: CaseVerb,
        body: [Field],
        command: @escaping @Sendable (FoundCase, Call) throws -> C
    ) -> Endpoint where C.Answer == CaseAnswer {
        act(
            "/disputes/{number}\(path)",
            name,
            verb.chinese,
            [.approveDecision],
            verb.rule.sources,
            body: body,
            answer: .caseAnswer
        ) { call in
            let found = try await call.foundDispute()
            do {
                let receipt = try await call.submit(command(found, call))
                await call.makeDocuments(of: found.id)
                return try await call.answer(receipt, on: found)
            } catch {
                guard let problem = Problem(refusal: error, call, in: found.definition) else { throw error }
                throw problem
            }
        }
    }
}

extension Call {
    /// Returns the disputed case of the address, if the caller's agency is a side or stands above both.
    fileprivate func foundDispute() async throws -> FoundCase {
        let number = parameter("number")
        guard let found = try await read({ try FoundCase(number: number, in: $0) }),
            let agency = principal.agency?.text,
            found.state.dispute?.part(of: agency, holder: found.opening.item.agency) != nil
        else { throw CaseworkError.noSuchCase(number) }
        return found
    }
}

extension ObjectShape {
    fileprivate static let dispute = ObjectShape(
        "Dispute",
        [
            .required("number", "办件编号", .text()), .required("holder", "承办机关", .text()),
            .required("other", "另一方机关", .text()), .required("otherItem", "另一方机关的事项", .text()),
            .required("superior", "共同的上一级机关", .text()),
            .required("isOpen", "是否尚未解决", .boolean),
            .required("isReported", "是否已报请指定管辖", .boolean),
            .optional("due", "协商或者指定的最后一日", .day),
            .required("statements", "双方的意见，先后为序", .list(.object(.statement), most: 1_000)),
            .optional("designated", "指定由哪个机关管辖", .choice(JurisdictionDispute.Side.self, \.chinese)),
            .optional("document", "指定管辖决定的文号和日期", .text()),
        ]
    )

    fileprivate static let statement = ObjectShape(
        "DisputeStatement",
        [
            .required("by", "哪一方", .choice(JurisdictionDispute.Side.self, \.chinese)),
            .required("side", "认为由哪个机关管辖", .choice(JurisdictionDispute.Side.self, \.chinese)),
            .required("on", "日期", .day), .required("opinion", "理由", .text()),
        ]
    )
}

extension JSONValue {
    fileprivate static func dispute(_ dispute: JurisdictionDispute, of found: FoundCase) -> JSONValue {
        .members([
            "number": .text(found.number), "holder": .text(found.opening.item.agencyName),
            "other": .text(dispute.other.name), "otherItem": .text(dispute.other.itemName),
            "superior": .text(dispute.superior.name), "isOpen": .boolean(dispute.isOpen),
            "isReported": .boolean(dispute.report != nil), "due": dispute.due.map(JSONValue.day),
            "statements": .list(dispute.statements) { statement in
                .members([
                    "by": .text(statement.side.rawValue), "side": .text(statement.proposed.rawValue),
                    "on": .day(statement.on), "opinion": .text(statement.opinion),
                ])
            },
            "designated": dispute.designation.map { .text($0.to.value.rawValue) },
            "document": dispute.designation.map { .text($0.document.value) },
        ])
    }
}
