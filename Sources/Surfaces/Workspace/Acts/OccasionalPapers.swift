import Casework
import HTML
import Processes

/// The papers that the law foresees where a case calls for them, folded away below those a step asks for.
struct OccasionalPapers: Component {
    let forms: [DocumentForm]
    /// How many papers stand before them in the form.
    let after: Int
    let values: ActValues

    var body: any HTML {
        details(.cssClass("tools"), .open(forms.indices.contains(where: isBegun))) {
            summary { "其他文书：\(forms.map { "《\($0.name)》" }.joined())" }
            p(.cssClass("hint")) { "办案需要的填写；写了其中一项的，应填写完整，随本环节制作。" }
            for (place, form) in forms.enumerated() {
                PaperFields(form: form.asOffer, place: after + place, values: values)
            }
        }
    }

    private func isBegun(_ place: Int) -> Bool {
        forms[place].fields.contains { !values.text(PaperFields.name(after + place, $0.key)).isEmpty }
    }
}

extension DocumentForm {
    /// The form with nothing marked as required: left empty as a whole, it is not written.
    fileprivate var asOffer: DocumentForm {
        DocumentForm(
            name: name,
            fields: fields.map { field in
                DocumentField(
                    field.key,
                    field.label,
                    kind: field.kind,
                    isRequired: false,
                    hint: field.hint,
                    source: field.source,
                    choices: field.choices,
                    columns: field.columns,
                    atLeast: field.atLeast
                )
            }
        )
    }
}

extension DocumentRecord {
    /// Whether somebody wrote anything into it; a list that stands at its first choice is no answer.
    func isBegun(by form: DocumentForm) -> Bool {
        entries.contains { entry in
            let isChoice = form.fields.contains { $0.key == entry.key && $0.kind == .choice }
            return !isChoice && (!entry.text.isEmpty || (entry.rows ?? []).joined().contains { !$0.isEmpty })
        }
    }
}
