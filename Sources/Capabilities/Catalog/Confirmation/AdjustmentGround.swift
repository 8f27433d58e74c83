package import Kernel

/// What an adjustment rests on and by when it is applied for, by what made it necessary.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(1) (texts of the law, within 20 days).
package struct AdjustmentGround: Hashable, Sendable, Codable {
    package let trigger: ItemAdjustment.Trigger
    /// Which document proves it, in words for the drafter.
    package let evidence: String
    /// Whether the document is named with its number (文号), such as 川府发〔2026〕1号.
    package let isNumbered: Bool
    /// Whether the day is stated on which the document was issued or the law promulgated.
    package let isDated: Bool
    /// Whether the document itself comes as a file; the law library holds the words of laws.
    package let demandsFile: Bool
    /// Within which period of that day the agency applies; `nil` where none is set.
    package let applyWithin: Period?

    package init(
        _ trigger: ItemAdjustment.Trigger,
        evidence: String,
        isNumbered: Bool = false,
        isDated: Bool = false,
        demandsFile: Bool = false,
        applyWithin: Period? = nil
    ) {
        self.trigger = trigger
        self.evidence = evidence
        self.isNumbered = isNumbered
        self.isDated = isDated
        self.demandsFile = demandsFile
        self.applyWithin = applyWithin
    }

    /// What is asked of a drafter, in one line.
    package var chinese: String {
        let asked = [
            isNumbered ? "文号" : nil, isDated ? "日期" : nil, demandsFile ? "文件附件" : nil,
        ].compactMap(\.self)
        return evidence + (asked.isEmpty ? "" : "（写明\(asked.joined(separator: "、"))）")
            + (applyWithin.map { "，\($0.chinese)内提出" } ?? "")
    }

    /// Throws unless the adjustment states and holds what it rests on.
    ///
    /// - Throws: `CatalogError.evidenceNumberMissing`, `.evidenceDayMissing`, `.evidenceFileMissing`.
    func require(_ adjustment: ItemAdjustment, today: Day) throws(CatalogError) {
        if isNumbered, !adjustment.evidence.namesDocument {
            throw .evidenceNumberMissing(found: adjustment.evidence)
        }
        if isDated {
            guard let day = adjustment.evidenceOn, day <= today else {
                throw .evidenceDayMissing(found: adjustment.evidenceOn)
            }
        }
        if demandsFile, adjustment.files == nil { throw .evidenceFileMissing(asked: evidence) }
    }
}

extension String {
    /// Whether a document is named with its number: a year in angled brackets and a number after it (〔2026〕1号).
    fileprivate var namesDocument: Bool {
        contains(/[〔\[［（(]\d{4}[〕\]］）)]\s*第?\s*\d+\s*号/) || contains(/第\s*\d+\s*号/)
    }
}
