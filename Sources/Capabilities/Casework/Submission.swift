package import BlobStore

/// What an applicant hands in: the answers to the item's form and the files for each material.
///
/// About people, so it lives in the personal section of the applicant's subject only.
package struct Submission: Hashable, Sendable, Codable {
    package let answers: [FormAnswer]
    package let materials: [SubmittedMaterial]

    package init(answers: [FormAnswer], materials: [SubmittedMaterial]) {
        self.answers = answers
        self.materials = materials
    }
}

package struct FormAnswer: Hashable, Sendable, Codable {
    /// The field's key in the item's form.
    package let field: String
    package let label: String
    package let value: String

    package init(field: String, label: String, value: String) {
        self.field = field
        self.label = label
        self.value = value
    }
}

package struct SubmittedMaterial: Hashable, Sendable, Codable {
    /// The material's name in the item version.
    package let material: String
    package let attachments: [Attachment]
    /// Whether the window took it on paper and keeps it; `nil` for no.
    package let isOnPaper: Bool?

    package init(material: String, attachments: [Attachment], isOnPaper: Bool? = nil) {
        self.material = material
        self.attachments = attachments
        self.isOnPaper = isOnPaper
    }

    /// Whether anything was handed in under this name.
    package var isGiven: Bool { !attachments.isEmpty || isOnPaper == true }
}
