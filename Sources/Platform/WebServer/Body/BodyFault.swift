/// What is wrong with the body of a request.
package enum BodyFault: Error, Hashable, Sendable {
    /// The connection ended before the body did.
    case cutShort
    case noBoundary
    case brokenPart
    case notText(field: String)
    case requestOver(limitBytes: Int)
    case fileOver(name: String, limitBytes: Int)
    case fieldOver(field: String, limitBytes: Int)
    case tooManyParts(limit: Int)

    /// Whether less would have been fine.
    package var isAboutSize: Bool {
        switch self {
        case .requestOver, .fileOver, .fieldOver, .tooManyParts: true
        case .cutShort, .noBoundary, .brokenPart, .notText: false
        }
    }
}

/// How much a request may bring.
package struct BodyLimits: Hashable, Sendable {
    package let requestBytes: Int
    package let fileBytes: Int
    package let fieldBytes: Int
    package let parts: Int

    package init(requestBytes: Int, fileBytes: Int, fieldBytes: Int = 256 * 1024, parts: Int = 500) {
        self.requestBytes = requestBytes
        self.fileBytes = fileBytes
        self.fieldBytes = fieldBytes
        self.parts = parts
    }

    /// A form without files: 1 MB.
    package static let form = BodyLimits(requestBytes: 1 << 20, fileBytes: 0)
    /// A form with files: 20 MB a file, 60 MB in all.
    package static let files = BodyLimits(requestBytes: 60 << 20, fileBytes: 20 << 20)
}
