import RESTAPI
import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// The recorded contract, and whether what is answered keeps it.
struct Contract: Sendable {
    static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Surfaces/RESTAPI/openapi.json").standardized

    let value: JSONValue

    static func recorded() throws -> Contract {
        Contract(value: try JSONValue(parsing: Array(try Data(contentsOf: file))))
    }

    /// Method, path and operation of all that the contract lists.
    var operations: [(method: String, path: String, operation: JSONValue)] {
        guard case .object(let paths)? = value["paths"] else { return [] }
        return paths.flatMap { path, methods in
            methods.names.map { ($0.uppercased(), path, methods[$0] ?? .null) }
        }
    }

    /// Reports an answer that is not as the contract says.
    func hold(_ answer: JSONValue, _ method: String, _ path: String, _ raw: RawAnswer) {
        let isProblem = raw.header("Content-Type") == "application/problem+json"
        if isProblem {
            #expect(raw.status >= 400)
            check(answer, ["$ref": "#/components/schemas/Problem"], "problem")
            return
        }
        guard let operation = operation(method, path) else { return }
        let response = operation["responses"]?["\(raw.status)"]
        #expect(response != nil, "\(method) \(path) answers \(raw.status), which the contract does not list")
        if let schema = response?["content"]?["application/json"]?["schema"] {
            check(answer, schema, "\(method) \(path)")
        }
    }

    private func operation(_ method: String, _ path: String) -> JSONValue? {
        let asked = path.prefix { $0 != "?" }.split(separator: "/")
        return operations.first { entry in
            let parts = entry.path.split(separator: "/")
            return entry.method == method && parts.count == asked.count
                && zip(parts, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }?.operation
    }

    /// JSON Schema as far as the contract uses it.
    private func check(_ value: JSONValue, _ schema: JSONValue, _ place: String) {
        if let reference = schema["$ref"]?.text {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            let target = self.value["components"]?["schemas"]?[name]
            #expect(target != nil, "\(reference) is missing")
            return check(value, target ?? .null, place)
        }
        switch (schema["type"]?.text, value) {
        case ("object", .object(let members)):
            for name in (schema["required"]?.elements ?? []).compactMap(\.text) {
                #expect(members[name] != nil, "\(place) lacks \(name)")
            }
            for (name, member) in members {
                let property = schema["properties"]?[name]
                #expect(property != nil, "\(place) has \(name), which the contract does not list")
                if let property { check(member, property, "\(place)/\(name)") }
            }
        case ("array", .array(let values)):
            for (index, element) in values.enumerated() {
                check(element, schema["items"] ?? .null, "\(place)/\(index)")
            }
        case ("string", .string(let text)):
            if let allowed = schema["enum"]?.elements { #expect(allowed.contains(.string(text)), "\(place): \(text)") }
        case ("integer", .integer), ("boolean", .boolean): break
        default: Issue.record("\(place) is not of the type \(schema["type"]?.text ?? "?")")
        }
    }
}
