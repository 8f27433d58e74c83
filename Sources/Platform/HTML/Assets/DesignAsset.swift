/// The files every page needs, as bytes that ship in the binary.
package enum DesignAsset: String, CaseIterable, Sendable {
    case stylesheet = "design.css"
    case liveScript = "live.js"

    /// UTF-8.
    package var bytes: [UInt8] {
        switch self {
        case .stylesheet: PackageResources.design_css
        case .liveScript: PackageResources.live_js
        }
    }
}
