package import Documents
import Kernel

extension MonthlyScores {
    /// Returns the bulletin of frozen scores, set from the log whenever it is asked for; `nil` before the audit.
    ///
    /// Agencies and items only: how single officers stood is not told to everybody.
    ///
    /// - Source: GB/T 9704-2012 §10.1 (letter form).
    package func bulletin(issuer: String, isDemonstration: Bool) -> DocumentContent? {
        guard case .frozen(let day) = status, let draft else { return nil }
        let demonstration: [DocumentBlock] =
            isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        let upheld = objections.count { $0.answer?.isUpheld ?? false }
        return DocumentContent(
            metadataTitle: "\(draft.month.chinese)行政权力运行效能评估通报",
            created: Instant(day),
            blocks: [
                .letterhead(Letterhead(form: .letter, name: "\(issuer)行政权力运行监察", number: nil)),
                .title("\(draft.month.chinese)行政权力运行效能评估通报"),
            ] + demonstration + [
                .paragraph(
                    "按“\(draft.scheme.title)”评估。起草后收到异议\(objections.count)件，成立\(upheld)件，成立的不扣分。每一分都可追溯到办件中的事实。"
                ),
                .heading("一、各单位得分"), .table(table(.agency)), .heading("二、各事项得分"), .table(table(.item)),
                .heading("三、计分办法"), .paragraph("\(draft.scheme.source)。"),
                .signature(SignatureBlock(agency: issuer, day: day, seal: nil)),
            ]
        )
    }

    private func table(_ kind: ScoreSubject.Kind) -> DocumentTable {
        DocumentTable(
            columns: [
                .init(title: kind.chinese, share: 6), .init(title: "得分", share: 2), .init(title: "等次", share: 2),
                .init(title: "扣分事实", share: 2),
            ],
            rows: standings(kind).map { entry in
                [
                    entry.sheet.name, ScoreResult.text(entry.result.total), entry.result.grade,
                    "\(draft.map { entry.sheet.costly(under: $0.scheme, without: struck) } ?? 0)",
                ]
            }
        )
    }
}
