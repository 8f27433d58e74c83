package import Kernel

/// The way to the identity provider, which is not ours; the composition root binds it to the gateway.
package protocol ProviderLine: Sendable {
    /// Calls the provider.
    ///
    /// - Throws: `ProviderFault.unreachable`, `.slow`.
    func answer(to call: ProviderCall) async throws(ProviderFault) -> ProviderAnswer
}

/// A get request, or a form sent by post.
package struct ProviderCall: Hashable, Sendable {
    package let address: OutboundAddress
    /// Encoded for sending; `nil` for a get request.
    package let form: String?
    /// The value of the `Authorization` header.
    package let authorization: String?

    init(_ address: OutboundAddress, form: String? = nil, authorization: String? = nil) {
        self.address = address
        self.form = form
        self.authorization = authorization
    }
}

/// What the provider said.
package struct ProviderAnswer: Hashable, Sendable {
    package let status: Int
    package let bytes: [UInt8]

    package init(status: Int, bytes: [UInt8]) {
        self.status = status
        self.bytes = bytes
    }
}
