import Access
import Acting
import BlobStore
import CanonicalJSON
import Casework
import Cryptography
import EventLog
import HTML
import Kernel
import WebServer

/// Work on site without network: what is taken along, and the doors through which it comes back.
///
/// Files come by the uploads of the desk. What is handed in here has a key, so that it counts once however often it is sent.
extension Workspace {
    /// What a device hears of what it sent.
    private struct Answer: Encodable {
        let receipt: String
        let receivedAt: String
        let words: String
        let address: String
    }

    private struct Refusal: Encodable {
        let code: String
        let message: String
    }

    private struct Session: Encodable {
        let owner: String
        let name: String
        let token: String
    }

    var fieldRoutes: [DeskRoute] {
        [
            // The same empty page for everybody: it is kept on devices.
            DeskRoute(.get, "/field/work", name: "FieldPage", access: .everyone, sender: .program) { _, _ in
                .page(fieldPage)
            },
            DeskRoute(.get, "/field/worker.js", name: "FieldWorker", access: .everyone, sender: .program) { _, _ in
                let worker = try FieldWorker(keeping: fieldPage, frame.assets)
                return WebAnswer(type: "text/javascript; charset=utf-8", bytes: worker.bytes)
            },
            DeskRoute(.get, "/field/session", name: "FieldSession", access: .anyPermission(Workspace.working)) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                let session = Session(
                    owner: fieldOwner(principal.account),
                    name: principal.displayName,
                    token: request.browserMark
                )
                return .json(try CanonicalEncoder().encode(session))
            },
            DeskRoute(.get, "/field/cases/{number}", name: "FieldKit", access: .permission(.readCase)) {
                request,
                principal in
                let (principal, content) = try await content(request, principal)
                guard FieldKit.isOfUse(for: content) else { throw WebRefusal.forbidden }
                try await access.record(
                    .personalSeen,
                    by: principal,
                    on: content.number,
                    from: request.peer,
                    remark: "field kit"
                )
                return .json(try CanonicalEncoder().encode(FieldKit(content, for: principal)))
            },
            fieldRoute("/field/cases/{number}/records", "HandInFieldRecord") { request, principal, content in
                try await handInRecord(request, principal, content)
            },
            fieldRoute("/field/cases/{number}/evidence", "HandInFieldEvidence") { request, principal, content in
                try await handInEvidence(request, principal, content)
            },
            DeskRoute(
                .post,
                "/desk/cases/{number}/field-records/discard",
                name: "DiscardFieldRecord",
                access: .anyPermission(Workspace.working)
            ) { request, principal in
                let (principal, content) = try await content(request, principal)
                try await forgetFieldRecord(request.form.values.trimmed("form"), principal, content)
                return .redirect(to: WorkspacePath.caseFile(content.number), flash: FlashMessage("已删除现场记录"))
            },
        ]
    }

    private var fieldPage: PageShell {
        let page = FieldPage(scripts: frame.assets.fieldScripts)
        return PageShell(title: "现场办理", site: frame.site, assets: frame.assets, density: .dense) { page }
    }

    private func fieldRoute(
        _ path: RoutePath,
        _ name: String,
        _ handler: @escaping @Sendable (WebRequest, Principal, CaseContent) async throws -> WebAnswer
    ) -> DeskRoute {
        DeskRoute(.post, path, name: name, access: .anyPermission(Workspace.working)) { request, principal in
            let (principal, content) = try await content(request, principal)
            guard content.isMine else { throw WebRefusal.forbidden }
            return try await handler(request, principal, content)
        }
    }

    private func handInRecord(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent
    ) async throws -> WebAnswer {
        let values = request.form.values
        let form = values.trimmed("form")
        guard let times = values.fieldTimes(receivedAt: log.clock.now), content.definition.outcome(of: form) != nil
        else { throw WebRefusal.notFound }
        let record = FieldRecord(
            form: form,
            kit: values.trimmed("kit"),
            seen: Int(values.trimmed("seen")) ?? 0,
            values: values.pairs.filter { $0.name.hasPrefix("\(form)-") }
                .map { FieldRecord.Value(name: $0.name, value: $0.value) },
            times: times
        )
        let earlier = content.fieldRecords.first { $0.form == form }
        if let earlier, earlier.kit != record.kit {
            return try Workspace.refused(
                409,
                "field.recordWaits",
                "本环节应没有待归入的现场记录，实为已有一份（\(earlier.times.receivedAt.minuteText) 收到），请先到办件页归入或者删除"
            )
        }
        // The same once more keeps the moment at which it first came.
        if earlier?.values != record.values { try await keep(record, principal, content) }
        let words: String
        switch record.standing(in: content) {
        case .open: words = "请到办件页核对后归入环节"
        case .ahead: words = "案件到达该环节后，到办件页归入"
        case .gone: words = "该环节已经办结或者不再由您办理，记录没有归入；请到办件页对照两份内容后决定"
        }
        return .json(
            try CanonicalEncoder().encode(
                Answer(
                    receipt: record.receipt,
                    receivedAt: (earlier ?? record).times.receivedAt.minuteText,
                    words: words,
                    address: WorkspacePath.caseFile(content.number)
                )
            )
        )
    }

    private func handInEvidence(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent
    ) async throws -> WebAnswer {
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        guard let taking = request.form.values.fieldTaking(receivedAt: log.clock.now) else { throw WebRefusal.notFound }
        let act = try await addEvidence(request, content, taking: taking)
        let files = act.kept.files("files")
        guard files.count == request.form.values.all("evidence-files-uploaded").count else {
            return try Workspace.refused(409, "field.uploadsGone", "文件应已上传，实为不全，须重新上传")
        }
        guard let submit = act.submit else {
            return try Workspace.refused(422, "field.unreadable", act.errors.map(\.message).joined(separator: "；"))
        }
        guard try await isAsSigned(taking.record, files) else {
            return try Workspace.refused(Wording(CaseworkError.signatureInvalid(taking.record?.name ?? "")))
        }
        do {
            _ = try await self.submit(submit, act, key: key, principal, at: content.place)
        } catch {
            guard let wording = Wording(refusal: error, in: content.definition) else { throw error }
            return try Workspace.refused(wording)
        }
        let (_, filed) = try await self.content(request, principal)
        let blobs = files.map(\.blob)
        let piece = filed.state.evidence.first { $0.evidence?.files.map(\.blob) == blobs }
        return .json(
            try CanonicalEncoder().encode(
                Answer(
                    receipt: piece.map { "证据第 \($0.number) 号" } ?? "证据",
                    receivedAt: (piece?.at ?? log.clock.now).minuteText,
                    words: "",
                    address: ""
                )
            )
        )
    }

    /// Whether the text that came is the one the signatures stand under.
    private func isAsSigned(_ record: SignedRecord?, _ files: [Attachment]) async throws -> Bool {
        guard let record else { return true }
        guard let stored = files.first(where: { $0.name == record.file })?.stored else { return false }
        return SHA256Hash.of(try await blobs.read(stored.blob, key: stored.key)).hex == record.digest
    }

    private static func refused(_ wording: Wording) throws -> WebAnswer {
        try refused(wording.status, wording.code, wording.full)
    }

    private static func refused(_ status: Int, _ code: String, _ message: String) throws -> WebAnswer {
        .json(try CanonicalEncoder().encode(Refusal(code: code, message: message)), status: status)
    }
}

