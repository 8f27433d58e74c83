/// Every route of the Hall, for the composition root.
package struct HallRoutes: Sendable {
    private let parts: HallParts

    package init(_ parts: HallParts) {
        self.parts = parts
    }

    package var routes: [HallRoute] {
        HomeRoutes(parts: parts).routes + SiteRoutes(parts: parts).routes + LifeEventRoutes(parts: parts).routes
            + ItemRoutes(parts: parts).routes
            + LawRoutes(parts: parts).routes
            + ApplyRoutes(parts: parts).routes
            + FollowRoutes(parts: parts).routes + CaseActRoutes(parts: parts).routes
            + DecisionRoutes(parts: parts).routes + CheckRoutes(parts: parts).routes
            + EnforcerListRoutes(parts: parts).routes + OpenDataRoutes(parts: parts).routes
            + CatalogDataRoutes(parts: parts).routes
            + LetterListRoutes(parts: parts).routes + LetterFormRoutes(parts: parts).routes
            + LetterRoutes(parts: parts).routes + RatingRoutes(parts: parts).routes
    }
}
