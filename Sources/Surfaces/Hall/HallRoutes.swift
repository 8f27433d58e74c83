package import WebServer

/// Every route of the Hall, for the composition root.
package struct HallRoutes: Sendable {
    private let parts: HallParts

    package init(_ parts: HallParts) {
        self.parts = parts
    }

    /// One address answers visitors and those who are signed in, in usual and in large type; what it shows them differs
    /// in the frame at least.
    package var routes: [HallRoute] {
        zip(HallRoutes.both(parts), HallRoutes.both(parts.large)).map { route, large in
            let both = route.answered(by: large) { request, _ in request.preference == ViewRoutes.large }.behind(.outer)
            return HallRoutes.alike.contains(route.name) ? both.kept() : both
        }
    }

    /// The routes whose pages hang on their address and on what is published, and on nobody who asks.
    package static let alike: Set<String> = [
        "hall.agencyBases", "hall.agencyFeedback", "hall.agencyForm", "hall.agencyPublicity", "hall.catalogChanges",
        "hall.catalogDictionary", "hall.catalogFeed",
        "hall.decision",
        "hall.decisionFeed", "hall.decisions", "hall.dictionary", "hall.division", "hall.divisionForm",
        "hall.divisionPublicity",
        "hall.home", "hall.information.report", "hall.item", "hall.itemVersion", "hall.items", "hall.law", "hall.laws",
        "hall.letter.standard", "hall.letters", "hall.lifeEvent",
        "hall.lists", "hall.officers", "hall.officialList", "hall.openData", "hall.oversight", "hall.oversightAgency",
        "hall.oversightBulletin", "hall.oversightDictionary", "hall.publicity", "hall.robots", "hall.siteMap",
        "hall.subjects", "hall.suggestions",
    ]

    private static func both(_ parts: HallParts) -> [HallRoute] {
        zip(all(parts), all(parts.signedIn)).map { route, signedIn in
            route.answered(by: signedIn) { _, principal in principal != nil }
        }
    }

    /// The Hall's page for what is refused at its own addresses, and at those that lead nowhere.
    package var refusalPage: RefusalFrame {
        { [parts] notice, request, isKnown in
            guard !isKnown || request.door == .outer else { return nil }
            let site = request.preference == ViewRoutes.large ? parts.site.large : parts.site
            return RefusedPage(site: site, notice: notice, request: request)
        }
    }

    private static func all(_ parts: HallParts) -> [HallRoute] {
        HomeRoutes(parts: parts).routes + ViewRoutes(parts: parts).routes + SiteRoutes(parts: parts).routes
            + LifeEventRoutes(parts: parts).routes
            + ItemRoutes(parts: parts).routes
            + LawRoutes(parts: parts).routes
            + ApplyRoutes(parts: parts).routes
            + FollowRoutes(parts: parts).routes + CaseActRoutes(parts: parts).routes
            + RecusalRoutes(parts: parts).routes
            + CaseMessageRoutes(parts: parts).routes
            + FollowUpRoutes(parts: parts).routes
            + DecisionRoutes(parts: parts).routes + CheckRoutes(parts: parts).routes
            + EnforcerListRoutes(parts: parts).routes + OfficialListRoutes(parts: parts).routes
            + OpenDataRoutes(parts: parts).routes
            + CatalogDataRoutes(parts: parts).routes
            + LetterListRoutes(parts: parts).routes + LetterFormRoutes(parts: parts).routes
            + LetterRoutes(parts: parts).routes + RatingRoutes(parts: parts).routes
            + InformationHomeRoutes(parts: parts).routes
            + InformationReportRoutes(parts: parts).routes + InformationFormRoutes(parts: parts).routes
            + InformationRoutes(parts: parts).routes + SupervisorRoutes(parts: parts).routes
            + SignInRoutes(parts: parts).routes + OwnRoutes(parts: parts).routes
            + NumberChangeRoutes(parts: parts).routes + DivisionHallRoutes(parts: parts).routes
            + PledgeRoutes(parts: parts).routes + OversightRoutes(parts: parts).routes + FirmRoutes(parts: parts).routes
            + PublicityRoutes(parts: parts).routes + FramedPublicityRoutes(parts: parts).routes
            + OfficialFormRoutes(parts: parts).routes + KioskRoutes(parts: parts).routes
            + WallRoutes(parts: parts).routes
            + BookingFormRoutes(parts: parts).routes + BookingRoutes(parts: parts).routes
    }
}
