import Access
import Acting
import BlobStore
import CanonicalJSON
import Casework
import Decisions
import Directory
import EventLog
import Kernel
import Publicity
import WebServer

extension RESTAPI {
    /// What is done with the dossier of a closed case, and what it holds.
    static let dossierOperations: [Endpoint] = [
        .act(
            "/cases/{number}/dossier/archive",
            "ArchiveDossier",
            CaseVerb.archiveDossier.chinese,
            [.closeCase],
            CaseVerb.archiveDossier.rule.sources,
            body: [],
            answer: .dossierAnswer
        ) { call in
            try await call.keep([.closeCase]) { found in
                let note = try await call.read { try $0.latestCheckpoint()?.note } ?? ""
                return try await call.parts.issuer.dossiers.archive(
                    found.id,
                    seen: call.seen,
                    checkpoint: note,
                    as: call.act()
                )
            }
        },
        .act(
            "/cases/{number}/dossier/lend",
            "LendDossier",
            CaseVerb.lendDossier.chinese,
            [.reviewProposal, .approveDecision],
            CaseVerb.lendDossier.rule.sources,
            seen: .nothing,
            body: [
                .required("borrower", "借阅的人员", .text(least: 1, most: 60)), .required("days", "借阅天数", .integer),
                .required("reason", "借阅事由", .text()),
            ],
            answer: .dossierAnswer
        ) { call in
            try await call.keep([.reviewProposal, .approveDecision]) { found in
                try await call.submit(
                    LendDossier(
                        caseFile: found.id,
                        borrower: call.body.text("borrower"),
                        reason: call.body.text("reason"),
                        days: try call.body.integer("days")
                    )
                )
            }
        },
        .act(
            "/cases/{number}/dossier/return",
            "ReturnDossier",
            CaseVerb.returnDossier.chinese,
            [.closeCase],
            CaseVerb.returnDossier.rule.sources,
            seen: .nothing,
            body: [.required("finding", "归还时核对情况", .text())],
            answer: .dossierAnswer
        ) { call in
            try await call.keep([.closeCase]) { found in
                try await call.submit(ReturnDossier(caseFile: found.id, finding: call.body.text("finding")))
            }
        },
        .question("/cases/{number}/dossier", "Dossier", "案卷", answer: .json(.dossier)) { call in
            let found = try await call.foundCase()
            let record = try await call.read { try $0.state(DossierRecord.self, found.id.text).state }
            guard let archived = record.archived else { throw DecisionsError.notArchived(found.id) }
            return .found(
                .members([
                    "number": .text(found.number), "archivedOn": .day(archived.archivedOn),
                    "retention": .text(archived.retention.text), "keptThrough": archived.keptThrough.map(JSONValue.day),
                    "digest": .text(archived.digest), "boundDigest": .text(archived.boundDigest),
                    "pages": .integer(Int64(archived.pages)), "files": .integer(Int64(archived.files)),
                    "borrower": record.openLoan.map { .text($0.borrower) },
                    "dueOn": record.openLoan.map { .day($0.dueOn) },
                ]),
                as: .dossier,
                version: found.version
            )
        },
        .question(
            "/cases/{number}/dossier/bound",
            "DossierBound",
            "案卷（PDF/A）",
            [.seePersonal],
            answer: .file(type: "application/pdf")
        ) { call in
            try await call.dossierFile(.personalSeen, "application/pdf", \.bound.value)
        },
        .question(
            "/cases/{number}/dossier/package",
            "DossierPackage",
            "电子档案包",
            [.seePersonal],
            answer: .file(type: "application/zip")
        ) { call in
            try await call.dossierFile(.exported, "application/zip", \.packed.value)
        },
    ]
}

extension Call {
    /// Does one act of keeping on the case of the address, under the first of the permissions that the caller has.
    fileprivate func keep(
        _ actions: [Action],
        _ submit: (FoundCase) async throws -> Receipt<DossierAnswer>
    ) async throws -> WebAnswer {
        let found = try await foundCase()
        try require(actions.first { principal.reach(of: $0) != nil } ?? actions[0], at: found)
        let receipt = try await submit(found)
        let value = JSONValue.object(["number": .string(receipt.answer.number)])
        return .acted(value, version: found.version, isReplay: receipt.isReplay)
    }

    fileprivate func dossierFile(
        _ kind: AuditEntry.Kind,
        _ type: String,
        _ file: (DossierArchived) -> Attachment?
    ) async throws -> WebAnswer {
        let found = try await foundCase()
        try require(.seePersonal, at: found)
        let record = try await read { try $0.state(DossierRecord.self, found.id.text).state }
        guard let archived = record.archived else { throw DecisionsError.notArchived(found.id) }
        try await parts.access.record(kind, by: principal, on: found.number, from: request.peer, remark: "api dossier")
        let bytes = try await parts.issuer.dossiers.open(file(archived), of: found.number)
        return .file(named: "\(found.number).\(type == "application/pdf" ? "pdf" : "zip")", type: type, bytes: bytes)
    }
}

extension ObjectShape {
    fileprivate static let dossierAnswer = ObjectShape(
        "DossierAnswer",
        [.required("number", "办件编号", .text())]
    )

    fileprivate static let dossier = ObjectShape(
        "Dossier",
        [
            .required("number", "办件编号", .text()), .required("archivedOn", "归档日期", .day),
            .required("retention", "保管期限", .text()), .optional("keptThrough", "保管至；永久的没有", .day),
            .required("digest", "电子档案包的SHA-256", .text()), .required("boundDigest", "案卷文件的SHA-256", .text()),
            .required("pages", "编号页数", .integer), .required("files", "档案包文件数", .integer),
            .optional("borrower", "借阅人；在库的没有", .text()), .optional("dueOn", "应还日期", .day),
        ]
    )
}
