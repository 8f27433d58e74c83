import Browser
import Testing

/// Work on site without network, told as the officers see it.
@Suite(
    "On site without network",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct FieldWorkJourneyTests {
    @Test("a record, its signatures and a photograph outlive the network, come once, and leave nothing on the device")
    func fieldWork() async throws {
        var running = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                var story = Enforcement(
                    house: running,
                    album: Album(),
                    agency: try await driver.window(on: running.site),
                    number: ""
                )
                try await story.aClueIsRegistered()
                try await story.theCaseIsFiled()
                try await story.theCaseIsTakenAlong()
                try await story.theRecordIsWrittenWithoutNetwork()
                try await story.certificatesAreShownWithoutNetwork()
                try await story.theRecordIsSignedAndRefused()
                try await story.aPhotographIsTaken()
                let mark = try await story.aColleagueSeesNothingOfIt()
                running = story.house
                try await story.everythingIsSentOnce(mark)
                running = story.house
                try await story.theRecordIsTakenIntoTheCase()
                try await story.signingOutWipesTheDevice()
            }
        } catch {
            _ = await running.stop()
            throw error
        }
        #expect(await running.stop() == 0)
    }
}
