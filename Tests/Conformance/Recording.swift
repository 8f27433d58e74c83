import Foundation
import Testing

/// Files that hold what must not change; `RECORD=1` writes them, and a run that writes fails.
enum Recording {
    /// Compares `text` with a file, or records it; what must never change is recorded only where there is no file.
    static func expect(
        _ text: String,
        at file: URL,
        isReplaced: Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        if isRecording, isReplaced || !FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
            return
        }
        let kept = try? String(contentsOf: file, encoding: .utf8)
        #expect(kept == text, "\(file.lastPathComponent) differs or is missing", sourceLocation: sourceLocation)
    }

    /// The folder of the conformance tests.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
}