extension FormValues {
    /// What the device's clock showed, beside ours; `nil` where it is not said.
    fileprivate func fieldTimes(receivedAt: Instant) -> FieldTimes? {
        guard let madeAt = instant("madeAt"), let sentAt = instant("sentAt") else { return nil }
        return FieldTimes(madeAt: madeAt, sentAt: sentAt, receivedAt: receivedAt)
    }

    fileprivate func fieldTaking(receivedAt: Instant) -> FieldTaking? {
        guard let times = fieldTimes(receivedAt: receivedAt) else { return nil }
        let name = trimmed("evidence-record-name")
        guard !name.isEmpty else { return FieldTaking(times: times) }
        var signatures: [FieldSignature] = []
        while let role = FieldSignature.Role(rawValue: trimmed("evidence-signature-\(signatures.count)-role")) {
            let prefix = "evidence-signature-\(signatures.count)"
            let (file, refusal) = (trimmed("\(prefix)-file"), trimmed("\(prefix)-refusal"))
            signatures.append(
                FieldSignature(
                    role: role,
                    name: trimmed("\(prefix)-name"),
                    signedAt: instant("\(prefix)-signedAt") ?? times.madeAt,
                    file: file.isEmpty ? nil : file,
                    refusal: refusal.isEmpty ? nil : refusal
                )
            )
        }
        return FieldTaking(
            times: times,
            record: SignedRecord(
                name: name,
                file: trimmed("evidence-record-file"),
                digest: trimmed("evidence-record-digest"),
                signatures: signatures
            )
        )
    }

    /// Reads milliseconds since 1970, as scripts have them; only years that can be meant.
    private func instant(_ name: String) -> Instant? {
        guard let milliseconds = Int64(trimmed(name)), (946_684_800_000..<4_102_444_800_000).contains(milliseconds)
        else { return nil }
        return Instant(milliseconds: milliseconds)
    }
}
