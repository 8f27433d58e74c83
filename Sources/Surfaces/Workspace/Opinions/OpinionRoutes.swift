import Access
import Acting
import Casework
import EventLog
import HTML
import Kernel
import Participation
import Publicity
import TimeLimits
import WebServer

extension Workspace {
    var opinionRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/opinions", name: "OpinionsPage", access: Workspace.rating) { request, principal in
                try await opinions(request, principal)
            },
            DeskRoute(.post, "/opinions/{opinion}/answer", name: "AnswerOpinion", access: Workspace.rating) {
                request,
                principal in
                let form = request.form.values
                let opinion = Opinion.ID(try request.parameter("opinion"))
                let command = AnswerOpinion(
                    opinion,
                    answer: form["answer-\(opinion)"] ?? "",
                    hidden: HiddenParts.words(form["hidden-\(opinion)"] ?? "")
                )
                return try await submit(command, "答复", request, principal, then: WorkspacePath.opinions) { refused in
                    try await opinions(request, principal, refused: (opinion, refused))
                }
            },
        ]
    }

    private static let opinionsShown = 50

    private func opinions(
        _ request: WebRequest,
        _ principal: Principal?,
        refused: OpinionsPage.Refused? = nil
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let (today, calendar) = (today, try NationalCalendar.load())
        let lines = try await log.read(principal.realm) { reading in
            try reading.unansweredOpinions(of: agency, limit: Workspace.opinionsShown).map { opinion in
                let row = try opinion.subject.caseFile.flatMap { try reading.cases([.init($0)]).first }
                return OpinionsPage.Line(
                    opinion: opinion,
                    caseNumber: row?.number,
                    deadline: try LetterDeadline("答复期限", opinion.answer, from: opinion.on, on: today, in: calendar),
                    key: FormKey.field(log.randomness, at: log.clock.now)
                )
            }
        }
        let page = OpinionsPage(
            lines: lines,
            typed: request.form.values,
            refused: refused,
            token: request.forgeryField
        )
        return .page(
            frame.page("社会监督意见", for: principal, request) { page },
            status: refused?.wording.status ?? 200
        )
    }
}
