private import Foundation

extension BrowserWindow {
    /// How wide the screen is.
    package enum Screen: Int, CaseIterable, Sendable {
        case wide = 1280
        case narrow = 390
    }

    /// Shows pages on a screen of another width.
    package func show(_ screen: Screen) async throws {
        struct Parameters: Encodable {
            let width: Int
            let height = 900
            let deviceScaleFactor = 1
            let mobile: Bool
        }
        let _: WebDriverWire.Ignored = try await devTools(
            "Emulation.setDeviceMetricsOverride",
            Parameters(width: screen.rawValue, mobile: screen == .narrow)
        )
    }

    /// Returns how far the page is wider than the screen, in pixels.
    package func overflow() async throws -> Int {
        try await evaluate("return document.documentElement.scrollWidth - document.documentElement.clientWidth") ?? 0
    }

    /// Returns a picture of the whole page, as PNG.
    package func picture() async throws -> [UInt8] {
        struct Parameters: Encodable {
            let format = "png"
            let captureBeyondViewport = true
        }
        struct Picture: Decodable {
            let data: String
        }
        let picture: Picture = try await devTools("Page.captureScreenshot", Parameters())
        return Data(base64Encoded: picture.data).map(Array.init) ?? []
    }

    /// Returns what went wrong on the pages since the last call: refused code, broken scripts, missing files.
    package func complaints() async throws -> [String] {
        struct Entry: Decodable {
            let level: String
            let message: String
        }
        let entries: [Entry] = try await wire.post("/session/\(session)/se/log", ["type": "browser"])
        return entries.filter { $0.level == "SEVERE" }.map(\.message)
    }
}
