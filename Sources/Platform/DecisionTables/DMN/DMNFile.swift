package import Interchange

/// The tables of a DMN file, and what of the file they do not hold.
package struct DMNFile: Sendable {
    /// Something that was read past, with its line.
    package struct Remark: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// An element that no table holds: a diagram, a knowledge model, an extension; its name.
            case unread(String)
            /// A decision that is no table; its name.
            case noTable(String)
            /// Cells in another language than FEEL.
            case foreignLanguage(String)
            /// A type that is none of FEEL and not defined in the file; taken from the cells.
            case unknownType(String)
            case unknownHitPolicy(String)
        }

        package let line: Int
        package let kind: Kind

        package init(line: Int, _ kind: Kind) {
            self.line = line
            self.kind = kind
        }
    }

    /// Why a file is none.
    package enum Fault: Error, Hashable, Sendable {
        case markup(MarkupFault)
        /// Not DMN of a release that is known; the name and namespace of the outermost element.
        case foreignRoot(String, namespace: String)
    }

    package let version: DMNVersion
    package let name: String
    package let tables: [DecisionTable]
    package let remarks: [Remark]

    /// Reads a file of DMN 1.1 to 1.5.
    ///
    /// - Throws: `Fault`. A table with faults in its cells is read; `DecisionTable.check` tells them.
    package init(_ bytes: [UInt8]) throws(Fault) {
        let root: MarkupElement
        do {
            root = try MarkupElement.root(of: MarkupReader(bytes))
        } catch {
            throw .markup(error)
        }
        guard root.name.local == "definitions", let version = DMNVersion(rawValue: root.name.namespace) else {
            throw .foreignRoot(root.name.local, namespace: root.name.namespace)
        }
        var importer = DMNImporter(root)
        tables = importer.tables()
        remarks = importer.remarks.sorted { $0.line < $1.line }
        self.version = version
        name = root["name"] ?? ""
    }
}
