/// What a browser brings back from the provider.
package struct ProviderReturn: Hashable, Sendable {
    let state: String
    let code: String
    /// RFC 9207.
    let issuer: String?
    let isError: Bool

    package init(state: String?, code: String?, issuer: String?, error: String?) {
        self.state = state ?? ""
        self.code = code ?? ""
        self.issuer = issuer
        isError = error != nil
    }
}
