/// One process of a file.
package struct ImportedProcess: Sendable {
    /// As the file calls it.
    package let id: String
    package let line: Int
    package let definition: ProcessDefinition
    /// Whether the file carried our definition.
    package let isOwn: Bool
    /// Whether it still draws what that says.
    package let isUnchanged: Bool
    /// In the order of lines.
    package let remarks: [BPMNRemark]

    /// The same process with parts of the file kept beside its own.
    func keeping(_ parts: [KeptPart]) -> ImportedProcess {
        guard !parts.isEmpty else { return self }
        return ImportedProcess(
            id: id,
            line: line,
            definition: definition.keeping((definition.kept ?? []) + parts),
            isOwn: isOwn,
            isUnchanged: isUnchanged,
            remarks: remarks
        )
    }
}
