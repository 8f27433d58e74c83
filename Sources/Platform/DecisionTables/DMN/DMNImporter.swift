import Interchange

/// Goes through the elements of a DMN file and gathers tables and what it passes by.
struct DMNImporter {
    private let root: MarkupElement
    private(set) var remarks: [DMNFile.Remark] = []
    /// Types the file defines, by name.
    private var types: [String: (type: FEELType, allowed: String?)] = [:]
    /// The types of inputs and decisions, by the name of their variable.
    private var variables: [String: String] = [:]

    init(_ root: MarkupElement) {
        self.root = root
        for item in children(of: root, "itemDefinition") {
            guard let name = item["name"], let base = child(of: item, "typeRef")?.text.trimmed,
                let type = FEELType(dmn: base)
            else { continue }
            types[name] = (type, child(of: item, "allowedValues").flatMap { text(in: $0) })
        }
        for element in children(of: root, "inputData") + children(of: root, "decision") {
            let variable = child(of: element, "variable")
            guard let name = variable?["name"] ?? element["name"], let type = variable?["typeRef"] else { continue }
            variables[name] = type
        }
    }

    mutating func tables() -> [DecisionTable] {
        noteLanguage(root)
        var tables: [DecisionTable] = []
        for element in root.children {
            switch element.name.local {
            case "inputData", "itemDefinition", "description": break
            case "decision":
                if let table = child(of: element, "decisionTable") {
                    note(
                        unread: element,
                        knowing: [
                            "variable", "informationRequirement", "decisionTable", "description", "question",
                            "allowedAnswers",
                        ]
                    )
                    tables.append(self.table(table, of: element))
                } else {
                    note(element, .noTable(element["name"] ?? element["id"] ?? ""))
                }
            default: note(element, .unread(element.name.local))
            }
        }
        return tables
    }

    private mutating func table(_ element: MarkupElement, of decision: MarkupElement) -> DecisionTable {
        note(unread: element, knowing: ["input", "output", "rule", "annotation", "description"])
        noteLanguage(element)
        let rows = children(of: element, "rule").map { rule($0) }
        let policy = HitPolicy(dmn: element["hitPolicy"], aggregation: element["aggregation"])
        if policy == nil { note(element, .unknownHitPolicy(element["hitPolicy"] ?? "")) }
        let inputs = children(of: element, "input").enumerated().map { place, input in
            self.input(input, place, cells: rows.map { $0.when.indices.contains(place) ? $0.when[place] : "" })
        }
        let variable = child(of: decision, "variable")
        let outputs = children(of: element, "output").enumerated().map { place, output in
            let cells = rows.map { $0.then.indices.contains(place) ? $0.then[place] : "" }
            return self.output(output, of: decision, variable, cells: cells)
        }
        return DecisionTable(
            id: decision["id"] ?? decision["name"] ?? "",
            name: decision["name"] ?? decision["id"] ?? "",
            hitPolicy: policy ?? .unique,
            inputs: inputs,
            outputs: outputs,
            rules: rows
        )
    }

    private mutating func rule(_ element: MarkupElement) -> DecisionTable.Rule {
        note(unread: element, knowing: ["inputEntry", "outputEntry", "annotationEntry", "description"])
        let notes =
            ([child(of: element, "description")].compactMap(\.self).map { $0.text.trimmed }
            + children(of: element, "annotationEntry").compactMap(text)).filter { !$0.isEmpty }
        let entries = children(of: element, "inputEntry") + children(of: element, "outputEntry")
        for entry in entries { noteLanguage(entry) }
        return DecisionTable.Rule(
            // Other programs leave a cell empty that stands for every value.
            when: children(of: element, "inputEntry").map { text(in: $0) ?? "-" },
            then: children(of: element, "outputEntry").map { text(in: $0) ?? "null" },
            note: notes.isEmpty ? nil : notes.joined(separator: "；")
        )
    }

    private mutating func input(_ element: MarkupElement, _ place: Int, cells: [String]) -> DecisionTable.Input {
        let expression = child(of: element, "inputExpression")
        if let expression { noteLanguage(expression) }
        let text = expression.flatMap { self.text(in: $0) }
        let label = element["label"] ?? text ?? ""
        let isName = text.map { (try? FEELExpression.reading($0))?.expression == .fact(0) } ?? false
        let name = isName ? text ?? "" : label.isEmpty ? "input \(place + 1)" : label
        let written = expression?["typeRef"] ?? text.flatMap { variables[$0] }
        let found = type(written, at: element, cells: cells) { cell in
            FEELType.allCases.first { (try? UnaryTests(cell, type: $0)) != nil && cell != "-" }
        }
        return DecisionTable.Input(
            name: name,
            label: label.isEmpty ? name : label,
            type: found.type,
            expression: isName ? nil : text,
            allowed: child(of: element, "inputValues").flatMap { self.text(in: $0) } ?? found.allowed
        )
    }

    private mutating func output(
        _ element: MarkupElement,
        of decision: MarkupElement,
        _ variable: MarkupElement?,
        cells: [String]
    ) -> DecisionTable.Output {
        let name = element["name"] ?? variable?["name"] ?? decision["name"] ?? decision["id"] ?? ""
        let found = type(element["typeRef"] ?? variable?["typeRef"], at: element, cells: cells) { cell in
            (try? FEELExpression.reading(cell))?.expression.constant?.type
        }
        return DecisionTable.Output(
            name: name,
            label: element["label"] ?? name,
            type: found.type,
            allowed: child(of: element, "outputValues").flatMap { text(in: $0) } ?? found.allowed,
            otherwise: child(of: element, "defaultOutputEntry").flatMap { text(in: $0) }
        )
    }

    /// The type named, or the one the cells have; words where neither says anything.
    private mutating func type(
        _ written: String?,
        at element: MarkupElement,
        cells: [String],
        _ guess: (String) -> FEELType?
    ) -> (type: FEELType, allowed: String?) {
        if let written {
            if let defined = types[written] { return defined }
            if let type = FEELType(dmn: written) { return (type, nil) }
            note(element, .unknownType(written))
        }
        return (cells.lazy.compactMap(guess).first ?? .string, nil)
    }

    // MARK: - Elements

    private func children(of element: MarkupElement, _ local: String) -> [MarkupElement] {
        element.children.filter { $0.name == MarkupName(root.name.namespace, local) }
    }

    private func child(of element: MarkupElement, _ local: String) -> MarkupElement? {
        children(of: element, local).first
    }

    /// What stands in the `text` of an entry; `nil` when nothing does.
    private func text(in element: MarkupElement) -> String? {
        let text = child(of: element, "text")?.text.trimmed ?? ""
        return text.isEmpty ? nil : text
    }

    private mutating func note(_ element: MarkupElement, _ kind: DMNFile.Remark.Kind) {
        remarks.append(DMNFile.Remark(line: element.line, kind))
    }

    private mutating func note(unread element: MarkupElement, knowing known: Set<String>) {
        for child in element.children
        where !known.contains(child.name.local) || child.name.namespace != root.name.namespace {
            note(child, .unread(child.name.local))
        }
    }

    private mutating func noteLanguage(_ element: MarkupElement) {
        guard let language = element["expressionLanguage"], !language.lowercased().contains("feel") else { return }
        note(element, .foreignLanguage(language))
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
