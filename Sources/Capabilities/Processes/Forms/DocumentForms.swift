import Definitions
import Foundation

/// The forms of the documents that ready processes name; their JSON stands in `Definitions/documents`.
package struct DocumentForms: Sendable {
    private let forms: [String: DocumentForm]

    /// Returns the forms the program is shipped with, read once.
    ///
    /// - Throws: `DefinitionMissing`, or `DecodingError` when the data is not of the form this code reads.
    package static func shipped() throws -> DocumentForms { try read.get() }

    private static let read = Result {
        try DocumentForms(
            JSONDecoder().decode([DocumentForm].self, from: Data(Definitions.bytes("documents/forms.json")))
        )
    }

    package init(_ forms: [DocumentForm]) {
        self.forms = Dictionary(forms.map { ($0.name, $0) }) { first, _ in first }
    }

    package var names: [String] { forms.keys.sorted() }

    /// Returns the form of a document; `nil` for one that facts of the log fill in by themselves.
    package func form(of document: StepDocument) -> DocumentForm? {
        if let fields = document.fields {
            return DocumentForm(
                name: document.name,
                word: forms[document.name]?.word,
                isForParty: document.isForParty,
                fields: fields
            )
        }
        return forms[document.name]
    }

    /// Returns the forms to fill in when `step` ends with `outcome`, those of the step first.
    package func forms(of step: Step, ending outcome: StepOutcome) -> [DocumentForm] {
        (step.documents + outcome.documents).compactMap(form)
    }
}
