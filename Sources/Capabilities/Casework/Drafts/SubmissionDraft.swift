package import BlobStore
import Kernel

/// An application that is being written and has not been handed in: no act yet, so not in the log.
package struct SubmissionDraft: Hashable, Sendable, Codable {
    /// Unguessable; whoever has it continues the draft.
    package let id: String
    package let item: String
    /// Raw answers by field key, as typed.
    package var answers: [String: String]
    /// Files by the material's name.
    package var files: [String: [Attachment]]
    /// How often it was changed; `nil` before the first time.
    package internal(set) var version: Int?

    package init(id: String, item: String, answers: [String: String] = [:], files: [String: [Attachment]] = [:]) {
        self.id = id
        self.item = item
        self.answers = answers
        self.files = files
    }
}
