import Access
import Acting
import BlobStore
import Casework
import Directory
import EventLog
import HTML
import Kernel
import WebServer

extension Workspace {
    var messageRoutes: [DeskRoute] {
        [
            DeskRoute(
                .get,
                "/desk/cases/{number}/messages",
                name: "CaseMessages",
                access: .permission(.readCase)
            ) { request, principal in
                let (principal, content) = try await content(request, principal)
                if Applicant.isOpen(to: principal, isMine: content.isMine) {
                    try await access.record(
                        .personalSeen,
                        by: principal,
                        on: content.number,
                        from: request.peer,
                        remark: "messages"
                    )
                }
                try await markRead(content, principal)
                return try await messagesPage(content, request, principal)
            },
            DeskRoute(
                .post,
                "/desk/cases/{number}/messages",
                name: "SendCaseMessage",
                access: Workspace.acting,
                body: .form(.files)
            ) { request, principal in
                let (principal, content) = try await content(request, principal)
                return try await sendMessage(content, request, principal)
            },
            DeskRoute(
                .get,
                "/desk/cases/{number}/messages/{piece}/{file}",
                name: "CaseMessageFile",
                access: .permission(.readCase)
            ) { request, principal in
                let (reader, content) = try await content(request, principal)
                let messages = try await conversation(of: content, reader)
                return try await filedFile(request, principal, of: "message", under: "piece") { _, number in
                    messages.messages.first { $0.number == number }?.content?.files
                }
            },
        ]
    }

    private func conversation(of content: CaseContent, _ principal: Principal) async throws -> CaseConversation {
        try await log.read(principal.realm) { [id = content.id] reading in try reading.conversation(of: id).state }
    }

    /// Only who is in charge counts as the agency's having read it.
    private func markRead(_ content: CaseContent, _ principal: Principal) async throws {
        guard isInCharge(content, principal), let officer = principal.officer,
            let unread = try await conversation(of: content, principal).unread(by: .agency)
        else { return }
        let act = Act(
            realm: principal.realm,
            actor: try await actor(principal, from: writingPost(content, principal)),
            key: "messages read \(content.id.text) \(officer.text) \(unread)"
        )
        do {
            _ = try await log.submit(ReadCaseMessages(caseFile: content.id, through: unread), as: act)
        } catch {
            // Who may read and not act, as without a valid certificate, leaves no mark.
            guard Wording(refusal: error) != nil else { throw error }
        }
    }

    private func isInCharge(_ content: CaseContent, _ principal: Principal) -> Bool {
        guard content.isColleague, let officer = principal.officer else { return false }
        return content.state.isInCharge(officer.text, filling: content.functions)
    }

    /// The post that the case waits for, else one from which the officer handles cases at all.
    private func writingPost(_ content: CaseContent, _ principal: Principal) -> PostRow? {
        let waiting = Set(content.state.position.waiting.map(\.post))
        return principal.posts.first { !$0.responsibility.processPosts.isDisjoint(with: waiting) }
            ?? principal.posts.first { !$0.responsibility.processPosts.isEmpty }
    }

    private func sendMessage(
        _ content: CaseContent,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws -> WebAnswer {
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let text = request.form.values["text"] ?? ""
        let fresh = request.form.files("files").filter { !$0.name.isEmpty }
        do {
            guard fresh.count <= MessageContent.mostFiles else {
                throw CaseworkError.message(.tooManyFiles(greatest: MessageContent.mostFiles, found: fresh.count))
            }
            // What cannot be sent leaves no files behind.
            _ = try SendCaseMessage(caseFile: content.id, text: text).checked()
            guard isInCharge(content, principal) else { throw CaseworkError.message(.notInCharge) }
            var files: [Attachment] = []
            for file in fresh {
                files.append(
                    try await blobs.keep(
                        file.bytes,
                        name: file.name,
                        mediaType: file.declaredType,
                        randomness: log.randomness
                    )
                )
            }
            let act = Act(
                realm: principal.realm,
                actor: try await actor(principal, from: writingPost(content, principal)),
                key: key
            )
            _ = try await log.submit(SendCaseMessage(caseFile: content.id, text: text, files: files), as: act)
            return .redirect(to: WorkspacePath.messages(content.number), flash: FlashMessage("留言已发送。"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await messagesPage(content, request, principal, typed: text, refused: wording)
        }
    }

    private func messagesPage(
        _ content: CaseContent,
        _ request: WebRequest,
        _ principal: Principal,
        typed: String = "",
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        let conversation = try await conversation(of: content, principal)
        let page = CaseMessagesPage(
            number: content.number,
            item: content.opening.item.name,
            conversation: conversation,
            names: content.officers,
            isOpen: Applicant.isOpen(to: principal, isMine: content.isMine),
            mayWrite: isInCharge(content, principal) && content.state.stage.name != .closed
                && !content.opening.isExOfficio,
            typed: typed,
            refused: refused,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        )
        let crumbs = [
            Crumb("办案工作台", to: WorkspacePath.desk), Crumb(content.number, to: WorkspacePath.caseFile(content.number)),
            Crumb("办件留言"),
        ]
        return .page(
            frame.page("办件留言 \(content.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }
}
