import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Participation
import Publicity
import TimeLimits
import WebServer

extension Workspace {
    /// Those who answer for how cases are handled.
    static let rating = AccessRule.permission(Permission(.handleComplaint, .agency))

    var ratingRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/bad-ratings", name: "BadRatingsPage", access: Workspace.rating) { request, principal in
                try await ratings(request, principal, refused: nil)
            },
            DeskRoute(.post, "/bad-ratings/{case}/call-back", name: "CallBackRater", access: Workspace.rating) {
                request,
                principal in
                let caseFile = CaseFile.ID(try request.parameter("case"))
                let note = request.form.values["note-\(caseFile)"] ?? ""
                return try await handle(CallBackRater(caseFile: caseFile, note: note), "回访", request, principal)
            },
            DeskRoute(.post, "/bad-ratings/{case}/answer", name: "AnswerRating", access: Workspace.rating) {
                request,
                principal in
                let form = request.form.values
                let caseFile = CaseFile.ID(try request.parameter("case"))
                let command = AnswerRating(
                    caseFile: caseFile,
                    answer: form["answer-\(caseFile)"] ?? "",
                    hidden: HiddenParts.words(form["hidden-\(caseFile)"] ?? "")
                )
                return try await handle(command, "答复", request, principal)
            },
        ]
    }

    private static let ratingsShown = 50

    private func ratings(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording?
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let (today, calendar) = (today, try NationalCalendar.load())
        let found = try await log.read(principal.realm) { reading in
            try reading.badRatings(of: agency, limit: Workspace.ratingsShown)
        }
        if !found.isEmpty {
            try await access.record(.personalSeen, by: principal, on: "bad-ratings", from: request.peer)
        }
        let page = BadRatingsPage(
            ratings: try found.map { rating in
                BadRatingsPage.Line(
                    rating: rating,
                    deadline: try LetterDeadline("整改期限", rating.answer, from: rating.from, on: today, in: calendar),
                    key: FormKey.field(log.randomness, at: log.clock.now)
                )
            },
            refused: refused,
            token: request.forgeryField
        )
        return .page(frame.page("差评整改", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func handle<C: Command>(
        _ command: C,
        _ label: String,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        try await submit(command, label, request, principal, then: WorkspacePath.ratings) { wording in
            try await ratings(request, principal, refused: wording)
        }
    }
}
