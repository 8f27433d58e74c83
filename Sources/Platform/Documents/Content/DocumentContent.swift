package import Kernel

/// A document before it is set: what stands on the paper, in order.
package struct DocumentContent: Hashable, Sendable {
    /// What a reader's window shows as title; it must hold no personal data, since it is not masked with the text.
    package let metadataTitle: String
    /// When the document was made; part of the file, so the same content gives the same bytes.
    package let created: Instant
    package let blocks: [DocumentBlock]

    package init(metadataTitle: String, created: Instant, blocks: [DocumentBlock]) {
        self.metadataTitle = metadataTitle
        self.created = created
        self.blocks = blocks
    }
}

/// One part of a document.
package enum DocumentBlock: Hashable, Sendable {
    case letterhead(Letterhead)
    case title(String)
    /// Flush left, with its colon.
    case addressee(String)
    /// A section's name, in the sans-serif family.
    case heading(String)
    /// Justified, each line feed begins a paragraph, each first line is indented by two characters.
    case paragraph(String)
    /// Numbered from 1.
    case numberedList([String])
    case table(DocumentTable)
    case signature(SignatureBlock)
    /// Stands at the foot of the page.
    case code(payload: String, caption: String)
}
