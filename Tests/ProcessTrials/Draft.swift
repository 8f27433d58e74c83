import Foundation
package import Processes

/// A template as loose JSON, so that a test can break it where the types would not let it.
package struct Draft {
    private var root: [String: Any]

    package init(_ template: ProcessTemplate = .licensingGeneral) throws {
        root = try JSONSerialization.jsonObject(with: template.json()) as? [String: Any] ?? [:]
    }

    package init(_ definition: ProcessDefinition) throws {
        let json = try JSONEncoder().encode(definition)
        root = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    }

    package func definition() throws -> ProcessDefinition {
        try JSONDecoder().decode(ProcessDefinition.self, from: JSONSerialization.data(withJSONObject: root))
    }

    package mutating func set(_ key: String, _ value: Any?) { root[key] = value }

    package mutating func edit(_ key: String, _ change: (inout [String: Any]) -> Void) {
        var part = root[key] as? [String: Any] ?? [:]
        change(&part)
        root[key] = part
    }

    package mutating func add(_ step: [String: Any], to list: String = "steps") {
        root[list] = (root[list] as? [[String: Any]] ?? []) + [step]
    }

    package mutating func remove(_ id: String, from list: String = "steps") {
        root[list] = (root[list] as? [[String: Any]] ?? []).filter { $0["id"] as? String != id }
    }

    package mutating func step(_ id: String, _ change: (inout [String: Any]) -> Void) {
        root["steps"] = Draft.changed(root["steps"], id, change)
    }

    package mutating func outcome(_ step: String, _ id: String, _ change: (inout [String: Any]) -> Void) {
        self.step(step) { $0["outcomes"] = Draft.changed($0["outcomes"], id, change) }
    }

    /// Makes an outcome lead elsewhere.
    package mutating func lead(_ step: String, _ id: String, to next: String...) {
        outcome(step, id) { $0["next"] = next }
    }

    package mutating func removeOutcome(_ step: String, _ id: String) {
        self.step(step) { step in
            step["outcomes"] = (step["outcomes"] as? [[String: Any]])?.filter { $0["id"] as? String != id }
        }
    }

    package mutating func limit(_ step: String, _ period: String, _ key: String = "limit") {
        self.step(step) { $0[key] = ["period": period, "source": "行政许可法§42"] }
    }

    private static func changed(_ list: Any?, _ id: String, _ change: (inout [String: Any]) -> Void) -> [[String: Any]]
    {
        (list as? [[String: Any]] ?? []).map { entry in
            guard entry["id"] as? String == id else { return entry }
            var entry = entry
            change(&entry)
            return entry
        }
    }
}
