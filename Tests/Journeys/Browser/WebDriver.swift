private import Foundation
private import TestSupport

/// Debian's chromedriver, running for as long as one test needs it.
///
/// - Source: W3C WebDriver, https://www.w3.org/TR/webdriver2/; extensions of Chromium begin with `goog`.
package struct WebDriver: Sendable {
    private static let driver = "/usr/bin/chromedriver"
    private static let browser = "/usr/bin/chromium"

    private let wire: WebDriverWire
    private let folder: TemporaryFolder

    /// Where the profiles of this driver's windows lie.
    package var profileFolder: String { folder.path }

    /// Whether a browser and its driver are installed.
    package static var isInstalled: Bool {
        [driver, browser].allSatisfy(FileManager.default.isExecutableFile(atPath:))
    }

    /// Whether tests in the browser are to run: a machine that checks changes must not pass without them.
    package static var isWanted: Bool { isInstalled || ProcessInfo.processInfo.environment["CI"] != nil }

    /// Starts the driver, runs `body`, and stops driver and windows, however `body` ends.
    package static func run(_ body: (WebDriver) async throws -> Void) async throws {
        guard isInstalled else {
            throw WebDriverFault.notStarted("expected \(driver) and \(browser); run scripts/setup test")
        }
        let folder = try TemporaryFolder()
        let log = folder.file("driver.log")
        let program = try StartedProgram(
            [driver, "--port=0"],
            log: log,
            environment: ["HOME": folder.path],
            isWatched: true
        )
        do {
            let port = try await Bounded.value(within: .seconds(20)) {
                let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                return words.firstMatch(of: /started successfully on port (\d+)/).flatMap { Int($0.1) }
            }
            guard let port else {
                throw WebDriverFault.notStarted((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
            }
            try await body(WebDriver(wire: WebDriverWire(port: port), folder: folder))
        } catch {
            await program.stop(within: .zero)
            throw error
        }
        await program.stop(within: .zero)
    }

    /// Opens a window with a profile of its own: another person at another computer.
    ///
    /// Paths are relative to `site`, such as `http://127.0.0.1:8080`.
    package func window(on site: String) async throws -> BrowserWindow {
        let profile = folder.file("profile-\(UUID().uuidString)")
        let session = try await wire.begin(binary: Self.browser, profile: profile)
        let window = BrowserWindow(wire: wire, session: session, site: site)
        try await window.show(.wide)
        return window
    }
}
