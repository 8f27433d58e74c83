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
        let (program, port) = try await start(in: folder)
        do {
            try await body(WebDriver(wire: WebDriverWire(port: port), folder: folder))
        } catch {
            await program.stop(within: .zero)
            throw error
        }
        await program.stop(within: .zero)
    }

    /// Starts the driver on a port that is free in both families of addresses.
    ///
    /// Asked for any port, the driver takes one of IPv6 and ends when a connection of IPv4 has it already.
    private static func start(in folder: TemporaryFolder) async throws -> (program: StartedProgram, port: Int) {
        var words = ""
        for attempt in 1...5 {
            let log = folder.file("driver-\(attempt).log")
            // Below the ports that connections are given.
            let program = try StartedProgram(
                [driver, "--port=\(Int.random(in: 20_000..<32_000))"],
                log: log,
                environment: ["HOME": folder.path],
                isWatched: true
            )
            let start = try await Bounded.value(within: .seconds(60)) { () -> Start? in
                words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                if words.contains("port not available") { return .portTaken }
                return words.firstMatch(of: /started successfully on port (\d+)/).flatMap { Int($0.1) }.map(
                    Start.listens
                )
            }
            if case .listens(let port)? = start { return (program, port) }
            await program.stop(within: .zero)
        }
        throw WebDriverFault.notStarted(words)
    }

    private enum Start {
        case listens(Int)
        case portTaken
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
