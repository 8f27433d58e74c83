import Access
import Casework
import EventLog
import Kernel
import Processes

extension RESTAPI {
    /// What is done within a legal review, by who reviews, who handles the case and who decides.
    static let legalReviewOperations: [Endpoint] = [
        review(.confirmReviewMaterials, "ConfirmReviewMaterials", "/confirm", .reviewLegality, [.materials]) {
            found,
            call in
            ConfirmReviewMaterials(caseFile: found.id, seen: call.seen, materials: call.body.texts("materials"))
        },
        review(.askReviewMaterials, "AskReviewMaterials", "/ask", .reviewLegality, [.materials, .reasons]) {
            found,
            call in
            AskReviewMaterials(
                caseFile: found.id,
                seen: call.seen,
                materials: call.body.texts("materials"),
                reasons: call.body.text("reasons")
            )
        },
        review(
            .supplyReviewMaterials,
            "SupplyReviewMaterials",
            "/supply",
            .examineCase,
            [.required("supplied", "各项材料所在的文书、证据", .list(.object(.supplied), most: 20))]
        ) { found, call in
            SupplyReviewMaterials(
                caseFile: found.id,
                seen: call.seen,
                supplied: call.body.objects("supplied").map { given in
                    ReviewMaterialsSupplied.Supplied(material: given.text("material"), paper: given.text("paper"))
                }
            )
        },
        review(.prolongReview, "ProlongReview", "/prolong", .approveDecision, [.reasons]) { found, call in
            ProlongReview(caseFile: found.id, seen: call.seen, reasons: call.body.text("reasons"))
        },
        review(
            .opposeInReview,
            "OpposeInReview",
            "/oppose",
            .reviewLegality,
            [
                .required("defects", "不同意的事由", .list(.choice(ReviewDefect.self, \.chinese), most: 7)),
                .required("to", "退回到的环节", .text(least: 1, most: 60)), .reasons,
                .optional("documents", "审核意见书的内容", .list(.object(.document), most: 20)),
            ]
        ) { found, call in
            OpposeInReview(
                caseFile: found.id,
                seen: call.seen,
                defects: call.body.texts("defects").compactMap(ReviewDefect.init),
                to: Step.ID(call.body.text("to")),
                opinion: call.body.text("reasons"),
                documents: call.body.objects("documents").map(DocumentRecord.init)
            )
        },
        review(.acceptReview, "AcceptReview", "/accept", .examineCase, [.reasons]) { found, call in
            AcceptReview(caseFile: found.id, seen: call.seen, note: call.body.text("reasons"))
        },
        review(.contestReview, "ContestReview", "/contest", .examineCase, [.reasons]) { found, call in
            ContestReview(caseFile: found.id, seen: call.seen, reasons: call.body.text("reasons"))
        },
        review(
            .answerContest,
            "AnswerContest",
            "/answer",
            .reviewLegality,
            [.required("isMaintained", "是否维持原审核意见", .boolean), .reasons]
        ) { found, call in
            AnswerContest(
                caseFile: found.id,
                seen: call.seen,
                isMaintained: call.body.flag("isMaintained"),
                opinion: call.body.text("reasons")
            )
        },
        review(
            .resolveReview,
            "ResolveReview",
            "/resolve",
            .approveDecision,
            [
                .required("result", "协调结果", .choice(ReviewResolution.self, \.chinese)), .reasons,
                .optional("documents", "集体讨论记录的内容", .list(.object(.document), most: 20)),
            ]
        ) { found, call in
            ResolveReview(
                caseFile: found.id,
                seen: call.seen,
                result: try call.body.choice("result", as: ReviewResolution.self),
                reasons: call.body.text("reasons"),
                documents: call.body.objects("documents").map(DocumentRecord.init)
            )
        },
    ]

    private static func review<C: Command>(
        _ verb: CaseVerb,
        _ name: String,
        _ path: String,
        _ action: Action,
        _ body: [Field],
        command: @escaping @Sendable (FoundCase, Call) throws -> C
    ) -> Endpoint where C.Answer == CaseAnswer {
        .caseAct("/legal-review\(path)", name, verb.chinese, .one(action), verb.rule.sources, body: body) {
            found,
            call in try command(found, call)
        }
    }
}

extension Field {
    fileprivate static let materials = Field.required("materials", "材料名称", .list(.text(least: 1, most: 100), most: 20))
    fileprivate static let reasons = Field.required("reasons", "理由或者意见", .text())
}

extension ObjectShape {
    fileprivate static let supplied = ObjectShape(
        "SuppliedMaterial",
        [
            .required("material", "材料名称", .text(least: 1, most: 100)),
            .required("paper", "卷内的文书名称，或者如“第1号证据”", .text(least: 1, most: 100)),
        ]
    )
}
