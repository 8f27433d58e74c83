import Browser
import Testing

/// The main line of the system, told as people see it: each sentence below is a chapter in a file of its own.
@Suite(
    "A license, from the first search to the proof of the log",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct LicensingJourneyTests {
    @Test("a citizen applies, officers decide, supervision watches, the public sees, and the log proves it")
    func license() async throws {
        try await Story.tell { story in
            try await story.powersAreListedAndFound()
            try await story.anItemSaysWhatIsKnownOfIt()
            try await story.aCitizenApplies()
            try await story.theCitizenFollowsTheCase()
            try await story.theSupervisorOpensTheWall()
            try await story.theApplicantIsAskedOnceForWhatIsMissing()
            try await story.theWallShowsTheReminder()
            try await story.theCaseIsAcceptedAndItsClockSuspended()
            try await story.theWallShowsTheYellowAndTheRedCard()
            try await story.theClockRunsOnAndADecisionIsProposed()
            try await story.anotherPersonDecidesAndTheDecisionIsServed()
            try await story.theDecisionIsADocumentThatAnyoneCanCheck()
            try await story.theDecisionIsPublishedMasked()
            try await story.theLogProvesItselfUntilSomebodyChangesAByte()
        }
    }
}
