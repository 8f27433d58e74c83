import WebServer

/// The names of the table's fields, and the table as a form sent it.
extension DesignTable {
    static func step(_ index: Int, _ field: String) -> String { "s\(index).\(field)" }

    static func outcome(_ step: Int, _ index: Int, _ field: String) -> String { "s\(step).o\(index).\(field)" }

    static func post(_ index: Int, _ field: String) -> String { "p\(index).\(field)" }

    static func junction(_ index: Int, _ field: String) -> String { "j\(index).\(field)" }

    static func ending(_ index: Int, _ field: String) -> String { "e\(index).\(field)" }

    /// Reads the form; rows are counted from 0 without gaps, empty new ones at the end of each table are left out.
    init(_ form: FormValues) {
        let fields = Dictionary(form.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        func text(_ name: String) -> String {
            // Browsers send line breaks as two characters.
            (fields[name] ?? "").replacing("\r\n", with: "\n")
        }
        func rows<Row>(_ key: (Int) -> String, _ row: (Int) -> Row) -> [Row] {
            (0..<DesignTable.greatestRows).prefix { fields[key($0)] != nil }.map(row)
        }
        name = text("name").trimmingSpaces
        promised = text("promised")
        statutory = text("statutory")
        first = text("first")
        posts = rows({ DesignTable.post($0, "id") }) { index in
            PostRow(
                id: text(DesignTable.post(index, "id")),
                name: text(DesignTable.post(index, "name")).trimmingSpaces,
                kind: text(DesignTable.post(index, "kind"))
            )
        }.filter { !$0.name.isEmpty || !$0.id.isEmpty }
        steps = rows({ DesignTable.step($0, "id") }) { index in
            func cell(_ field: String) -> String { text(DesignTable.step(index, field)) }
            return StepRow(
                id: cell("id"),
                was: cell("was"),
                name: cell("name").trimmingSpaces,
                kind: cell("kind"),
                post: cell("post"),
                limit: cell("limit"),
                source: cell("source"),
                officers: cell("officers"),
                documents: cell("documents"),
                requirements: cell("requirements"),
                differsFrom: cell("differsFrom"),
                earliest: cell("earliest"),
                earliestSource: cell("earliestSource"),
                excludedBy: cell("excludedBy"),
                countersign: cell("countersign"),
                outcomes: rows({ DesignTable.outcome(index, $0, "id") }) { number in
                    func cell(_ field: String) -> String { text(DesignTable.outcome(index, number, field)) }
                    return OutcomeRow(
                        id: cell("id"),
                        name: cell("name").trimmingSpaces,
                        effect: cell("effect"),
                        next: cell("next"),
                        documents: cell("documents")
                    )
                }.filter { !$0.isBlank }
            )
        }
        junctions = rows({ DesignTable.junction($0, "id") }) { index in
            JunctionRow(
                id: text(DesignTable.junction(index, "id")).trimmingSpaces,
                rule: text(DesignTable.junction(index, "rule")),
                next: text(DesignTable.junction(index, "next"))
            )
        }.filter { !$0.id.isEmpty }
        endings = rows({ DesignTable.ending($0, "id") }) { index in
            EndingRow(
                id: text(DesignTable.ending(index, "id")),
                was: text(DesignTable.ending(index, "was")),
                name: text(DesignTable.ending(index, "name")).trimmingSpaces
            )
        }.filter { !$0.name.isEmpty }
        nameNewRows()
    }

    /// Gives keys to rows that the clerk has just begun.
    private mutating func nameNewRows() {
        for index in posts.indices where posts[index].id.isEmpty { posts[index].id = fresh("p") }
        for index in endings.indices where endings[index].id.isEmpty { endings[index].id = fresh("e") }
        for index in steps.indices {
            for number in steps[index].outcomes.indices where steps[index].outcomes[number].id.isEmpty {
                let taken = Set(steps[index].outcomes.map(\.id))
                steps[index].outcomes[number].id =
                    (1...).lazy.map { "o\($0)" }.first { !taken.contains($0) } ?? "o"
            }
        }
    }
}
