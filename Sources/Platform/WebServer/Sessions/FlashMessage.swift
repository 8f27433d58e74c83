import Cryptography
package import HTML

/// What the next page says once: it travels in a signed cookie.
package struct FlashMessage: Hashable, Sendable {
    package let text: String
    package let tone: Tone

    package init(_ text: String, tone: Tone = .good) {
        self.text = text
        self.tone = tone
    }

    /// As the page shell takes it.
    package var alert: AlertBox { AlertBox(text, tone: tone) }

    static let cookie = "hengjian_flash"
    /// A cookie holds 4096 bytes, and three of them are one byte of text.
    private static let longestText = 300

    func signed(with key: SecretKey) -> String {
        let content = "\(tone.rawValue).\(URLText.encode(String(text.prefix(FlashMessage.longestText))))"
        return "\(KeyedHash.of(Array(content.utf8), key: key).hex).\(content)"
    }

    init?(signed value: String, key: SecretKey) {
        let parts = value.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, let digest = Digest(hex: parts[0]), let tone = Tone(rawValue: parts[1]),
            KeyedHash.verify(digest, of: Array("\(parts[1]).\(parts[2])".utf8), key: key),
            let text = URLText.text(URLText.decode(parts[2].utf8, plusIsSpace: false))
        else { return nil }
        self.text = text
        self.tone = tone
    }
}
