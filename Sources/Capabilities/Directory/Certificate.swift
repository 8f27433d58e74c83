package import Kernel

/// The proof that an officer may enforce, in a scope and until a day (执法证).
///
/// Number, holder and scope are published with the personnel list.
///
/// - Source: 聊政办发〔2017〕74号 annex 3.
package struct Certificate: Hashable, Sendable {
    package typealias Number = Identifier<Certificate>

    package private(set) var terms: Terms
    package private(set) var standing: Timeline<Standing>
    /// Raised by every fact about the certificate, from 1.
    package private(set) var version: Int
    /// The years whose review was held, with its result.
    package private(set) var reviews: [Int: Bool] = [:]

    package init(_ terms: Terms) {
        self.terms = terms
        standing = Timeline(.valid, from: terms.validFrom)
        version = 1
    }

    package mutating func set(_ new: Standing, from day: Day) {
        standing.set(new, from: day)
        version += 1
    }

    package mutating func renew(to end: Day) {
        terms.validTo = end
        version += 1
    }

    package mutating func review(year: Int, isPassed: Bool) {
        reviews[year] = isPassed
        version += 1
    }

    package mutating func withdrawReview(of year: Int) {
        reviews[year] = nil
        version += 1
    }

    package var number: Number { terms.number }

    /// How an act cites what was checked: `15010012345@2`.
    package var citation: String { "\(number)@\(version)" }

    /// Returns whether it may be used on `day`, without a look at the scope.
    package func standing(on day: Day) -> Standing {
        guard day >= terms.validFrom else { return .notYetValid(from: terms.validFrom) }
        if case .revoked(let reason)? = standing.value(on: day) { return .revoked(reason: reason) }
        guard day <= terms.validTo else { return .expired(on: terms.validTo) }
        return standing.value(on: day) ?? .valid
    }

    /// What is printed on the card.
    package struct Terms: Hashable, Sendable, Codable {
        package let number: Number
        package let kind: Kind
        /// Sorted, without repetition.
        package let scope: [EnforcementCategory]
        /// Where it may be used.
        package let area: Division.Code
        package let issuer: String
        package let validFrom: Day
        /// The last day on which it is valid.
        package fileprivate(set) var validTo: Day

        package init(
            number: Number,
            kind: Kind = .enforcement,
            scope: some Sequence<EnforcementCategory>,
            area: Division.Code,
            issuer: String,
            validFrom: Day,
            validTo: Day
        ) {
            self.number = number
            self.kind = kind
            self.scope = Set(scope).sorted { $0.rawValue < $1.rawValue }
            self.area = area
            self.issuer = issuer
            self.validFrom = validFrom
            self.validTo = validTo
        }
    }

    /// Hearing chairs and supervisors carry certificates of their own.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case enforcement
        case hearingChair
        case supervision

        package var chinese: String {
            switch self {
            case .enforcement: "行政执法证"
            case .hearingChair: "听证主持人证"
            case .supervision: "行政执法监督证"
            }
        }
    }

    package enum Standing: Hashable, Sendable {
        case valid
        case notYetValid(from: Day)
        /// `on` was the last valid day.
        case expired(on: Day)
        case suspended(reason: String)
        case revoked(reason: String)
    }
}
