import Access
import CanonicalJSON
import Casework
import Catalog
import Cryptography
import EventLog
import Kernel
import Parties
import Processes
import WebServer

extension RESTAPI {
    /// How cases begin, and what parties bring to the window.
    static let openingOperations: [Endpoint] = [
        .act(
            "/cases",
            "OpenCase",
            "登记线索",
            [.examineCase],
            CaseVerb.open.rule.sources,
            seen: .nothing,
            body: [
                .required("item", "事项", .text(least: 1, most: 60)),
                .required("party", "当事人", .object(.party)),
                .required("clue", "线索", .object(.clue)),
                .optional("documents", "登记环节文书的内容", .list(.object(.document), most: 20)),
            ],
            status: 201,
            answer: ObjectShape("OpeningAnswer", [.required("number", "办件编号", .text())])
        ) { call in
            let command = OpenCase(
                item: PowerItem.ID(call.body.text("item")),
                party: try RegisterParty.Applicant(call.body.neededObject("party")),
                clue: try Clue(call.body.neededObject("clue")),
                documents: call.body.objects("documents").map(DocumentRecord.init)
            )
            try await call.requireItem(command.item, .examineCase)
            let receipt = try await call.submit(command)
            await call.makeDocuments(of: receipt.answer.caseFile)
            return .opened(receipt.answer.number, isReplay: receipt.isReplay)
        },
        .act(
            "/applications",
            "SubmitApplication",
            "收件",
            [.receiveSubmission],
            CaseVerb.apply.rule.sources,
            seen: .nothing,
            body: [
                .required("item", "事项", .text(least: 1, most: 60)),
                .required("applicant", "申请人", .object(.party)),
                .required("submission", "申请内容和材料", .object(.submission)),
                .optional("receivedOn", "收件日期；没有即为今日", .day),
                .optional("follows", "延续、变更的许可；没有即为新办", .object(.followUp)),
            ],
            bodyLimit: Endpoint.bodyWithFiles,
            status: 201,
            answer: ObjectShape(
                "ReceiptAnswer",
                [
                    .required("number", "办件编号", .text()),
                    .required("queryCode", "申请人凭以查询的查询码", .text()),
                    .required("answerDue", "应于何日前答复是否受理", .day),
                ]
            )
        ) { call in
            let item = PowerItem.ID(call.body.text("item"))
            try await call.requireItem(item, .receiveSubmission)
            let code = QueryCode(formKey: "\(call.principal.account) \(call.key)", under: call.parts.queryKey)
            let application = SubmitApplication(
                item: item,
                channel: .window,
                applicant: try RegisterParty.Applicant(call.body.neededObject("applicant")),
                submission: try await call.keep(submission: call.body.neededObject("submission")),
                queryDigest: code.digest(under: call.parts.queryKey),
                follows: try await call.followUp()
            )
            let receipt = try await call.submit(application, on: call.body.optionalDay("receivedOn"))
            await call.makeDocuments(of: receipt.answer.caseFile)
            return .opened(
                receipt.answer.number,
                [
                    "queryCode": .string(code.text),
                    "answerDue": .string(receipt.answer.answerDue.description),
                ],
                isReplay: receipt.isReplay
            )
        },
        .caseAct(
            "/supplement",
            "RegisterSupplement",
            "收取补正材料",
            .one(.receiveSubmission),
            CaseVerb.supplement.rule.sources,
            body: [
                .required("submission", "补正后的全部申请内容和材料", .object(.submission)),
                .required("answered", "已补正的材料", .list(.text(least: 1, most: 200), most: 100)),
            ],
            bodyLimit: Endpoint.bodyWithFiles
        ) { found, call in
            RegisterSupplement(
                SupplementMaterials(
                    caseFile: found.id,
                    seen: call.seen,
                    submission: try await call.keep(submission: call.body.neededObject("submission")),
                    answered: call.body.texts("answered")
                )
            )
        },
        .caseAct(
            "/withdraw",
            "RegisterWithdrawal",
            "登记撤回申请",
            .one(.receiveSubmission),
            CaseVerb.withdraw.rule.sources,
            body: [.required("reason", "撤回原因", .text())]
        ) { found, call in
            RegisterWithdrawal(
                WithdrawApplication(caseFile: found.id, seen: call.seen, reason: call.body.text("reason"))
            )
        },
        .caseAct(
            "/evidence",
            "AddEvidence",
            "收集证据",
            .one(.examineCase),
            CaseVerb.addEvidence.rule.sources,
            seen: .nothing,
            body: [
                .required("kind", "证据种类", .choice(Evidence.Kind.self, \.chinese)),
                .required("name", "证据名称", .text(most: 500)),
                .required("shows", "证明的事项", .text(most: 2_000)),
                .required("origin", "证据来源", .text(most: 500)),
                .required("obtainedOn", "取得日期", .day),
                .optional("files", "文件", .list(.object(.file), most: 10)),
                .optional("companions", "共同收集的人员", .list(.text(least: 1, most: 60), most: 10)),
            ],
            bodyLimit: Endpoint.bodyWithFiles
        ) { found, call in
            let files = try await call.keep(call.body.objects("files"))
            return AddEvidence(
                caseFile: found.id,
                evidence: Evidence(
                    kind: try call.body.choice("kind", as: Evidence.Kind.self),
                    name: call.body.text("name"),
                    shows: call.body.text("shows"),
                    origin: call.body.text("origin"),
                    obtainedOn: try call.body.day("obtainedOn"),
                    files: files,
                    photos: try await call.parts.blobs.photos(of: files)
                ),
                companions: call.body.texts("companions")
            )
        },
        .caseAct(
            "/recordings",
            "FileRecording",
            "归入音像记录",
            .anyOf([.examineCase, .approveDecision, .reviewProposal]),
            CaseVerb.fileRecording.rule.sources,
            seen: .nothing,
            body: [
                .required("step", "所属环节", .text(least: 1, most: 60)),
                .required("way", "记录方式", .choice(Recording.Way.self, \.chinese)),
                .required("content", "记录内容", .text(most: 500)),
                .required("place", "记录场所", .text(most: 500)),
                .required("device", "设备编号", .text(least: 1, most: 60)),
                .required("startedAt", "开始时间", .moment),
                .required("minutes", "时长（分钟），照片为0", .integer),
                .optional("interruption", "中断的时间和原因", .text(most: 500)),
                .optional("isEvidence", "是否作为证据使用", .boolean),
                .optional("recorder", "记录人，不写为本人", .text(least: 1, most: 60)),
                .required("files", "文件", .list(.object(.file), most: 10)),
            ],
            bodyLimit: Endpoint.bodyWithFiles
        ) { found, call in
            let files = try await call.keep(call.body.objects("files"))
            return FileRecording(
                caseFile: found.id,
                step: Step.ID(call.body.text("step")),
                recording: Recording(
                    way: try call.body.choice("way", as: Recording.Way.self),
                    content: call.body.text("content"),
                    place: call.body.text("place"),
                    device: call.body.text("device"),
                    startedAt: try call.body.moment("startedAt"),
                    minutes: try call.body.integer("minutes"),
                    interruption: call.body.text("interruption"),
                    isEvidence: call.body.flag("isEvidence"),
                    files: files,
                    photos: try await call.parts.blobs.photos(of: files)
                ),
                recorder: call.body.optionalText("recorder")
            )
        },
    ]
}

