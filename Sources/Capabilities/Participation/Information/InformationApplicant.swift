/// Who asks for information, as the annual report counts people and organizations.
///
/// - Source: 政府信息公开条例 art. 27, 50; 国办公开办函〔2021〕30号 (form of the annual report).
package enum ApplicantKind: String, Hashable, Sendable, Codable, CaseIterable {
    case person, company, research, charity, lawFirm, other

    package var chinese: String {
        switch self {
        case .person: "自然人"
        case .company: "商业企业"
        case .research: "科研机构"
        case .charity: "社会公益组织"
        case .lawFirm: "法律服务机构"
        case .other: "其他组织"
        }
    }
}

/// How the applicant wants to get the information.
///
/// - Source: 政府信息公开条例 art. 29(2)(三), 40.
package enum DeliveryForm: String, Hashable, Sendable, Codable, CaseIterable {
    case online, paper, inspection

    package var chinese: String {
        switch self {
        case .online: "网上查看、下载"
        case .paper: "纸质件邮寄"
        case .inspection: "到场查阅、抄录"
        }
    }
}

/// What a request for information says; personal as a whole.
///
/// - Source: 政府信息公开条例 art. 29(2).
package struct InformationContent: Hashable, Sendable, Codable {
    package let name: String
    /// Identity number of a person, credit code of an organization.
    package let identity: String
    package let mobile: String
    /// Where paper goes; empty unless paper is asked for.
    package let address: String
    /// Name, document number or other marks by which the information can be found.
    package let description: String
    package let form: DeliveryForm

    package init(
        name: String,
        identity: String,
        mobile: String,
        address: String,
        description: String,
        form: DeliveryForm
    ) {
        self.name = name
        self.identity = identity
        self.mobile = mobile
        self.address = address
        self.description = description
        self.form = form
    }
}
