/// The kind of an administrative power, as lists and codes of all levels name it.
///
/// The ten national types, the three some places list apart, and public service, which is no power but shares the codes.
///
/// - Source: Guiding Opinions on power lists (中办发〔2015〕21号) for the ten types; GB/T 39554.1-2020 for the codes.
package enum PowerCategory: String, Hashable, Sendable, Codable, CaseIterable {
    case license
    case penalty
    case coercion
    case levy
    case grant
    case inspection
    case confirmation
    case reward
    case adjudication
    case other
    case requisition
    case registration
    case charge
    case publicService

    package var chinese: String {
        switch self {
        case .license: "行政许可"
        case .penalty: "行政处罚"
        case .coercion: "行政强制"
        case .levy: "行政征收"
        case .grant: "行政给付"
        case .inspection: "行政检查"
        case .confirmation: "行政确认"
        case .reward: "行政奖励"
        case .adjudication: "行政裁决"
        case .other: "其他行政权力"
        case .requisition: "行政征用"
        case .registration: "行政登记"
        case .charge: "行政收费"
        case .publicService: "公共服务"
        }
    }

    /// The two digits of national codes; `nil` for what the national list does not have.
    package var nationalCode: String? {
        switch self {
        case .license: "01"
        case .penalty: "02"
        case .coercion: "03"
        case .levy: "04"
        case .grant: "05"
        case .inspection: "06"
        case .confirmation: "07"
        case .reward: "08"
        case .adjudication: "09"
        case .other: "10"
        case .publicService: "20"
        case .requisition, .registration, .charge: nil
        }
    }

    /// The letter of Sichuan's codes.
    ///
    /// B, C and D are inferred from the order; the others are seen in published items.
    package var sichuanLetter: Character? {
        switch self {
        case .license: "A"
        case .penalty: "B"
        case .coercion: "C"
        case .levy: "D"
        case .adjudication: "E"
        case .confirmation: "F"
        case .grant: "G"
        case .reward: "H"
        case .other: "Z"
        case .inspection, .requisition, .registration, .charge, .publicService: nil
        }
    }

    /// The two letters from the pinyin that many local codes use.
    package var pinyinCode: String? {
        switch self {
        case .license: "XK"
        case .penalty: "CF"
        case .coercion: "QZ"
        case .levy: "ZS"
        case .grant: "JF"
        case .inspection: "JC"
        case .confirmation: "QR"
        case .reward: "JL"
        case .adjudication: "CJ"
        case .other: "QT"
        case .requisition: "ZY"
        case .charge: "SF"
        case .registration, .publicService: nil
        }
    }

    /// Whether it is a power at all.
    package var isPower: Bool { self != .publicService }

    /// Returns the category of a national code; published lists also write it without the leading zero.
    package init?(nationalCode code: some StringProtocol) {
        let padded = code.count == 1 ? "0\(code)" : String(code)
        guard let category = PowerCategory.allCases.first(where: { $0.nationalCode == padded }) else { return nil }
        self = category
    }

    package init?(sichuanLetter letter: Character) {
        guard let category = PowerCategory.allCases.first(where: { $0.sichuanLetter == letter }) else { return nil }
        self = category
    }

    package init?(pinyinCode code: some StringProtocol) {
        guard let category = PowerCategory.allCases.first(where: { $0.pinyinCode == String(code) }) else { return nil }
        self = category
    }

    /// Returns the category of the two characters for the type in a code of Sichuan: `1A`, `20`, `2B`.
    ///
    /// `3A`, which some published items carry, is not established and has none.
    package init?(sichuanType type: some StringProtocol) {
        switch (type.first, type.last) {
        case ("1", .some(let letter)) where type.count == 2: self.init(sichuanLetter: letter)
        case ("2", "0"), ("2", "B"), ("2", "C"): self = .publicService
        default: return nil
        }
    }
}
