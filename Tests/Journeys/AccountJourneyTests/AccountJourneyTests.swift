import Browser
import Testing

/// How a citizen comes to an account, and how it acts for a firm, told as people see it.
@Suite(
    "An account, from the code to the firm",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct AccountJourneyTests {
    @Test(
        "a citizen registers, applies with what is known, acts for a firm once a clerk agreed, and not a moment longer"
    )
    func account() async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                let story = Agency(
                    house: house,
                    album: Album(),
                    citizen: try await driver.window(on: house.site),
                    office: try await driver.window(on: house.site)
                )
                try await story.aCitizenRegisters()
                try await story.theRealNameIsGiven()
                try await story.anApplicationIsFilledInAlready()
                try await story.aFirmSendsItsLetter()
                try await story.theClerkConfirms()
                let number = try await story.theAgentAppliesForTheFirm()
                try await story.theClerkSeesBoth(number)
                try await story.theFirmTakesItsWordBack(number)
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }

    @Test("a public supervisor takes up the letter, looks at what was drawn and says what is wrong, in either type")
    func supervisor() async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                let story = Agency(
                    house: house,
                    album: Album(),
                    citizen: try await driver.window(on: house.site),
                    office: try await driver.window(on: house.site)
                )
                try await story.aCitizenRegisters()
                let letter = try await story.aPublicSupervisorIsAppointed()
                try await story.theLetterIsTakenUp(letter)
                try await story.aCaseIsDrawnAndLookedAt()
                try await story.theNumberCanBeChanged()
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}
