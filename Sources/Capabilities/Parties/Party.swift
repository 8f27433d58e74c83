package import Kernel

/// The citizen or organization whose rights an act concerns (相对人), as one realm knows it.
package struct Party: Hashable, Sendable {
    package typealias ID = Identifier<Party>

    package let id: ID
    package let identity: Identity

    package enum Identity: Hashable, Sendable {
        /// `nil` once the person's data was erased.
        case person(NaturalPerson?)
        case organization(Organization)
    }

    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case person
        case organization

        package var chinese: String {
            switch self {
            case .person: "自然人"
            case .organization: "法人或者非法人组织"
            }
        }
    }

    package var kind: Kind {
        switch identity {
        case .person: .person
        case .organization: .organization
        }
    }

    /// The name for who handles the case; `nil` once erased.
    package var name: String? {
        switch identity {
        case .person(let person): person?.name
        case .organization(let organization): organization.name
        }
    }
}

/// What is known of a natural person; personal as a whole.
package struct NaturalPerson: Hashable, Sendable, Codable {
    package let name: String
    /// The citizen identity number of 18 characters.
    package let identityNumber: String
    package let mobile: String

    package init(name: String, identityNumber: String, mobile: String) {
        self.name = name
        self.identityNumber = identityNumber
        self.mobile = mobile
    }
}

/// A legal person or other organization.
package struct Organization: Hashable, Sendable {
    package let name: String
    /// The unified social credit code of 18 characters.
    package let code: String
    /// `nil` when not given, or once erased.
    package let representative: LegalRepresentative?

    package init(name: String, code: String, representative: LegalRepresentative?) {
        self.name = name
        self.code = code
        self.representative = representative
    }
}

/// Who represents an organization by law or charter (法定代表人), and how to reach that person.
///
/// - Source: Civil Code (民法典) art. 61.
package struct LegalRepresentative: Hashable, Sendable, Codable {
    package let name: String
    package let mobile: String?

    package init(name: String, mobile: String?) {
        self.name = name
        self.mobile = mobile
    }
}
