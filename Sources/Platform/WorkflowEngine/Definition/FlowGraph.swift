/// A process as a graph of nodes: what is stored, compared and checked.
///
/// The JSON form carries `form`, the version of the form itself, so that older definitions stay readable.
package struct FlowGraph: Hashable, Sendable {
    /// The version of the JSON form that this code writes.
    package static let form = 1

    package let nodes: [FlowNode]

    package init(_ nodes: [FlowNode]) {
        self.nodes = nodes
    }
}

extension FlowGraph: Codable {
    private enum Key: String, CodingKey {
        case form
        case nodes
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let form = try container.decode(Int.self, forKey: .form)
        guard form == FlowGraph.form else {
            throw DecodingError.dataCorruptedError(
                forKey: .form,
                in: container,
                debugDescription: "expected form \(FlowGraph.form), found \(form)"
            )
        }
        nodes = try container.decode([FlowNode].self, forKey: .nodes)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(FlowGraph.form, forKey: .form)
        try container.encode(nodes, forKey: .nodes)
    }
}
