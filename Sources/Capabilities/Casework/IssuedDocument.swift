package import EventLog
package import Kernel

/// An official document of a case, as issued: its bytes lie in the blob store, its digest in the log.
package struct IssuedDocument: Hashable, Sendable {
    /// As `准予行政许可决定书`.
    package let name: String
    package let number: String
    package let issuedOn: Day
    /// `nil` once erased.
    package let file: Attachment?
}

/// A document was made from the case's facts and kept.
package struct DocumentIssued: EventPayload {
    package static let type = "CaseFile.DocumentIssued"
    package let name: Open<String>
    package let number: Open<String>
    package let issuedOn: Open<Day>
    /// The salted digest of the file, so that anyone who holds it can compare.
    package let digest: Open<String>
    package let file: Personal<Attachment>

    var document: IssuedDocument {
        IssuedDocument(name: name.value, number: number.value, issuedOn: issuedOn.value, file: file.value)
    }
}
