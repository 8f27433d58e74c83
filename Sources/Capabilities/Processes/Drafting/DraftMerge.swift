import Kernel
import WorkflowEngine

/// Two states of a draft that came of the same one, made into one again.
///
/// A part that only one of them changed is taken as changed; where both changed the same part differently, the first
/// stays and the part is named.
package struct DraftMerge: Sendable {
    package let content: ProcessDraft.Content
    /// What both changed, by the key of step, post, junction, timer or ending; `name`, `limits` for the rest.
    package let conflicts: [String]

    package init(base: ProcessDraft.Content, mine: ProcessDraft.Content, theirs: ProcessDraft.Content) {
        var conflicts: [String] = []
        func one<Value: Equatable>(_ part: String, _ get: (ProcessDraft.Content) -> Value) -> Value {
            let (before, own, other) = (get(base), get(mine), get(theirs))
            if own == before || own == other { return other }
            if other != before { conflicts.append(part) }
            return own
        }
        func all<Part: Equatable, ID: Hashable & CustomStringConvertible>(
            _ id: (Part) -> ID,
            _ get: (ProcessDraft.Content) -> [Part]
        ) -> [Part] {
            func book(_ content: ProcessDraft.Content) -> [ID: Part] {
                Dictionary(get(content).map { (id($0), $0) }) { first, _ in first }
            }
            let (before, own, other) = (book(base), book(mine), book(theirs))
            var order = get(mine).map(id)
            // What only the other side has stands behind what it stands behind there.
            for (index, key) in get(theirs).map(id).enumerated() where !order.contains(key) {
                let previous = index > 0 ? order.firstIndex(of: id(get(theirs)[index - 1])) : nil
                order.insert(key, at: previous.map { $0 + 1 } ?? 0)
            }
            return order.compactMap { key in
                if own[key] == before[key] { return other[key] }
                if other[key] != before[key], other[key] != own[key] { conflicts.append(key.description) }
                return own[key] ?? other[key].flatMap { $0 == before[key] ? nil : $0 }
            }
        }
        let definition = ProcessDefinition(
            id: theirs.definition.id,
            name: one("name") { $0.definition.name },
            category: theirs.definition.category,
            version: theirs.definition.version,
            texts: one("texts") { $0.definition.texts },
            posts: all(\.id) { $0.definition.posts },
            prolongation: one("prolongation") { $0.definition.prolongation },
            first: one("first") { $0.definition.first },
            steps: all(\.id) { $0.definition.steps },
            junctions: all(\.id) { $0.definition.junctions },
            endings: all(\.id) { $0.definition.endings },
            timers: one("timers") { $0.definition.timers }
        )
        content = ProcessDraft.Content(
            definition: definition,
            promised: one("limits") { $0.promised },
            statutory: one("limits") { $0.statutory },
            testCases: one("cases") { $0.testCases }
        )
        self.conflicts = conflicts
    }
}
