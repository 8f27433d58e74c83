package import Kernel

/// What the list of enforcement subjects says of an agency beyond its name (执法主体资格清单).
///
/// - Source: 聊政办发〔2017〕74号 annex 2.
package struct AgencySubject: Hashable, Sendable, Codable {
    package var nature: Nature?
    package var legalRepresentative: String?
    package var duties: String?
    /// Approved posts, as the establishment office counts them (编制).
    package var establishment: Int?
    package var funding: Funding?
    /// The kinds of act the agency may do; sorted.
    package var categories: [EnforcementCategory]?
    /// Only of an entrusted organization.
    package var entrustment: Entrustment?
    /// The document by which the government announced it, and the day.
    package var announcement: Announcement?

    package init(
        nature: Nature? = nil,
        legalRepresentative: String? = nil,
        duties: String? = nil,
        establishment: Int? = nil,
        funding: Funding? = nil,
        categories: [EnforcementCategory]? = nil,
        entrustment: Entrustment? = nil,
        announcement: Announcement? = nil
    ) {
        self.nature = nature
        self.legalRepresentative = legalRepresentative
        self.duties = duties
        self.establishment = establishment
        self.funding = funding
        self.categories = categories.map { Set($0).sorted { $0.rawValue < $1.rawValue } }
        self.entrustment = entrustment
        self.announcement = announcement
    }

    /// What kind of body it is (机构性质).
    package enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
        case organ
        case publicInstitution
        case managedInstitution
        case other

        package var chinese: String {
            switch self {
            case .organ: "行政机关"
            case .publicInstitution: "事业单位"
            case .managedInstitution: "参照公务员法管理的事业单位"
            case .other: "其他组织"
            }
        }
    }

    /// Who pays for it (经费来源).
    package enum Funding: String, Hashable, Sendable, Codable, CaseIterable {
        case full
        case partial
        case selfSupporting

        package var chinese: String {
            switch self {
            case .full: "财政全额拨款"
            case .partial: "财政差额拨款"
            case .selfSupporting: "自收自支"
            }
        }
    }

    /// The published letter by which an agency lets an organization act in the agency's name (委托书).
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 20: matters, authority and term are stated and published.
    package struct Entrustment: Hashable, Sendable, Codable {
        package let entrustedBy: String
        package let letter: String
        package let basis: String
        package let matters: String
        package let from: Day
        /// The last day.
        package let to: Day

        package init(entrustedBy: String, letter: String, basis: String, matters: String, from: Day, to: Day) {
            self.entrustedBy = entrustedBy
            self.letter = letter
            self.basis = basis
            self.matters = matters
            self.from = from
            self.to = to
        }
    }

    package struct Announcement: Hashable, Sendable, Codable {
        package let document: String
        package let on: Day

        package init(document: String, on: Day) {
            self.document = document
            self.on = on
        }
    }
}

extension Agency.Profile {
    /// Refuses an entrusted organization without its letter, a letter of any other, and a term that ends first.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 20, 21.
    func requireEntrustment() throws(DirectoryError) {
        switch (kind, subject?.entrustment) {
        case (.entrusted, nil): throw .entrustmentMissing
        case (.statutory, _?), (.authorized, _?): throw .entrustmentUnexpected(kind)
        case (.entrusted, let letter?):
            guard letter.from <= letter.to else { throw .endsBeforeItBegins(from: letter.from, to: letter.to) }
        case (.statutory, nil), (.authorized, nil): return
        }
    }
}

extension Agency {
    /// Tells whether it may act on `day`: it exists, and an entrusted one's letter is in force.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 20.
    package func mayAct(on day: Day) -> Bool {
        guard exists(on: day) else { return false }
        guard let letter = profile.subject?.entrustment else { return true }
        return (letter.from...letter.to).contains(day)
    }
}
