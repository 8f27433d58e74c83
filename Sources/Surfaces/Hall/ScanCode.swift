import Documents
import HTML

/// A code to scan with a telephone; nothing where the address is too long for one.
struct ScanCode: Component {
    private let address: String
    private let label: String

    /// - Parameters:
    ///   - address: what the telephone opens.
    ///   - label: what a screen reader hears.
    init(_ address: String, label: String) {
        self.address = address
        self.label = label
    }

    @HTMLBuilder var body: any HTML {
        if let code = try? QRCode(address) {
            div(.cssClass("qr")) {
                SVG.root(
                    Attribute("viewBox", "0 0 \(code.size) \(code.size)"),
                    .role("img"),
                    .aria(.label, label)
                ) { SVG.path(code.outline) }
            }
        }
    }
}
