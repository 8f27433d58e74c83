package import Kernel
import Processes

/// An agency's own words in a document: how it begins, and what is added before seal and day (文书用语).
///
/// Fields, rights, remedies, number, seal, day and check code stand in every document by themselves; no wording takes them out.
package struct DocumentWording: Hashable, Sendable, Codable {
    /// How it begins; empty for as it is shipped.
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

    /// Returns why it cannot be used for a document; `nil` when it can.
    ///
    /// It must keep every article and choice that the shipped beginning names in braces, and may name no others but articles.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 4, 59 (the basis in law is named); 国办发〔2018〕118号 part 3.
    package func fault(for document: WordedDocument) -> WordingFault? {
        for text in [opening, closing] where text.count > DocumentWording.longest {
            return .tooLong(limit: DocumentWording.longest, found: text.count)
        }
        if opening.isEmpty, closing.isEmpty { return .empty }
        if !opening.isEmpty, document.opening.isEmpty { return .noOpening(document.name) }
        let shipped = DocumentWording.places(in: document.opening) ?? []
        guard let opened = DocumentWording.places(in: opening), let closed = DocumentWording.places(in: closing) else {
            return .brace
        }
        if !opening.isEmpty, let lost = shipped.first(where: { !opened.contains($0) }) { return .lost(lost) }
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
    /// What the shipped beginning names in braces is gone.
    case lost(String)
    /// What stands in braces is neither declared nor an article.
    case unknown(String)
    case unchanged
    case reasonMissing
    case notDrafted
    /// Who acts now wrote the draft.
    case samePerson(String)
    case notAnOfficer
    case dayTooEarly(found: Day, earliest: Day)
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
