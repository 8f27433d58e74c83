package import HTML
package import Kernel

/// The key of a form, by which the same form sent twice takes effect once.
package enum FormKey {
    package static let fieldName = "_key"

    /// Returns a hidden field with a fresh key: the moment and 130 random bits.
    package static func field(_ randomness: any Randomness, at moment: Instant) -> HiddenField {
        HiddenField(fieldName, randomness.code(26, at: moment))
    }
}
