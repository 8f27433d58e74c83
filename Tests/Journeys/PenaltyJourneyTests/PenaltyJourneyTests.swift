import Browser
import Testing

/// The investigation of a penalty with hearing, told as the officers see it.
@Suite(
    "A penalty, from the clue to the proposal",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct PenaltyJourneyTests {
    @Test("an agency takes a matter up once, files it, shows certificates, proves it and proposes")
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
                try await story.theCaseIsFiledAndCertificatesAreShown()
                try await story.nothingIsConcludedWithoutEvidence()
                try await story.theInvestigationEndsWithAProposal()
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}
