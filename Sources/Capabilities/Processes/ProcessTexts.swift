/// What the chart says beside the steps; what is not filled in is shown as such, never invented.
///
/// - Source: 粤府办〔2007〕76号 二(二).
package struct ProcessTexts: Hashable, Sendable, Codable {
    package let basis: String?
    package let quality: String?
    package let supervision: String?
    package let partyRights: String?
    package let complaints: String?
    package let accountability: String?

    /// Nothing filled in yet.
    static let none = ProcessTexts(
        basis: nil,
        quality: nil,
        supervision: nil,
        partyRights: nil,
        complaints: nil,
        accountability: nil
    )
}
