package import Kernel

/// What takes alerts out of the program: a mail server, a gateway for short messages.
package protocol AlertCarrier: Sendable {
    /// What is connected.
    var channels: Set<Alert.Channel> { get }

    /// Hands a parcel over; returns once it was taken.
    ///
    /// - Throws: `AlertFault`; the other side may have it nevertheless, and knows a second one by its identifier.
    func carry(_ parcel: AlertParcel) async throws(AlertFault)
}

/// One message to one address.
package struct AlertParcel: Hashable, Sendable {
    package enum Address: Hashable, Sendable {
        case mail(MailAddress)
        case mobile(String)
    }

    package let id: String
    package let to: Address
    package let subject: String
    package let text: String
}

/// Why a parcel was not taken.
package struct AlertFault: Error, Hashable, Sendable {
    /// In words for who runs the program; no address and no name.
    package let words: String
    /// Whether trying again is of no use.
    package let isLasting: Bool

    package init(_ words: String, isLasting: Bool) {
        self.words = words
        self.isLasting = isLasting
    }
}
