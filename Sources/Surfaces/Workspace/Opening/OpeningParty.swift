import Acting
import Parties

/// What is asked about the party of a matter that the agency takes up.
enum OpeningParty {
    /// The raw value is the field's name in the form.
    enum Question: String, Hashable, Sendable {
        case name, identityNumber, mobile
        case organization, creditCode, representative, representativeMobile

        static func of(_ kind: Party.Kind) -> [Question] {
            switch kind {
            case .person: [.name, .identityNumber, .mobile]
            case .organization: [.organization, .creditCode, .representative, .representativeMobile]
            }
        }

        var label: String {
            switch self {
            case .name: "姓名"
            case .identityNumber: "身份证号"
            case .mobile: "手机号"
            case .organization: "单位名称"
            case .creditCode: "统一社会信用代码"
            case .representative: "法定代表人（负责人）姓名"
            case .representativeMobile: "联系手机号"
            }
        }

        var hint: String {
            switch self {
            case .name, .representative: ""
            case .identityNumber: "18 位，末位是 X 的请写 X"
            case .mobile, .representativeMobile: "11 位"
            case .organization: "与营业执照或者登记证书一致"
            case .creditCode: "18 位数字和大写字母"
            }
        }

        /// Of an organization its representative may not be known yet.
        var isRequired: Bool { self != .representative && self != .representativeMobile }
    }
}

extension ActFields {
    /// Reads the party, each field held against what it must look like.
    mutating func party(_ kind: Party.Kind) -> RegisterParty.Applicant {
        for question in OpeningParty.Question.of(kind) {
            let value = text(question.rawValue)
            guard question.isRequired || !value.isEmpty else { continue }
            do throws(PartiesError) {
                try OpeningParty.check(value, question)
            } catch {
                fault(question.rawValue, "\(question.label)：\(Wording(error).text)")
            }
        }
        switch kind {
        case .person:
            return .person(name: text("name"), identityNumber: text("identityNumber"), mobile: text("mobile"))
        case .organization:
            let (name, mobile) = (text("representative"), text("representativeMobile"))
            return .organization(
                name: text("organization"),
                code: text("creditCode"),
                representative: name.isEmpty
                    ? nil : LegalRepresentative(name: name, mobile: mobile.isEmpty ? nil : mobile)
            )
        }
    }
}

extension OpeningParty {
    fileprivate static func check(_ value: String, _ question: Question) throws(PartiesError) {
        switch question {
        case .name, .representative: _ = try PartyChecks.name(value, greatest: PartyChecks.greatestPersonName)
        case .organization: _ = try PartyChecks.name(value, greatest: PartyChecks.greatestOrganizationName)
        case .identityNumber: _ = try PartyChecks.identityNumber(value)
        case .creditCode: _ = try PartyChecks.creditCode(value)
        case .mobile, .representativeMobile: _ = try PartyChecks.mobile(value)
        }
    }
}
