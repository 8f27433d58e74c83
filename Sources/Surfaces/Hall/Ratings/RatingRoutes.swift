import Access
import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// The rating of a decided case by who holds its receipt.
struct RatingRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            .followed(.get, HallPath.Pattern.rate, "hall.case.rate", parts: parts) { followed, request in
                guard followed.rating.given == nil else { return refused(.ratedAlready, followed) }
                guard followed.state.mayBeRated else { return refused(.notDecided, followed) }
                return .page(page(followed, errors: [], request))
            },
            .followed(.post, HallPath.Pattern.rate, "hall.case.rate.send", parts: parts) { followed, request in
                try await rate(followed, request)
            },
        ]
        return routes.flatMap(\.self)
    }

    private func rate(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        let form = request.form.values
        let dimensions = Rating.Dimension.allCases.compactMap { dimension in
            form[dimension.rawValue].flatMap { Int($0) }.map { (dimension, $0) }
        }
        let command = RateCase(
            caseFile: followed.summary.id,
            grade: form["grade"].flatMap { Int($0) } ?? 0,
            dimensions: Dictionary(uniqueKeysWithValues: dimensions),
            comment: form["comment"] ?? "",
            parts.clocks
        )
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        do {
            let act = Act(realm: parts.realm, actor: followed.actor, key: key, correlation: followed.summary.id.text)
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: followed.address, flash: FlashMessage("感谢您的评价。"))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            guard let field = wording.field else {
                return .refused(wording, site: parts.site, back: ("返回办件", followed.address))
            }
            let fault = FieldError(field: field, message: wording.sentence)
            return .page(page(followed, errors: [fault], request), status: wording.status)
        }
    }

    private func refused(_ error: ParticipationError, _ followed: FollowedCase) -> WebAnswer {
        .refused(HallWording(error), site: parts.site, back: ("返回办件", followed.address))
    }

    private func page(_ followed: FollowedCase, errors: [FieldError], _ request: WebRequest) -> RatingPage {
        RatingPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: .rate),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            typed: request.form.values,
            errors: errors,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
        )
    }
}
