import Browser
import Testing

/// What the public asks and how the administration answers, told as people see it.
@Suite(
    "A question, from the citizen to the published answer",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct ParticipationJourneyTests {
    @Test("a citizen asks without a name, the agency answers, the answer is published, a bad rating is answered")
    func question() async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                let story = Correspondence(
                    house: house,
                    album: Album(),
                    citizen: try await driver.window(on: house.site),
                    agency: try await driver.window(on: house.site)
                )
                let receipt = try await story.aCitizenAsksWithoutAName()
                try await story.theAgencyAnswers(receipt)
                try await story.theCitizenIsSatisfied(receipt)
                try await story.theAnswerIsPublishedMasked(receipt)
                try await story.whoAsksTheSameIsShownTheAnswer()
                try await story.aBadRatingIsAnswered()
                try await story.aComplaintIsSeenByThoseWhoAnswerForTheOffice()
                try await story.informationIsAskedForAndAnswered()
                try await story.aWindowIsBooked()
                try await story.everyPageIsReadInLargeType()
                try await story.promisesAreReadByEverybody()
                try await story.enforcementIsReadByEverybody()
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}
