import Interchange

/// A part kept of a foreign file, read again before it is written out: what is not one element of XML goes nowhere.
struct KeptMarkup {
    let part: KeptPart
    private let element: MarkupElement

    init?(_ part: KeptPart) {
        let root = try? MarkupElement.root(of: MarkupReader(Array(part.text.utf8)))
        guard let root else { return nil }
        self.part = part
        element = root
    }

    /// Its element, as it came.
    var text: String { part.text }

    /// Its attributes with their namespaces, each after a space.
    var attributes: String {
        var text = ""
        for (prefix, namespace) in element.scope.sorted(by: { $0.key < $1.key }) where KeptMarkup.isFree(prefix) {
            text += " xmlns:\(prefix)=\"\(XMLText.escape(namespace))\""
        }
        for attribute in element.attributes {
            let prefix = element.scope.filter { $0.value == attribute.name.namespace && KeptMarkup.isFree($0.key) }.keys
                .min()
            guard let prefix else { continue }
            text += " \(prefix):\(attribute.name.local)=\"\(XMLText.escape(attribute.value))\""
        }
        return text
    }

    /// Whether a prefix may be bound in a tag of the export: not one that the export itself writes.
    static func isFree(_ prefix: String) -> Bool {
        !["", "bpmn", "bpmndi", "dc", "di", "xsi", "hj", "xml"].contains(prefix)
    }
}

/// The parts that go back to their places in a file.
struct KeptParts {
    private var parts: [Step.ID?: [KeptMarkup]] = [:]

    init(_ definition: ProcessDefinition) {
        for part in definition.returnedParts {
            if let markup = KeptMarkup(part) { parts[part.at, default: []].append(markup) }
        }
    }

    func attributes(at step: Step.ID?) -> [KeptMarkup] { of(step, .attributes) }
    func documentation(at step: Step.ID?) -> [KeptMarkup] { of(step, .documentation) }
    func extensions(at step: Step.ID?) -> [KeptMarkup] { of(step, .extensions) }

    private func of(_ step: Step.ID?, _ place: KeptPart.Place) -> [KeptMarkup] {
        (parts[step] ?? []).filter { $0.part.place == place }
    }
}

extension ProcessDefinition {
    /// What the export gives back in its place, in order; the rest travels in the definition only.
    var returnedParts: [KeptPart] {
        guard let kept else { return [] }
        let ids = Set(names.keys)
        return kept.filter { part in
            part.place != .elements && part.outcome == nil && part.at.map(ids.contains) ?? true
        }
    }
}
