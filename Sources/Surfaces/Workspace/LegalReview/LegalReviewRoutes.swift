import Access
import Casework
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

extension Workspace {
    var legalReviewRoutes: [DeskRoute] {
        [
            DeskRoute(
                .get,
                "/desk/cases/{number}/legal-review",
                name: "LegalReviewPage",
                access: .permission(.readCase)
            ) { request, principal in
                let (principal, content) = try await content(request, principal)
                guard let (step, review) = content.legalReview else { throw WebRefusal.notFound }
                try await access.record(.personalSeen, by: principal, on: content.number, from: request.peer)
                let page = LegalReviewPage(
                    content: content,
                    step: step,
                    review: review,
                    due: try content.state.reviewDue(step, review, in: NationalCalendar.load()),
                    today: today,
                    hidden: [
                        request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                        HiddenField(ActForm.seen, String(content.version)),
                    ]
                )
                let crumbs = [Crumb(content.number, to: WorkspacePath.caseFile(content.number)), Crumb("法制审核")]
                return .page(frame.page("法制审核 \(content.number)", for: principal, request, crumbs: crumbs) { page })
            }
        ]
            + LegalReviewAct.allCases.map { act in
                actRoute(
                    RoutePath(stringLiteral: "/desk/cases/{number}/legal-review/\(act.rawValue)"),
                    "LegalReview.\(act.rawValue)"
                ) { request, content in CaseAct.review(act, request, content) }
            }
    }
}
