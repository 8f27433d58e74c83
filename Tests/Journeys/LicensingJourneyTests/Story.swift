import Browser
import Testing

/// What is told: a house, the people's browsers, and what they remember of the case.
struct Story {
    let house: RunningHouse
    let album: Album
    /// A citizen at home.
    let citizen: BrowserWindow
    /// The computer at the agency; officers sign in and out.
    let agency: BrowserWindow
    /// The supervisor's screen, which nobody touches once it shows the wall.
    let supervisor: BrowserWindow
    /// The page the supervisor opened, to see that it was never loaded anew.
    var wall: WebElement?
    /// What the citizen wrote down from the receipt.
    var receipt: Receipt?

    /// The number and the code with which a case is followed without an account.
    struct Receipt: Hashable, Sendable {
        let number: String
        let queryCode: String
    }

    /// Starts program and browsers, tells the story, and stops them, however it ends.
    static func tell(_ story: (inout Story) async throws -> Void) async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                var telling = Story(
                    house: house,
                    album: Album(),
                    citizen: try await driver.window(on: house.site),
                    agency: try await driver.window(on: house.site),
                    supervisor: try await driver.window(on: house.site),
                    wall: nil,
                    receipt: nil
                )
                try await story(&telling)
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        _ = await house.stop()
    }

    /// Looks at a page on a wide and a narrow screen; nothing may be broken.
    func look(at window: BrowserWindow, as name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws
    {
        let faults = try await album.look(at: window, as: name)
        #expect(faults.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
}
