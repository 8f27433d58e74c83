package import BlobStore

/// What was brought for one point of a notice of correction.
package struct CorrectionAnswer: Hashable, Sendable {
    /// The answer as it should be, where the point is about one and not about a material.
    package let text: String?
    package let files: [Attachment]
    package let isOnPaper: Bool

    package init(text: String? = nil, files: [Attachment] = [], isOnPaper: Bool = false) {
        self.text = text
        self.files = files
        self.isOnPaper = isOnPaper
    }
}

extension Submission {
    /// Returns the answer that a point is about; `nil` for one about a material.
    package func answer(asked point: CorrectionPoint) -> FormAnswer? {
        answers.first { $0.field == point.material || $0.label == point.material }
    }

    /// The whole submission with the corrections in it: what is new takes the place of what was faulty, and joins what
    /// was missing.
    ///
    /// `given` stands in the order of the notice's points.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    package func corrected(after notice: CorrectionNotice, by given: [CorrectionAnswer]) -> Submission {
        var (answers, materials) = (answers, materials)
        for (point, brought) in zip(notice.points, given) {
            if let old = answer(asked: point), let index = answers.firstIndex(of: old), let text = brought.text {
                answers[index] = FormAnswer(field: old.field, label: old.label, value: text)
                continue
            }
            guard !brought.files.isEmpty || brought.isOnPaper else { continue }
            let index = materials.firstIndex { $0.material == point.material }
            let kept = point.kind == .missing ? index.map { materials[$0] } : nil
            let corrected = SubmittedMaterial(
                material: point.material,
                attachments: (kept?.attachments ?? []) + brought.files,
                isOnPaper: brought.isOnPaper ? true : kept?.isOnPaper
            )
            if let index { materials[index] = corrected } else { materials.append(corrected) }
        }
        return Submission(answers: answers, materials: materials)
    }
}
