/// A part of a page that was found.
package struct WebElement: Sendable {
    struct Reference: Decodable {
        let id: String

        enum CodingKeys: String, CodingKey {
            // The W3C's constant for references to elements.
            case id = "element-6066-11e4-a52e-4f735466cecf"
        }
    }

    private struct Keys: Encodable {
        let text: String
    }

    let wire: WebDriverWire
    let address: String

    init(wire: WebDriverWire, session: String, reference: Reference) {
        self.wire = wire
        address = "/session/\(session)/element/\(reference.id)"
    }

    /// The text a person sees in it.
    package var text: String {
        get async throws { try await wire.get("\(address)/text") }
    }

    /// What a field holds.
    package var value: String {
        get async throws { try await property("value") ?? "" }
    }

    package func attribute(_ name: String) async throws -> String? {
        try await wire.get("\(address)/attribute/\(name)")
    }

    package func click() async throws {
        let _: WebDriverWire.Ignored = try await wire.post("\(address)/click", WebDriverWire.Nothing())
    }

    /// Types text, or the path of a file into a file field; what was there stays.
    package func type(_ text: String) async throws {
        let _: WebDriverWire.Ignored = try await wire.post("\(address)/value", Keys(text: text))
    }

    /// Empties a field and types `text`.
    package func fill(_ text: String) async throws {
        let _: WebDriverWire.Ignored = try await wire.post("\(address)/clear", WebDriverWire.Nothing())
        if !text.isEmpty { try await type(text) }
    }

    /// Whether the page it was on is still shown.
    var isAttached: Bool {
        get async throws {
            do {
                let _: String = try await wire.get("\(address)/name")
                return true
            } catch let fault as WebDriverFault where fault.isOfAGonePage {
                return false
            }
        }
    }

    private func property(_ name: String) async throws -> String? {
        try await wire.get("\(address)/property/\(name)")
    }
}
