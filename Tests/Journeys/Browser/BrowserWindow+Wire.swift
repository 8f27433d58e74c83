extension BrowserWindow {
    /// What a script is given.
    enum ScriptArgument: Encodable {
        case text(String)
        case element(WebElement)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text):
                var container = encoder.singleValueContainer()
                try container.encode(text)
            case .element(let element):
                var container = encoder.container(keyedBy: WebElement.Reference.CodingKeys.self)
                try container.encode(element.address.split(separator: "/").last.map(String.init), forKey: .id)
            }
        }
    }

    private struct Script: Encodable {
        let script: String
        let args: [ScriptArgument]
    }

    private struct ToolCommand<Parameters: Encodable>: Encodable {
        let cmd: String
        let params: Parameters
    }

    func evaluate<Value: Decodable>(_ script: String, _ arguments: [ScriptArgument] = []) async throws -> Value? {
        try await wire.post("/session/\(session)/execute/sync", Script(script: script, args: arguments))
    }

    /// Runs a script that answers through the function it is given last.
    func evaluateLater<Value: Decodable>(_ script: String) async throws -> Value? {
        try await wire.post("/session/\(session)/execute/async", Script(script: script, args: []))
    }

    func command(_ name: String, _ body: some Encodable) async throws {
        let _: WebDriverWire.Ignored = try await wire.post("/session/\(session)/\(name)", body)
    }

    func devTools<Value: Decodable>(_ method: String, _ parameters: some Encodable) async throws -> Value {
        try await wire.post("/session/\(session)/goog/cdp/execute", ToolCommand(cmd: method, params: parameters))
    }
}
