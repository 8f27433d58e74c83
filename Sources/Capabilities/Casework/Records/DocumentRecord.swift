package import EventLog
package import Kernel
package import Processes

/// What an officer wrote into one document's form.
package struct DocumentRecord: Hashable, Sendable, Codable {
    /// The document's name, as the step lists it.
    package let document: String
    package let entries: [DocumentEntry]

    package init(document: String, entries: [DocumentEntry]) {
        self.document = document
        self.entries = entries
    }

    /// Returns the text of a field; empty when it was left out.
    package func text(_ key: String) -> String { entries.first { $0.key == key }?.text ?? "" }
}

/// One field of a document as it was filled in; label and all, for the form may change and the document may not.
package struct DocumentEntry: Hashable, Sendable, Codable {
    package let key: String
    package let label: String
    package let text: String
    /// The lines of a table; `nil` for a field that is none.
    package let rows: [[String]]?

    package init(key: String, label: String, text: String, rows: [[String]]? = nil) {
        self.key = key
        self.label = label
        self.text = text
        self.rows = rows
    }
}

/// The papers of a step were written, before it counts as done.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 47; 国办发〔2018〕118号 part 3 (全过程记录).
package struct DocumentsWritten: EventPayload {
    package static let type = "CaseFile.DocumentsWritten"
    package let step: Step.ID
    package let documents: Personal<[DocumentRecord]>
}

/// A paper in the file, with the step and the day it belongs to.
package struct WrittenDocument: Hashable, Sendable {
    package let step: Step.ID
    package let at: Instant
    package let record: DocumentRecord
}
