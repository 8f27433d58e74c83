package import TimeLimits

/// The periods of requests for information.
///
/// - Source: 政府信息公开条例 art. 30, 32–34.
package struct DisclosureLimits: Hashable, Sendable, Codable {
    /// From the request to the question what is missing.
    package let correction: SourcedPeriod
    /// From that question to the applicant's answer; the regulation says a reasonable time.
    package let supply: SourcedPeriod
    package let reply: SourcedPeriod
    package let extended: SourcedPeriod
    /// For the opinion of third parties and other agencies.
    package let consultation: SourcedPeriod

    private enum CodingKeys: String, CodingKey {
        case correction, supply, reply, consultation
        case extended = "extension"
    }
}
