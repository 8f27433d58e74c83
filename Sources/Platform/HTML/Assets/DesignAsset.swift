/// The files every page needs, as bytes that ship in the binary.
package enum DesignAsset: String, CaseIterable, Sendable {
    case stylesheet = "design.css"
    case liveScript = "live.js"
    case suggestScript = "suggest.js"
    case uploadScript = "upload.js"
    case icon = "icon.svg"

    /// UTF-8.
    package var bytes: [UInt8] {
        switch self {
        case .stylesheet: PackageResources.design_css
        case .liveScript: PackageResources.live_js
        case .suggestScript: PackageResources.suggest_js
        case .uploadScript: PackageResources.upload_js
        case .icon: PackageResources.icon_svg
        }
    }

    /// What the file is, as HTTP says it.
    package var mediaType: String {
        switch self {
        case .stylesheet: "text/css; charset=utf-8"
        case .liveScript, .suggestScript, .uploadScript: "text/javascript; charset=utf-8"
        case .icon: "image/svg+xml"
        }
    }
}
