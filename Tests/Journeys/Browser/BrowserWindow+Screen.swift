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

    /// Cuts the window off from the network, or lets it send no more than so many bytes a second; `nil` for no limit.
    package func setNetwork(isOff: Bool, bytesPerSecond: Int? = nil) async throws {
        struct Conditions: Encodable {
            let offline: Bool
            let latency = 0
            let downloadThroughput = -1
            let uploadThroughput: Int
        }
        let _: WebDriverWire.Ignored = try await devTools("Network.enable", WebDriverWire.Nothing())
        let _: WebDriverWire.Ignored = try await devTools(
            "Network.emulateNetworkConditions",
            Conditions(offline: isOff, uploadThroughput: bytesPerSecond ?? -1)
        )
    }

    /// Draws a stroke across a part of the page, as a finger does.
    package func draw(across place: Place) async throws {
        let _: String? = try await evaluate(
            """
            const pad = arguments[0], box = pad.getBoundingClientRect();
            const at = (kind, x, y) => pad.dispatchEvent(new PointerEvent(kind, {
                bubbles: true, pointerId: 1, clientX: box.left + box.width * x, clientY: box.top + box.height * y
            }));
            pad.setPointerCapture = () => {};
            at("pointerdown", 0.1, 0.5);
            for (let step = 1; step < 9; step += 1) { at("pointermove", 0.1 * (step + 1), 0.5 + 0.3 * Math.sin(step)); }
            at("pointerup", 0.9, 0.5);
            return null;
            """,
            [.element(find(place))]
        )
    }

    /// Returns the answer of a script that works for a while and hands it to `done`.
    package func ask(_ script: String) async throws -> String? {
        try await evaluateLater("const done = arguments[arguments.length - 1]; \(script)")
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
