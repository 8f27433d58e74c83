package import Kernel
import Processes

/// An agency's own words in a document: before how it begins, and before seal and day (文书用语).
///
/// The shipped beginning, fields, rights, remedies, number, seal, day and check code stand in every document by themselves; no
/// wording takes them out.
package struct DocumentWording: Hashable, Sendable, Codable {
    /// A paragraph before the shipped beginning; may be empty.
    package let opening: String
    /// A paragraph at the end; may be empty.
    package let closing: String

    package init(opening: String, closing: String) {
        self.opening = opening
        self.closing = closing
    }

    /// What stands in braces for names that differ from case to case.
    package static let names = ["item", "party", "decision"]
    package static let longest = 1_000

    /// Whether it adds nothing: the document says what is shipped.
    package var isEmpty: Bool { opening.isEmpty && closing.isEmpty }

    /// Returns how a document begins: the own words first, and then what is shipped, which no own words replace.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 28.2, 51, 54 (what the party must be told); Administrative Penalty
    ///   Law (行政处罚法) art. 59.
    package static func beginning(_ own: String, _ shipped: String) -> [String] {
        [own, shipped].filter { !$0.isEmpty }
    }

    /// Returns why it cannot be used for a document; `nil` when it can.
    ///
    /// In braces it names what is declared, what the shipped beginning names, and articles. An empty one takes words back, and
    /// can be used only where there are versions of them.
    package func fault(for document: WordedDocument, hasVersions: Bool = false) -> WordingFault? {
        for text in [opening, closing] where text.count > DocumentWording.longest {
            return .tooLong(limit: DocumentWording.longest, found: text.count)
        }
        if isEmpty { return hasVersions ? nil : .empty }
        if !opening.isEmpty, document.opening.isEmpty { return .noOpening(document.name) }
        let shipped = DocumentWording.places(in: document.opening) ?? []
        guard let opened = DocumentWording.places(in: opening), let closed = DocumentWording.places(in: closing) else {
            return .brace
        }
        let known = Set(DocumentWording.names + shipped)
        if let stranger = opened.first(where: { !known.contains($0) && !DocumentWording.isArticle($0) }) {
            return .unknown(stranger)
        }
        let stranger = closed.first { !DocumentWording.names.contains($0) && !DocumentWording.isArticle($0) }
        return stranger.map(WordingFault.unknown)
    }

    /// Returns what stands in braces, in order; `nil` where a brace has no other.
    package static func places(in text: String) -> [String]? {
        var places: [String] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}") else { return nil }
            places.append(String(part[..<end]))
        }
        return text.count { $0 == "}" } == places.count ? places : nil
    }

    private static func isArticle(_ place: String) -> Bool {
        let source = LegalSource(place)
        return !source.law.isEmpty && source.article.first?.isNumber == true
    }
}

/// Why a wording cannot be drafted or put in force.
package enum WordingFault: Hashable, Sendable {
    case noSuchDocument(String)
    case empty
    case tooLong(limit: Int, found: Int)
    /// The document is made of facts, and begins as the law has it.
    case noOpening(String)
    /// A brace without its other.
    case brace
    /// What stands in braces is neither declared nor an article.
    case unknown(String)
    case unchanged
    case reasonMissing
    case notDrafted
    /// Who acts now wrote the draft.
    case samePerson(String)
    case notAnOfficer
    /// The draft was sent back and not written anew.
    case returned
    case dayTooEarly(found: Day, earliest: Day)
    /// So far away that it is likely mistyped.
    case dayTooLate(found: Day, latest: Day)
}

/// A document that leaves the house and may bear an agency's own words.
package struct WordedDocument: Hashable, Sendable {
    package let name: String
    /// How it begins as shipped; empty for one that is made of facts.
    package let opening: String
    /// The labels of what is filled in.
    package let labels: [String]

    /// All there are, by name.
    ///
    /// - Throws: what reading the shipped definitions throws.
    package static func all() throws -> [WordedDocument] {
        let forms = try DocumentForms.shipped().all.filter { $0.word != nil }.map { form in
            WordedDocument(name: form.name, opening: form.opening, labels: form.fields.map(\.label))
        }
        let decisions = try ProcessTemplate.allCases.flatMap { template in
            try template.definition().steps.flatMap(\.outcomes).filter { $0.effect?.decides == true }
                .compactMap(\.documents.first?.name)
        }
        let named = Set(forms.map(\.name))
        return forms
            + Set(decisions).subtracting(named).sorted().map { WordedDocument(name: $0, opening: "", labels: []) }
    }

    package static func named(_ name: String) throws -> WordedDocument? { try all().first { $0.name == name } }
}
