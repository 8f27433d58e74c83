private import Foundation
private import TestSupport

/// Commands to the driver and its answers.
struct WebDriverWire: Sendable {
    let port: Int

    private struct Answer<Value: Decodable>: Decodable {
        let value: Value
    }

    private struct Refusal: Decodable {
        let error: String
        let message: String
    }

    /// An answer nobody looks at.
    struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// A command without arguments.
    struct Nothing: Encodable {}

    func post<Value: Decodable>(_ command: String, _ body: some Encodable) async throws -> Value {
        try await send("POST", command, body: JSONEncoder().encode(body))
    }

    func get<Value: Decodable>(_ command: String) async throws -> Value {
        try await send("GET", command, body: nil)
    }

    func delete(_ command: String) async throws {
        let _: Ignored = try await send("DELETE", command, body: nil)
    }

    private func send<Value: Decodable>(_ method: String, _ command: String, body: Data?) async throws -> Value {
        // URLSession on Linux does not read the driver's headers.
        let answer = try await RawClient(port: port, patience: 60).send(
            method,
            command,
            headers: ["Content-Type: application/json; charset=utf-8"],
            body: body.map(Array.init) ?? [],
            untilLength: true
        )
        let bytes = Data(answer.body.utf8)
        guard answer.status == 200 else {
            guard let refusal = try? JSONDecoder().decode(Answer<Refusal>.self, from: bytes).value else {
                throw WebDriverFault.unreadable(String(answer.body.prefix(2_000)))
            }
            let message = refusal.message.split(separator: "\n").first.map(String.init) ?? ""
            throw WebDriverFault.refused(command: command, word: refusal.error, message: message)
        }
        return try JSONDecoder().decode(Answer<Value>.self, from: bytes).value
    }
}

extension WebDriverWire {
    private struct Wish: Encodable {
        struct Capabilities: Encodable {
            let alwaysMatch: Always
        }

        struct Always: Encodable {
            let options: Options
            let logging = ["browser": "ALL"]
            // axe takes its time on a machine that does other things beside.
            let timeouts = ["pageLoad": 60_000, "script": 60_000]

            enum CodingKeys: String, CodingKey {
                case options = "goog:chromeOptions"
                case logging = "goog:loggingPrefs"
                case timeouts
            }
        }

        struct Options: Encodable {
            let binary: String
            let args: [String]
        }

        let capabilities: Capabilities
    }

    private struct Begun: Decodable {
        let sessionId: String
    }

    /// Starts a browser and returns the name of its session.
    func begin(binary: String, profile: String) async throws -> String {
        // Over a pipe, the browser ends with its driver.
        let arguments = [
            "--headless=new", "--no-sandbox", "--user-data-dir=\(profile)", "--remote-debugging-pipe",
            "--disable-dev-shm-usage", "--disable-gpu", "--disable-crash-reporter", "--disable-background-networking",
            "--disable-component-update", "--no-first-run", "--lang=zh-CN", "--hide-scrollbars",
        ]
        let wish = Wish(capabilities: .init(alwaysMatch: .init(options: .init(binary: binary, args: arguments))))
        let begun: Begun = try await post("/session", wish)
        return begun.sessionId
    }
}
