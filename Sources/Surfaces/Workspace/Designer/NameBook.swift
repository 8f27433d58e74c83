import Kernel
import Processes

/// Tells steps, junctions, timers and endings by the names an author writes, and names them so that they can be told.
struct NameBook {
    static let separator: Character = "；"

    private let labels: [Step.ID: String]
    private var ids: [String: Step.ID] = [:]

    init(_ definition: ProcessDefinition) { self.init(definition.names) }

    init(_ names: [Step.ID: String]) {
        let count = Dictionary(names.values.map { ($0, 1) }, uniquingKeysWith: +)
        labels = names.reduce(into: [:]) { labels, entry in
            let isPlain = count[entry.value] == 1 && !entry.value.isEmpty && !entry.value.contains(NameBook.separator)
            labels[entry.key] = isPlain ? entry.value : "\(entry.value)（\(entry.key)）"
        }
        for (id, label) in labels { ids[label] = id }
    }

    func label(_ id: Step.ID) -> String { labels[id] ?? id.text }

    func text(_ targets: [Step.ID]) -> String { targets.map(label).joined(separator: String(NameBook.separator)) }

    var all: [String] { labels.values.sorted() }

    /// Remembers a name under which the page had shown something.
    mutating func remember(_ label: String, for id: Step.ID) {
        if !label.isEmpty, ids[label] == nil { ids[label] = id }
    }

    /// Returns what is named, and which names nobody bears; those stand for themselves.
    func targets(_ text: String) -> (ids: [Step.ID], unknown: [String]) {
        var (found, unknown): ([Step.ID], [String]) = ([], [])
        for word in text.split(whereSeparator: { $0 == NameBook.separator || $0 == ";" }).map(\.trimmingSpaces)
        where !word.isEmpty {
            let id = ids[word] ?? Step.ID(word)
            if ids[word] == nil, labels[id] == nil { unknown.append(word) }
            found.append(id)
        }
        return (found, unknown)
    }
}
