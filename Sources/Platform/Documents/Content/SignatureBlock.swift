package import Kernel

/// Who issued the document and when, with the seal over it.
package struct SignatureBlock: Hashable, Sendable {
    package let agency: String
    package let day: Day
    package let seal: Seal?

    package init(agency: String, day: Day, seal: Seal?) {
        self.agency = agency
        self.day = day
        self.seal = seal
    }
}

/// A drawn round seal: an image for the reader, no proof of anything.
package struct Seal: Hashable, Sendable {
    /// The name around the star.
    package let agency: String
    /// The small line below the star, such as the word that this is a demonstration.
    package let mark: String

    package init(agency: String, mark: String) {
        self.agency = agency
        self.mark = mark
    }
}
