import Interchange
import Kernel
import WorkflowEngine

/// How elements of a file are called in the definition: as in the file, or as before if the file is ours.
struct BPMNNames {
    /// Whether the file carries a definition of ours.
    let isOwn: Bool
    private let taken: Set<String>

    init(_ process: BPMNProcess, isOwn: Bool) {
        self.isOwn = isOwn
        taken = Set(process.nodes.map(\.id))
    }

    /// Returns the name of what stands for an element, or for what is added beside it.
    func id(of element: String, _ suffix: String? = nil) -> Step.ID {
        let own = isOwn ? BPMNNames.decoded(element) ?? element : element
        guard let suffix else { return Step.ID(own) }
        var id = "\(own)-\(suffix)"
        while taken.contains(id) { id += "-" }
        return Step.ID(id)
    }

    /// Reads back what `BPMNGraph.id(of:)` writes for a step; `nil` for any other name.
    static func decoded(_ name: String) -> String? {
        guard name.hasPrefix("_n.2d.") else { return nil }
        var text = ""
        let parts = name.dropFirst(6).split(separator: ".", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                text += part
            } else {
                guard let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
                text.unicodeScalars.append(scalar)
            }
        }
        return parts.count.isMultiple(of: 2) ? nil : text
    }
}
