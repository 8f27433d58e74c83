import Kernel

/// Who leads an agency (管理体制): it decides who confirms its powers, evaluates it and holds it to account.
///
/// - Source: 国办发〔2005〕37号 part 3.
package enum ManagementMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// Led by the government of its division (地方管理).
    case local
    /// Led by the agency above (垂直管理).
    case vertical
    /// Led by both (双重管理).
    case dual

    package var chinese: String {
        switch self {
        case .local: "属地管理"
        case .vertical: "垂直管理"
        case .dual: "双重管理"
        }
    }

    /// One of those above an agency.
    package enum Leader: String, Hashable, Sendable, CaseIterable {
        case government
        case superiorAgency

        package var chinese: String {
            switch self {
            case .government: "本级人民政府"
            case .superiorAgency: "上级主管部门"
            }
        }
    }

    /// Who confirms the agency's powers, evaluates how it enforces and may hold it to account.
    package var leaders: [Leader] {
        switch self {
        case .local: [.government]
        case .vertical: [.superiorAgency]
        case .dual: [.government, .superiorAgency]
        }
    }
}

/// A management mode together with the agency above.
package struct Management: Hashable, Sendable, Codable {
    package let mode: ManagementMode
    /// `nil` for `.local`, or while the agency above is in another realm.
    package let superior: Agency.ID?

    package init(_ mode: ManagementMode, under superior: Agency.ID? = nil) {
        self.mode = mode
        self.superior = superior
    }

    package static let local = Management(.local)
}
