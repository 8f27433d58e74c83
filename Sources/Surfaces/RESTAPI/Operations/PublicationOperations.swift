import Access
import Acting
import CanonicalJSON
import Casework
import Cryptography
import EventLog
import Kernel
import Processes
import Publicity
import WebServer

extension RESTAPI {
    /// What the public sees of a decision: proposing, reviewing, publishing, and what follows.
    static let publicationOperations: [Endpoint] = [
        .question(
            "/cases/{number}/publication",
            "Publication",
            "公示情况和将公开的内容",
            [.publishRecord, .reviewProposal, .approveDecision],
            answer: .json(.publication)
        ) { call in
            let found = try await call.foundCase()
            let masking = call.parts.masking
            let (row, version, preview) = try await call.read { reading in
                guard let row = try reading.publication(of: found.id) else {
                    throw PublicityError.notDecided(found.id.text)
                }
                let version = try reading.state(Publication.self, found.id.text).version
                return (row, version, try reading.publicationPreview(of: found.id, masking))
            }
            try await call.seePersonal(of: found.number, "api publication")
            let value = JSONValue.members([
                "number": .text(found.number), "standing": .text(row.standing.rawValue),
                "publishBy": row.publishBy.map(JSONValue.day), "caseVersion": .integer(Int64(found.version)),
                "preview": .text(try preview.record.digest),
                "fields": .list(preview.fields) { field in
                    .members(["name": .text(field.name), "value": .text(field.shown)])
                },
            ])
            return .found(value, as: .publication, version: version)
        },
        .publicationAct(
            "/propose",
            "ProposePublication",
            "提请公开前审核",
            [.publishRecord],
            ["国办发〔2018〕118号"],
            body: ObjectShape.proposedText.fields
        ) { found, call in
            ProposePublication(
                caseFile: found.id,
                seen: call.seen,
                text: ProposedText(call.body),
                call.parts.publicity,
                call.parts.masking
            )
        },
        .publicationAct(
            "/review",
            "ReviewPublication",
            "公开前审核",
            [.reviewProposal, .approveDecision],
            ["国办发〔2018〕118号"],
            body: [.required("isApproved", "是否审核通过", .boolean), .required("opinion", "意见", .text(most: 2_000))]
        ) { found, call in
            ReviewPublication(
                caseFile: found.id,
                seen: call.seen,
                isApproved: call.body.flag("isApproved"),
                opinion: call.body.text("opinion"),
                call.parts.masking,
                call.parts.publicity
            )
        },
        .publicationAct(
            "/publish",
            "PublishDecision",
            "公开",
            [.publishRecord],
            ["行政许可法§40", "行政处罚法§48"],
            seen: .caseFile,
            body: [.required("preview", "查询所得的preview，即核对过的内容", .text(least: 1, most: 100))]
        ) { found, call in
            let masking = call.parts.masking
            let record = try await call.read { try $0.publicationPreview(of: found.id, masking).record }
            guard try record.digest == call.body.text("preview") else { throw PublicityError.previewChanged(record) }
            return PublishDecision(
                caseFile: found.id,
                seen: call.seen,
                previewed: record,
                masking,
                call.parts.publicity
            )
        },
        .publicationAct(
            "/exemption",
            "ProposeExemption",
            "申请不予公开",
            [.publishRecord],
            ["政府信息公开条例§14"],
            body: [
                .required("ground", "不予公开的事由", .choice(ExemptionGround.self, \.chinese)),
                .required("reason", "理由", .text(most: 2_000)),
            ]
        ) { found, call in
            ProposeExemption(
                caseFile: found.id,
                seen: call.seen,
                ground: try call.body.choice("ground", as: ExemptionGround.self),
                reason: call.body.text("reason")
            )
        },
        .publicationAct(
            "/exemption/decide",
            "DecideExemption",
            "决定是否不予公开",
            [.reviewProposal, .approveDecision],
            ["政府信息公开条例§14"],
            body: [.required("isApproved", "是否不予公开", .boolean), .required("opinion", "意见", .text(most: 2_000))]
        ) { found, call in
            DecideExemption(
                caseFile: found.id,
                seen: call.seen,
                isApproved: call.body.flag("isApproved"),
                opinion: call.body.text("opinion")
            )
        },
        .publicationAct(
            "/performance",
            "RecordPerformance",
            "登记履行状态",
            [.publishRecord],
            ["行政处罚法§48"],
            body: [
                .required("state", "履行状态", .choice(Performance.self, \.chinese)),
                .required("on", "日期", .day), .optional("note", "说明", .text(most: 2_000)),
            ]
        ) { found, call in
            RecordPerformance(
                caseFile: found.id,
                seen: call.seen,
                state: try call.body.choice("state", as: Performance.self),
                on: try call.body.day("on"),
                note: call.body.text("note")
            )
        },
        .publicationAct(
            "/correct",
            "CorrectPublication",
            "更正公示",
            [.publishRecord],
            ["市场监督管理行政处罚信息公示规定§12"],
            body: ObjectShape.proposedText.fields + [
                .required("reason", "更正理由", .text(most: 2_000)), .required("provedOn", "查实日期", .day),
            ]
        ) { found, call in
            CorrectPublication(
                caseFile: found.id,
                seen: call.seen,
                text: ProposedText(call.body),
                reason: call.body.text("reason"),
                provedOn: try call.body.day("provedOn"),
                call.parts.masking,
                call.parts.publicity
            )
        },
        .publicationAct(
            "/withdraw",
            "WithdrawPublication",
            "撤下",
            [.publishRecord],
            ["行政处罚法§48"],
            seen: .nothing,
            body: [
                .required("ground", "撤下的事由", .choice(WithdrawalGround.self, \.chinese)),
                .required("reason", "理由", .text(most: 2_000)),
                .optional("overturned", "撤销、变更或者确认违法的文书", .object(.overturned)),
            ]
        ) { found, call in
            WithdrawPublication(
                caseFile: found.id,
                ground: try call.body.choice("ground", as: WithdrawalGround.self),
                reason: call.body.text("reason"),
                overturned: try call.body.object("overturned").map { document in
                    WithdrawPublication.Overturned(
                        on: try document.day("on"),
                        by: document.text("by"),
                        document: document.text("document")
                    )
                },
                call.parts.publicity
            )
        },
        .publicationAct(
            "/delay",
            "ExplainDelay",
            "说明超过承诺时限的原因",
            [.publishRecord],
            ["优化营商环境条例§36"],
            seen: .nothing,
            body: [
                .required("reason", "原因", .text(most: 1_000)),
                .optional("hidden", "另外要隐去的词，用空格或者顿号分开", .text(most: 400)),
            ]
        ) { found, call in
            ExplainDelay(
                caseFile: found.id,
                reason: call.body.text("reason"),
                hidden: HiddenParts.words(call.body.text("hidden")),
                call.parts.masking
            )
        },
        .publicationAct(
            "/end",
            "EndPublication",
            "提前停止公示",
            [.approveDecision],
            ["市场监督管理行政处罚信息公示规定§14"],
            body: [.required("reason", "理由", .text(most: 2_000))]
        ) { found, call in
            EndPublication(
                caseFile: found.id,
                seen: call.seen,
                reason: call.body.text("reason"),
                call.parts.publicity
            )
        },
    ]
}

