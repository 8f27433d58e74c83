package import BlobStore
package import EventLog
package import Kernel

/// An official document of a case, as issued: its bytes lie in the blob store, its digest in the log.
package struct IssuedDocument: Hashable, Sendable {
    /// As `准予行政许可决定书`.
    package let name: String
    /// Empty for a paper that stays in the file.
    package let number: String
    package let issuedOn: Day
    /// `nil` once erased.
    package let file: Attachment?
    /// Whether the party may see it; what officers write for each other stays in the file.
    package let isForParty: Bool
    /// Which version of a division's own words it was made with, as `催告书@511602000000@2`; `nil` for as shipped.
    package let template: String?
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
    /// Set where the document is not for the party; absent from what was recorded before there were such papers.
    package let isOfTheFile: Bool?
    /// The version of a division's own words; absent where the document says what is shipped.
    package let template: String?

    package init(
        name: Open<String>,
        number: Open<String>,
        issuedOn: Open<Day>,
        digest: Open<String>,
        file: Personal<Attachment>,
        isOfTheFile: Bool? = nil,
        template: String? = nil
    ) {
        self.name = name
        self.number = number
        self.issuedOn = issuedOn
        self.digest = digest
        self.file = file
        self.isOfTheFile = isOfTheFile
        self.template = template
    }

    var document: IssuedDocument {
        IssuedDocument(
            name: name.value,
            number: number.value,
            issuedOn: issuedOn.value,
            file: file.value,
            isForParty: isOfTheFile != true,
            template: template
        )
    }
}
