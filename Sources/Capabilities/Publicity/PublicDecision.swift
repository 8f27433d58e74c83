package import Kernel
import Parties

/// What the public sees of a decision: every field already in the form in which it may be shown.
///
/// What the case does not tell is `nil`, never invented; under which names it is published: `PublishedField`.
///
/// - Source: 发改办财金〔2018〕424号; 国办发〔2018〕118号; Administrative License Law (行政许可法) art. 40.
package struct PublicDecision: Hashable, Sendable, Codable {
    package let caseNumber: String
    package let item: String
    package let itemName: String
    package let party: PublicParty
    /// 许可决定文书名称.
    package let documentName: String
    package let documentNumber: String
    /// 许可证书名称 and 许可编号.
    package let permitName: String?
    package let permitNumber: String?
    package let content: String
    package let decidedOn: Day
    package let validFrom: Day?
    package let validThrough: Day?
    package let agency: String
    package let agencyName: String
    /// The agency's unified social credit code.
    package let agencyCode: String?
    package let remarks: String?
    /// The national code of the item's category; `nil` in records of before 2026-11-28.
    package let category: String?
    /// 许可类别; of licenses only, and `nil` where the item did not state it when the case began.
    package let licenseKind: String?
    /// Of penalties only; `nil` in records of before 2026-11-30.
    package let penalty: PublicPenalty?

    package init(
        caseNumber: String,
        item: String,
        itemName: String,
        party: PublicParty,
        documentName: String,
        documentNumber: String,
        permitName: String?,
        permitNumber: String?,
        content: String,
        decidedOn: Day,
        validFrom: Day?,
        validThrough: Day?,
        agency: String,
        agencyName: String,
        agencyCode: String?,
        remarks: String?,
        category: String? = nil,
        licenseKind: String? = nil,
        penalty: PublicPenalty? = nil
    ) {
        self.caseNumber = caseNumber
        self.item = item
        self.itemName = itemName
        self.party = party
        self.documentName = documentName
        self.documentNumber = documentNumber
        self.permitName = permitName
        self.permitNumber = permitNumber
        self.content = content
        self.decidedOn = decidedOn
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.agency = agency
        self.agencyName = agencyName
        self.agencyCode = agencyCode
        self.remarks = remarks
        self.category = category
        self.licenseKind = licenseKind
        self.penalty = penalty
    }
}

/// The party of a published decision, masked.
package struct PublicParty: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case person
        case organization

        package var chinese: String {
            switch self {
            case .person: "自然人"
            case .organization: "法人及非法人组织"
            }
        }
    }

    package let kind: Kind
    package let name: String
    /// Of organizations only; a person's number is never published.
    package let creditCode: String?
    package let representative: String?

    /// 行政相对人类别: whoever trades in person has a credit code of its own kind.
    ///
    /// - Source: GB 32100-2015 (the second character of the code, 2 under 9: 个体工商户).
    package var category: String { creditCode?.hasPrefix("92") == true ? "个体工商户" : kind.chinese }

    package init(kind: Kind, name: String, creditCode: String?, representative: String?) {
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
        self.representative = representative
    }
}

/// The names behind the masks: kept in the personal section of the same event, so that one commitment binds both.
package struct OriginalNames: Hashable, Sendable, Codable {
    package let name: String
    package let representative: String?

    package init(name: String, representative: String?) {
        self.name = name
        self.representative = representative
    }
}

extension OriginalNames {
    /// The names of a party; `nil` once its data was erased.
    init?(of party: Party) {
        guard let name = party.name else { return nil }
        switch party.identity {
        case .person: self.init(name: name, representative: nil)
        case .organization(let organization):
            self.init(name: name, representative: organization.representative?.name)
        }
    }
}