extension ObjectShape {
    static let followUp = ObjectShape(
        "FollowUp",
        [
            .required("purpose", "延续或者变更", .choice(FollowUp.Purpose.self, \.chinese)),
            .required("case", "准予许可的办件的编号（前证）", .text(least: 1, most: 60)),
            .optional("note", "变更的内容和理由，或者延续的说明", .text(most: 4_000)),
        ]
    )

    static let clue = ObjectShape(
        "Clue",
        [
            .required("source", "线索来源", .choice(Clue.Source.self, \.chinese)),
            .required("facts", "线索内容", .text()),
            .required("place", "发生地点", .text(most: 500)),
            .optional("happenedOn", "行为发生日期", .day),
            .optional("endedOn", "行为终了日期", .day),
            .optional("isGrave", "是否涉及生命健康安全、金融安全且有危害后果", .boolean),
        ]
    )
}

extension Clue {
    init(_ body: Body) throws(Problem) {
        self.init(
            source: try body.choice("source", as: Clue.Source.self),
            facts: body.text("facts"),
            place: body.text("place"),
            happenedOn: body.optionalDay("happenedOn"),
            endedOn: body.optionalDay("endedOn"),
            isGrave: body.flag("isGrave")
        )
    }
}

extension Call {
    /// The permit that is to be renewed or changed; one out of the officer's reach is as one that is not there.
    fileprivate func followUp() async throws -> FollowUp? {
        guard let given = body.object("follows") else { return nil }
        let number = given.text("case")
        guard let summary = try await read({ try $0.caseFile(number: number) }),
            summary.agency == principal.agency?.text
        else { throw given.fault("case", "前证应为本机关的办件，实为不是") }
        return FollowUp(
            try given.choice("purpose", as: FollowUp.Purpose.self),
            of: summary.id,
            note: given.text("note")
        )
    }

    /// Refuses an item that lies out of the officer's reach as one that is not there.
    fileprivate func requireItem(_ item: PowerItem.ID, _ action: Action) async throws {
        let today = today
        let place = try await read { try $0.itemPlace(item, on: today) }
        guard let place, case .allowed = AccessDecision.decide(principal, .permission(action), at: place) else {
            throw body.fault("item", "事项应为本机关的事项，实为不是")
        }
    }
}

extension WebAnswer {
    fileprivate static func opened(
        _ number: String,
        _ more: [String: JSONValue] = [:],
        isReplay: Bool
    ) -> WebAnswer {
        var answer = WebAnswer.acted(
            .object(more.merging(["number": .string(number)]) { first, _ in first }),
            status: 201,
            isReplay: isReplay
        )
        answer.headers.append(.init("Location", "\(RESTAPI.prefix)/cases/\(URLText.encode(number))"))
        return answer
    }
}
