import Interchange

/// A file of BPMN with its names resolved.
struct BPMNFile {
    let bytes: [UInt8]
    let root: MarkupElement
    private let elements: [String: MarkupElement]

    static let namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    static let diagram = "http://www.omg.org/spec/BPMN/20100524/DI"

    init(_ file: [UInt8], limits: MarkupLimits) throws(BPMNFault) {
        do {
            let reader = try MarkupReader(file, limits: limits)
            bytes = reader.bytes
            root = try MarkupElement.root(of: reader)
        } catch {
            throw BPMNFault(line: error.line, .markup(error.reason))
        }
        guard root.isBPMN("definitions") else {
            throw BPMNFault(line: root.line, .notBPMN(root: root.name.local))
        }
        var elements: [String: MarkupElement] = [:]
        try BPMNFile.index(root, &elements)
        self.elements = elements
    }

    /// Identifiers are unique among the elements of BPMN; what vendors put into theirs is their matter.
    private static func index(
        _ element: MarkupElement,
        _ elements: inout [String: MarkupElement]
    ) throws(BPMNFault) {
        if let id = element["id"] {
            if let first = elements[id] {
                throw BPMNFault(line: element.line, .duplicateID(id, first: first.line))
            }
            elements[id] = element
        }
        for child in element.children where child.isBPMN && !child.isBPMN("extensionElements") {
            try index(child, &elements)
        }
    }

    func element(of id: String) -> MarkupElement? { elements[id] }

    /// The name of the message, signal or other thing referred to.
    func name(of reference: String?) -> String? {
        guard let reference, let element = elements[reference.withoutPrefix] else { return nil }
        return element["name"] ?? element["id"]
    }

    /// The program that wrote it, as it says itself or as its namespaces tell.
    var program: String? {
        let known = [
            ("http://camunda.org/schema/zeebe/1.0", "Camunda 8"), ("http://camunda.org/schema/1.0/bpmn", "Camunda 7"),
            ("http://flowable.org/bpmn", "Flowable"), ("http://activiti.org/bpmn", "Activiti"),
            ("http://www.jboss.org/drools", "jBPM"), ("http://www.signavio.com", "Signavio"),
        ]
        let namespaces = Set(root.scope.values)
        if let vendor = known.first(where: { namespaces.contains($0.0) }) { return vendor.1 }
        let words = [root["exporter"], root["exporterVersion"]].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension MarkupElement {
    var isBPMN: Bool { name.namespace == BPMNFile.namespace }

    func isBPMN(_ local: String) -> Bool { name.local == local && isBPMN }
}

extension String {
    /// A reference as `tns:Process_1` without the prefix that only says where it is defined.
    var withoutPrefix: String { split(separator: ":").last.map(String.init) ?? self }
}
