import Browser
import Testing

/// Every role at its own desk, and the clerk who keeps the directory, told as people see it.
@Suite(
    "The administration, role by role",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct AdministrationJourneyTests {
    @Test(
        "every role sees its own and is refused another's; changes are previewed; an item outlives a change of its law"
    )
    func roles() async throws {
        try await Self.tell { story in
            try await story.everyAccountReachesItsOwn()
            try await story.aLawIsAmended()
            try await story.itsAgencyAnswers()
            try await story.itComesBack()
            try await story.aRoleTakesEffectWithTheNextPage()
            let number = try await story.aHandlerAsksToBeRecused()
            try await story.theHeadDecides(number)
            try await story.workIsNotLeftBehind()
            try await story.aListComesAsAWorkbook()
            try await story.aProcessIsDrawnUp()
            try await story.aFaultIsDrawnAndProcessesAreCompared()
            try await story.rulesAreTables()
            try await story.manyAreChosenAtOnce()
            try await story.aLongListIsStoppedAndTakenBack()
        }
    }

    @Test("a case whose law is repealed waits before it acts outward, until its head says which law applies")
    func transition() async throws {
        try await Self.tell { story in
            try await story.theLawsOfAnItemAreRepealed()
            let number = try await story.itsOpenCaseIsHeldBeforeItActsOutward()
            try await story.itsHeadSaysWhichLawApplies(number)
        }
    }

    @Test("a case that its head will not have continued is ended, and nothing else can be done with it")
    func ending() async throws {
        try await Self.tell { story in
            try await story.theLawsOfAnItemAreRepealed()
            let number = try await story.itsOpenCaseIsHeldBeforeItActsOutward()
            try await story.itsHeadEndsTheCase(number)
        }
    }

    @Test("a division adds a category of its own; an item is listed under it, answers what it asks, and is found there")
    func category() async throws {
        try await Self.tell { story in
            try await story.aCategoryIsPublished()
            try await story.anItemIsListedUnderIt()
            try await story.peopleFindItThere()
        }
    }

    private static func tell(_ tale: @Sendable (Upkeep) async throws -> Void) async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                let story = Upkeep(
                    house: house,
                    album: Album(),
                    clerk: try await driver.window(on: house.site),
                    administrator: try await driver.window(on: house.site)
                )
                try await tale(story)
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}
