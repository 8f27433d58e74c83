import Documents
import Kernel
import Processes

/// The external charts as files, drawn once each: a published version never changes, and anybody may ask for it.
actor ChartFiles {
    private struct Key: Hashable {
        let process: String
        let form: DocumentRenderer.PictureForm
    }

    private static let mostKept = 64
    private static let width = 620

    // Its own, so that no visitor keeps official documents waiting.
    private let renderer = DocumentRenderer()
    private var files: [Key: [UInt8]] = [:]

    func file(_ process: ProcessDefinition, _ form: DocumentRenderer.PictureForm) async throws -> [UInt8] {
        let key = Key(process: PublishedProcess.key(id: process.id.text, version: process.version), form: form)
        if let known = files[key] { return known }
        let picture = ProcessChart(process, for: .external).picture(width: ChartFiles.width)
        let bytes = try await renderer.render(picture, as: form)
        if files.count >= ChartFiles.mostKept { files.removeAll() }
        files[key] = bytes
        return bytes
    }
}
