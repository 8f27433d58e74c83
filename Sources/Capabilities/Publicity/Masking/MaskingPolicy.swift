package import Definitions
import Foundation
package import Parties

/// Which form of a name or number the public sees; applied here and never in a template.
///
/// - Source: 行政处罚结果信息网上公示暂行办法; Administrative License Law (行政许可法) art. 5.
package struct MaskingPolicy: Hashable, Sendable, Codable {
    /// Cited by every publication.
    package let version: String
    /// How a natural person who is the party is named; provinces differ.
    package let personName: NameMask
    /// How an organization's legal representative is named.
    package let representativeName: NameMask

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    package init(version: String, personName: NameMask, representativeName: NameMask) {
        self.version = version
        self.personName = personName
        self.representativeName = representativeName
    }

    /// Returns the policy that ships with the program.
    package static func shipped() throws(Fault) -> MaskingPolicy {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("publicity/masking.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(MaskingPolicy.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// Returns the party as the public may see it; `nil` once its data was erased.
    package func party(_ party: Party) -> PublicParty? {
        switch party.identity {
        case .person(let person):
            person.map { person in
                PublicParty(
                    kind: .person,
                    name: Masking.name(person.name, personName),
                    creditCode: nil,
                    representative: nil
                )
            }
        case .organization(let organization):
            PublicParty(
                kind: .organization,
                name: organization.name,
                creditCode: organization.code,
                representative: organization.representative.map { Masking.name($0.name, representativeName) }
            )
        }
    }

    /// Returns `text` without what tells a person, and with `names` in their masked form.
    package func text(_ text: String, names: OriginalNames?, of party: PublicParty) -> String {
        masked(text, names: names, of: party, hiding: .none).text
    }

    /// Returns the text as the public may see it, and why parts of it were hidden.
    ///
    /// What an officer hides by hand goes first, as it is written; then the party's own names; then what patterns find.
    func masked(
        _ text: String,
        names: OriginalNames?,
        of party: PublicParty,
        hiding hidden: HiddenParts
    ) -> (text: String, reasons: Set<MaskReason>) {
        var (text, reasons) = hidden.masked(text)
        if let names {
            let own = party.kind == .person ? (names.name, party.name) : (names.representative, party.representative)
            if let original = own.0, let shown = own.1, original.count > 1, original != shown, text.contains(original) {
                text = text.replacing(original, with: shown)
                reasons.insert(.name)
            }
        }
        let personal = PersonalText(masking: text)
        return (personal.text, reasons.union(personal.reasons))
    }

    /// Returns the record as it may be shown today: a policy that has become stricter also holds for what was published.
    package func shown(_ record: PublicDecision) -> PublicDecision {
        let party = PublicParty(
            kind: record.party.kind,
            name: record.party.kind == .person ? Masking.name(record.party.name, personName) : record.party.name,
            creditCode: record.party.kind == .person ? nil : record.party.creditCode,
            representative: record.party.representative.map { Masking.name($0, representativeName) }
        )
        return record.with(
            party: party,
            content: PersonalText.masked(record.content),
            remarks: record.remarks.map { PersonalText.masked($0) },
            penalty: record.penalty?.masked { PersonalText.masked($0) }
        )
    }
}

extension PublicDecision {
    fileprivate func with(
        party: PublicParty,
        content: String,
        remarks: String?,
        penalty: PublicPenalty?
    ) -> PublicDecision {
        PublicDecision(
            caseNumber: caseNumber,
            item: item,
            itemName: itemName,
            party: party,
            documentName: documentName,
            documentNumber: documentNumber,
            permitName: permitName,
            permitNumber: permitNumber,
            content: content,
            decidedOn: decidedOn,
            validFrom: validFrom,
            validThrough: validThrough,
            agency: agency,
            agencyName: agencyName,
            agencyCode: agencyCode,
            remarks: remarks,
            category: category,
            licenseKind: licenseKind,
            penalty: penalty
        )
    }
}
