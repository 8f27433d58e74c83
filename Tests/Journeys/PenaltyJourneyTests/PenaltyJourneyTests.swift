import Browser
import Testing

/// A penalty with hearing, told as the officers see it.
@Suite(
    "A penalty, from the clue to the payment",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct PenaltyJourneyTests {
    @Test(
        "an agency takes a matter up once, proves it, tells the party, hears it, reviews, decides within the notice, and is paid"
    )
    func penalty() async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                var story = Enforcement(
                    house: house,
                    album: Album(),
                    agency: try await driver.window(on: house.site),
                    number: ""
                )
                try await story.aClueIsRegistered()
                try await story.theSameMatterIsNotTakenUpTwiceUnseen()
                try await story.theCaseIsFiled()
                try await story.certificatesAreShownAndTheMatterIsInvestigated()
                try await story.nothingIsConcludedWithoutEvidence()
                try await story.theInvestigationEndsWithAProposal()
                try await story.thePartyIsToldAndKeepsItsTime()
                try await story.theHearingIsHeld()
                try await story.nothingPassesTheLegalReviewThatIsWanting()
                try await story.theHeadsDiscussTogether()
                try await story.nothingHeavierIsImposedThanWasTold()
                try await story.aSlipIsCorrectedAndThePenaltyIsNot()
                try await story.theDecisionIsADocument()
                try await story.theDecisionIsServedAndTheFinePaid()
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}
