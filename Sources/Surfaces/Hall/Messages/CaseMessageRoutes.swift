import Access
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// Messages in a case, for who names number and code and for the account it belongs to.
struct CaseMessageRoutes: Sendable {
    let parts: HallParts

    /// Whoever writes more often than people do is slowed.
    private static let rateLimit = RateLimit(10, per: .seconds(600))

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            .followed(.get, HallPath.Pattern.messages, "hall.case.messages", parts: parts, isForBoth: true) {
                followed,
                request in
                try await markRead(followed)
                return .page(page(followed, request))
            },
            .followed(
                .post,
                HallPath.Pattern.messages,
                "hall.case.messages.send",
                parts: parts,
                body: .form(.files),
                rateLimit: CaseMessageRoutes.rateLimit,
                isForBoth: true
            ) { followed, request in try await send(followed, request) },
            .followed(.get, HallPath.Pattern.messageFile, "hall.case.messages.file", parts: parts, isForBoth: true) {
                followed,
                request in
                try await file(followed, request)
            },
        ]
        return routes.flatMap(\.self)
    }

    /// That the page was opened is what the other side is told; it changes nothing of the case.
    private func markRead(_ followed: FollowedCase) async throws {
        guard let unread = followed.conversation.unread(by: followed.side) else { return }
        let act = Act(
            realm: parts.realm,
            actor: followed.actor,
            key: "messages read \(followed.summary.id.text) \(followed.side.rawValue) \(unread)"
        )
        _ = try await parts.log.submit(ReadCaseMessages(caseFile: followed.summary.id, through: unread), as: act)
    }

    private func send(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        let text = request.form.values["text"] ?? ""
        let fresh = request.form.files("files").filter { !$0.name.isEmpty }
        func again(_ field: String, _ sentence: String, _ status: Int) -> WebAnswer {
            .page(page(followed, request, typed: text, [FieldError(field: field, message: sentence)]), status: status)
        }
        if let fault = UploadRules.errors(fresh, present: 0, field: "files").first {
            return again("files", fault.message, 422)
        }
        guard fresh.count <= MessageContent.mostFiles else {
            let wording = HallWording(
                MessageFault.tooManyFiles(greatest: MessageContent.mostFiles, found: fresh.count)
            )
            return again("files", wording.sentence, wording.status)
        }
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        do {
            let id = followed.summary.id
            // What cannot be sent leaves no files behind.
            _ = try SendCaseMessage(caseFile: id, text: text).checked()
            let command = SendCaseMessage(caseFile: id, text: text, files: try await parts.store(fresh))
            let act = Act(realm: parts.realm, actor: followed.actor, key: key)
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: followed.address(of: .messages), flash: FlashMessage("留言已发送。"))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            return again(wording.field ?? "text", wording.sentence, wording.status)
        }
    }

    private func page(
        _ followed: FollowedCase,
        _ request: WebRequest,
        typed: String = "",
        _ errors: [FieldError] = []
    ) -> CaseMessagesPage {
        CaseMessagesPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: .messages),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            lines: followed.conversation.messages(seenBy: followed.side).map { line($0, of: followed) },
            isOpen: followed.state.stage.name != .closed,
            typed: typed,
            errors: errors,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)],
            messages: request.messages
        )
    }

    private func line(_ message: CaseConversation.Message, of followed: FollowedCase) -> CaseMessagesPage.Line {
        let isOwn = message.from == followed.side
        return CaseMessagesPage.Line(
            heading: isOwn ? "您的留言" : "\(followed.opening.item.agencyName)的留言",
            time: message.at.minuteText,
            text: message.content?.text,
            files: (message.content?.files ?? []).enumerated().map { index, file in
                CaseMessagesPage.File(
                    words: "\(file.name)（\(FileSize.text(file.size))）",
                    address: opens(message, followed) && file.stored != nil
                        ? "\(followed.address(of: .messages))/\(message.number)/\(index + 1)" : nil
                )
            },
            isOwn: isOwn,
            isRead: message.readAt != nil
        )
    }

    /// What the party handed in is about persons: as elsewhere the query code alone opens none of it.
    private func opens(_ message: CaseConversation.Message, _ followed: FollowedCase) -> Bool {
        message.from == .agency || followed.way.isOwn
    }

    private func file(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        let messages = followed.conversation.messages(seenBy: followed.side)
        guard let number = Int(request.parameters["message"] ?? ""),
            let message = messages.first(where: { $0.number == number }), opens(message, followed),
            let files = message.content?.files, let place = Int(request.parameters["file"] ?? ""),
            (1...).contains(place), place <= files.count, let stored = files[place - 1].stored
        else { throw WebRefusal.notFound }
        let (file, back) = (files[place - 1], ("返回留言", followed.address(of: .messages)))
        do {
            let bytes = try await parts.files.open(stored.blob, key: stored.key)
            if let reader = followed.reader {
                try await parts.accounts.access.record(
                    .personalSeen,
                    by: reader,
                    on: followed.summary.number,
                    from: request.peer,
                    remark: "message file \(number)/\(place)"
                )
            }
            return .file(named: file.name, type: file.mediaType, bytes: bytes)
        } catch let refusal as ForeignFiles.Refusal {
            return .refused(HallWording(refusal), site: parts.site, back: back)
        } catch let error as BlobError {
            return .refused(HallWording(error), site: parts.site, back: back)
        }
    }
}
