import Kernel
import Processes

/// The table a clerk fills in: every cell as text, whether it makes sense or not.
struct DesignTable: Sendable {
    struct OutcomeRow: Sendable {
        var id = ""
        var name = ""
        var effect = ""
        var next = ""
        var documents = ""

        var isBlank: Bool { name.trimmingSpaces.isEmpty && next.trimmingSpaces.isEmpty }
    }

    struct StepRow: Sendable {
        var id = ""
        /// The name under which the page showed it, by which other rows may still call it.
        var was = ""
        var name = ""
        var kind = StepKind.examine.rawValue
        var post = ""
        var limit = ""
        var source = ""
        var officers = "1"
        var documents = ""
        var requirements = ""
        var differsFrom = ""
        var earliest = ""
        var earliestSource = ""
        var excludedBy = ""
        var countersign = ""
        var outcomes: [OutcomeRow] = []
    }

    struct PostRow: Sendable {
        var id = ""
        var name = ""
        var kind = PostKind.handle.rawValue
    }

    struct JunctionRow: Sendable {
        var id = ""
        var rule = ""
        var next = ""
    }

    struct EndingRow: Sendable {
        var id = ""
        var was = ""
        var name = ""
    }

    /// More rows than a process that can be proved needs.
    static let greatestRows = 200

    var name = ""
    var promised = ""
    var statutory = ""
    var first = ""
    var posts: [PostRow] = []
    var steps: [StepRow] = []
    var junctions: [JunctionRow] = []
    var endings: [EndingRow] = []

    init(_ content: ProcessDraft.Content) {
        let definition = content.definition
        let book = NameBook(definition)
        name = definition.name
        promised = content.promised.written
        statutory = content.statutory.written
        first = book.label(definition.first)
        posts = definition.posts.map { PostRow(id: $0.id.text, name: $0.name, kind: $0.kind.rawValue) }
        steps = definition.steps.map { StepRow($0, book) }
        junctions = definition.junctions.map {
            JunctionRow(id: $0.id.text, rule: PartText.text($0.rule), next: book.label($0.next))
        }
        endings = definition.endings.map { EndingRow(id: $0.id.text, was: book.label($0.id), name: $0.name) }
    }

    // MARK: What a button of the table does

    /// Adds, takes away or moves a row, as `add:3`, `remove:3`, `up:3` or `down:3` say; anything else changes nothing.
    mutating func apply(_ act: String) {
        let parts = act.split(separator: ":")
        guard parts.count == 2, let index = Int(parts[1]) else { return }
        switch parts[0] {
        case "add" where (0...steps.count).contains(index) && steps.count < DesignTable.greatestRows:
            steps.insert(StepRow(id: fresh("s"), post: posts.first?.id ?? ""), at: index)
        case "remove" where steps.indices.contains(index): steps.remove(at: index)
        case "up" where steps.indices.contains(index) && index > 0: steps.swapAt(index, index - 1)
        case "down" where steps.indices.contains(index + 1): steps.swapAt(index, index + 1)
        default: return
        }
    }

    /// Returns a key that nothing in the table bears.
    func fresh(_ letter: String) -> String {
        let taken = Set(steps.map(\.id) + junctions.map(\.id) + endings.map(\.id) + posts.map(\.id))
        return (1...).lazy.map { "\(letter)\($0)" }.first { !taken.contains($0) } ?? letter
    }
}

extension DesignTable.StepRow {
    fileprivate init(_ step: Step, _ book: NameBook) {
        id = step.id.text
        was = book.label(step.id)
        name = step.name
        kind = step.kind.rawValue
        post = step.post.text
        limit = step.limit.map { $0.period.written } ?? ""
        source = step.limit?.source.description ?? ""
        officers = String(step.officers)
        documents = PartText.text(step.documents)
        requirements = step.requirements.joined(separator: "\n")
        differsFrom = book.text(step.differsFrom)
        earliest = step.earliest.map { $0.period.written } ?? ""
        earliestSource = step.earliest?.source.description ?? ""
        excludedBy = step.excludedBy?.description ?? ""
        countersign = PartText.text(step.countersign)
        outcomes = step.outcomes.map { outcome in
            DesignTable.OutcomeRow(
                id: outcome.id.text,
                name: outcome.name,
                effect: outcome.effect?.rawValue ?? "",
                next: book.text(outcome.next),
                documents: PartText.text(outcome.documents)
            )
        }
    }
}
