package import Parties

/// What the officer decides on: each published field as it is in the case and as the public would see it, with why.
package struct PublicationPreview: Hashable, Sendable {
    /// One field side by side.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let original: String
        package let shown: String
        /// In the order of their codes; empty if nothing is hidden.
        package let reasons: [MaskReason]
    }

    package let record: PublicDecision
    package let fields: [Field]
}
