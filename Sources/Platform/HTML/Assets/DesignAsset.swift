/// The files every page needs, as bytes that ship in the binary.
package enum DesignAsset: String, CaseIterable, Sendable {
    case stylesheet = "design.css"
    case liveScript = "live.js"
    case suggestScript = "suggest.js"
    case uploadScript = "upload.js"
    case draftScript = "draft.js"
    /// Of work without network, in the order in which a page needs them.
    case fieldStore = "field-store.js"
    case fieldSend = "field-send.js"
    case fieldSign = "field-sign.js"
    case fieldCase = "field-case.js"
    case fieldPage = "field.js"
    /// What keeps that page; served under an address of its own, before it a line that names what is kept.
    case fieldWorker = "field-worker.js"
    case icon = "icon.svg"

    /// UTF-8.
    package var bytes: [UInt8] {
        switch self {
        case .stylesheet: PackageResources.design_css
        case .liveScript: PackageResources.live_js
        case .suggestScript: PackageResources.suggest_js
        case .uploadScript: PackageResources.upload_js
        case .draftScript: PackageResources.draft_js
        case .fieldStore: PackageResources.field_store_js
        case .fieldSend: PackageResources.field_send_js
        case .fieldSign: PackageResources.field_sign_js
        case .fieldCase: PackageResources.field_case_js
        case .fieldPage: PackageResources.field_js
        case .fieldWorker: PackageResources.field_worker_js
        case .icon: PackageResources.icon_svg
        }
    }

    /// What the file is, as HTTP says it.
    package var mediaType: String {
        switch self {
        case .stylesheet: "text/css; charset=utf-8"
        case .liveScript, .suggestScript, .uploadScript, .draftScript, .fieldStore, .fieldSend, .fieldSign, .fieldCase,
            .fieldPage, .fieldWorker:
            "text/javascript; charset=utf-8"
        case .icon: "image/svg+xml"
        }
    }
}
