import Foundation

/// Base64 with the letters that need no escape in addresses, without padding.
///
/// - Source: RFC 4648 section 5, RFC 7515 section 2.
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-")
            .replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// Returns `nil` unless `text` is the one encoding of its bytes.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let standard = String(decoding: text, as: UTF8.self).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding) else { return nil }
        let bytes = Array(data)
        return encode(bytes).utf8.elementsEqual(text) ? bytes : nil
    }
}
