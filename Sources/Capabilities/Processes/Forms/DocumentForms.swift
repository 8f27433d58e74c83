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
            files.flatMap { file in
                try JSONDecoder().decode([DocumentForm].self, from: Data(Definitions.bytes("documents/\(file).json")))
            }
        )
    }

    private static let files = [
        "record", "hearing", "penalty", "review", "coercion", "inspection", "levy", "benefit", "application",
        "adjudication", "requisition", "occasion",
    ]

    package init(_ forms: [DocumentForm]) {
        let named = Dictionary(forms.map { ($0.name, $0) }) { first, _ in first }
        self.forms = named
        count = forms.count
        names = named.keys.sorted()
        all = names.compactMap { named[$0] }
        occasions = all.filter { $0.occasion != nil }
    }

    /// How many were given; more than there are names when two bear one name.
    package let count: Int

    package let names: [String]

    /// By name.
    package let all: [DocumentForm]

    /// Those that may be written along with steps that list them not; every act asks for them.
    private let occasions: [DocumentForm]

    /// Returns the form of a document; `nil` for one that facts of the log fill in by themselves.
    package func form(of document: StepDocument) -> DocumentForm? {
        let shipped = forms[document.name]
        guard let fields = document.fields else { return shipped }
        let own = DocumentForm(name: document.name, isForParty: document.isForParty, fields: fields)
        return shipped?.with(fields) ?? own
    }

    /// Returns the forms to fill in when `step` ends with `outcome`, those of the step first.
    ///
    /// The fields cite the articles of `category`; without one, those of the shipped data.
    package func forms(
        of step: Step,
        ending outcome: StepOutcome,
        in category: ProcessDefinition.Category? = nil
    ) -> [DocumentForm] {
        let found = (step.documents + outcome.documents).compactMap(form)
        guard let category else { return found }
        return found.map { $0.cited(in: category) }
    }

    /// Returns the forms of papers that may be written along with a step though it lists them not.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 28, 56, 72; Administrative Coercion Law (行政强制法) art. 30–33,
    ///   39, 40, 44, 51, 55.
    package func occasional(
        at step: Step,
        ending outcome: StepOutcome,
        in category: ProcessDefinition.Category
    ) -> [DocumentForm] {
        let listed = Set((step.documents + outcome.documents).map(\.name))
        return occasions.filter { form in
            guard let occasion = form.occasion, !listed.contains(form.name) else { return false }
            return occasion.categories.contains(category) && occasion.kinds.contains(step.kind)
        }.map { $0.cited(in: category) }
    }

    /// Returns the forms to fill in when `step` sends the case back: what a legal review found is put down also when it
    /// does not pass.
    ///
    /// - Source: 国办发〔2018〕118号 part 4 (审核意见, in writing, either way); Administrative Penalty Law (行政处罚法) art. 58.
    package func forms(returning step: Step, in category: ProcessDefinition.Category) -> [DocumentForm] {
        guard step.kind == .legalReview else { return [] }
        return step.documents.compactMap(form).map { $0.cited(in: category) }
    }
}
