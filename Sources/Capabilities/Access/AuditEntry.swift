package import Kernel

/// One fact of security: who did what to whom, from where.
///
/// Appended, never changed.
///
/// - Source: Cybersecurity Law (网络安全法) art. 21(3): kept for at least six months.
package struct AuditEntry: Hashable, Sendable {
    package let id: String
    package let recordedAt: Instant
    package let kind: Kind
    /// The account that acted; empty when nobody was signed in.
    package let actor: String
    /// The account or record acted upon; the digest of the name for a failed sign-in.
    package let subject: String
    /// The session's digest; empty outside one.
    package let session: String
    /// Where the request came from, as the server saw it.
    package let address: String
    /// Facts in short words; no names, passwords or document text.
    package let remark: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case signedIn
        case signInFailed
        case nameLocked
        case sessionEnded
        case passwordChanged
        case passwordReset
        case accountCreated
        case accountDisabled
        case accountEnabled
        case rolesChanged
        case accessRefused
        case personalSeen
        case exported
        case settingChanged
    }
}