extension Endpoint {
    /// An act on the publication of a case's decision.
    fileprivate static func publicationAct<C: Command>(
        _ path: String,
        _ name: String,
        _ title: String,
        _ permissions: [Action],
        _ sources: [LegalSource],
        seen: Seen = .publication,
        body: [Field],
        command: @escaping @Sendable (FoundCase, Call) async throws -> C
    ) -> Endpoint {
        act(
            "/cases/{number}/publication\(path)",
            name,
            title,
            permissions,
            sources,
            seen: seen,
            body: body,
            answer: ObjectShape("PublicationAnswer", [.required("number", "办件编号", .text())])
        ) { call in
            let found = try await call.foundCase()
            try AccessDecision.require(
                call.principal,
                .anyPermission(permissions.map { Permission($0) }),
                at: found.opening.item.place
            )
            let receipt = try await call.submit(command(found, call))
            let version = try await call.read { try $0.state(Publication.self, found.id.text).version }
            return .acted(
                .object(["number": .text(found.number)]),
                version: version,
                isReplay: receipt.isReplay
            )
        }
    }
}

extension ObjectShape {
    fileprivate static let publication = ObjectShape(
        "Publication",
        [
            .required("number", "办件编号", .text()), .required("standing", "公示状态", .text()),
            .optional("publishBy", "应于何日前公开", .day), .required("caseVersion", "办件的版本", .integer),
            .required("preview", "将公开的内容的标识", .text()),
            .required("fields", "将公开的各项", .list(.object(.publicField))),
        ]
    )

    private static let publicField = ObjectShape(
        "PublicField",
        [.required("name", "名称", .text()), .required("value", "内容", .text())]
    )

    fileprivate static let proposedText = ObjectShape(
        "ProposedText",
        [
            .optional("remarks", "备注", .text(most: 2_000)),
            .optional("people", "隐去的姓名", .list(.text(least: 1, most: 100))),
            .optional("tradeSecrets", "隐去的商业秘密", .list(.text(least: 1, most: 500))),
            .optional("privacy", "隐去的个人隐私", .list(.text(least: 1, most: 500))),
        ]
    )

    fileprivate static let overturned = ObjectShape(
        "OverturningDocument",
        [
            .required("on", "日期", .day), .required("by", "作出机关", .text(least: 1, most: 200)),
            .required("document", "文书号", .text(least: 1, most: 200)),
        ]
    )
}

extension ProposedText {
    fileprivate init(_ body: Body) {
        self.init(
            remarks: body.optionalText("remarks"),
            hidden: HiddenParts(
                people: body.texts("people"),
                tradeSecrets: body.texts("tradeSecrets"),
                privacy: body.texts("privacy")
            )
        )
    }
}

extension PublicDecision {
    /// What names one content: a repetition of the question gives the same as long as nothing changed.
    fileprivate var digest: String {
        get throws { SHA256Hash.of(try CanonicalEncoder().encode(self)).hex }
    }
}
