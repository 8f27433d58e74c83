import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// A letter in the hands of its writer: receipt, reply, judgment, opening it again.
struct LetterRoutes: Sendable {
    let parts: HallParts

    private var written: CorrespondenceRoutes<FollowedLetter> { CorrespondenceRoutes(parts: parts) }

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            written.followed(.get, HallPath.Pattern.letter, "hall.letter") { letter, request in
                .page(page(letter, errors: [], request))
            },
            written.followed(.post, HallPath.Pattern.judgeReply, "hall.letter.judge") { letter, request in
                let isSatisfied = request.form.values["satisfied"] == "yes"
                let command = JudgeReply(letter: letter.id, isSatisfied: isSatisfied)
                return try await act(command, letter, request, done: "感谢评价。")
            },
            written.followed(.post, HallPath.Pattern.reopenLetter, "hall.letter.reopen") { letter, request in
                let reason = request.form.values["reason"] ?? ""
                let command = ReopenLetter(letter: letter.id, reason: reason, parts.clocks)
                return try await act(command, letter, request, done: "已要求重新办理。")
            },
        ]
        let receipt = written.byCode(.get, HallPath.Pattern.letterReceipt, "hall.letter.receipt") { letter, _ in
            .page(LetterReceiptPage(site: parts.site, letter: letter, code: letter.way.codeText))
        }
        let feed = written.byCode(.get, HallPath.Pattern.letterFeed, "hall.letter.feed") { letter, _ in
            letter.feed(of: parts.site).answer
        }
        return routes.flatMap(\.self) + [receipt, feed]
    }

    private func act<C: Command>(
        _ command: C,
        _ letter: FollowedLetter,
        _ request: WebRequest,
        done: String
    ) async throws -> WebAnswer {
        try await written.act(command, letter, request, done: done) { page(letter, errors: [$0], request) }
    }

    private func page(_ letter: FollowedLetter, errors: [FieldError], _ request: WebRequest) -> LetterPage {
        LetterPage(
            site: parts.site,
            letter: letter,
            deadline: LetterDeadline(calendar: parts.calendar, today: parts.today).chip(of: letter.state),
            reason: request.form.values["reason"] ?? "",
            errors: errors,
            hidden: written.hidden(request),
            messages: request.messages
        )
    }
}
