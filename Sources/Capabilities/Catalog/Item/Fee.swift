package import Law

/// What an applicant pays and why.
///
/// - Source: national exchange table of items (charge table): 收费项目名称, 标准, 依据, 是否允许减免, 减免依据, 备注.
package struct Fee: Hashable, Sendable, Codable {
    /// One thing that is charged for.
    package struct Charge: Hashable, Sendable, Codable {
        /// `nil` where the item states one standard for all.
        package let name: String?
        package let standard: String?
        package let basis: LegalBasis?
        /// Whether it may be reduced or waived.
        package var isReducible: Bool?
        /// By which rule it is reduced, in words.
        package var reductionBasis: String?
        package var note: String?

        package init(_ name: String?, standard: String?, basis: LegalBasis?) {
            self.name = name
            self.standard = standard
            self.basis = basis
        }

        /// The reduction in words; `nil` where nothing is said of it.
        package var reduction: String? {
            switch (isReducible, reductionBasis) {
            case (true?, let basis?): "允许减免（\(basis)）"
            case (true?, nil): "允许减免"
            case (false?, _): "不允许减免"
            case (nil, let basis): basis
            }
        }

        /// In a line.
        package var chinese: String {
            [
                [name, standard ?? "标准未填报"].compactMap(\.self).joined(separator: "："),
                (basis?.chinese).map { "依据：\($0)" }, reduction, note,
            ]
            .compactMap(\.self).joined(separator: "；")
        }
    }

    /// `false` when the item is free of charge.
    package let isCharged: Bool
    /// What was stated for all that is charged, before each charge had a row of its own.
    private let standard: String?
    private let basis: LegalBasis?
    private let table: [Charge]?

    private enum CodingKeys: String, CodingKey {
        case isCharged, standard, basis
        case table = "charges"
    }

    package init(isCharged: Bool, standard: String? = nil, basis: LegalBasis? = nil) {
        self.isCharged = isCharged
        self.standard = standard
        self.basis = basis
        table = nil
    }

    package init(_ charges: [Charge]) {
        isCharged = true
        standard = nil
        basis = nil
        table = charges
    }

    /// What is charged, a row each; empty when nothing is.
    package var charges: [Charge] {
        table ?? (isCharged ? [Charge(nil, standard: standard, basis: basis)] : [])
    }

    /// What free items rest on, where that is stated.
    package var freeBasis: LegalBasis? { isCharged ? nil : basis }

    /// One standard for all, and a table of it alone, say the same.
    package static func == (left: Fee, right: Fee) -> Bool {
        left.isCharged == right.isCharged && left.charges == right.charges && left.freeBasis == right.freeBasis
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(isCharged)
        hasher.combine(charges)
        hasher.combine(freeBasis)
    }
}
