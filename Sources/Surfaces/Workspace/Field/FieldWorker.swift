import CanonicalJSON
import Cryptography
import HTML

/// The script that keeps the page of field work on a device, with the list of what it keeps before it.
///
/// Its version changes with every file in the list, and so does the worker, by which browsers notice a new release.
struct FieldWorker {
    private struct Kept: Encodable {
        let version: String
        let files: [String]
    }

    let bytes: [UInt8]

    init(keeping page: PageShell, _ assets: PageAssets) throws {
        let files = [WorkspacePath.field, assets.stylesheet] + assets.fieldScripts + [assets.icon].compactMap(\.self)
        let script = DesignAsset.fieldWorker.bytes
        // The page names its scripts by addresses that change with them, so its bytes stand for all.
        let version = SHA256Hash.of(page.rendered() + script).hex.prefix(16)
        let kept = try CanonicalEncoder().encode(Kept(version: String(version), files: files))
        bytes = Array("const FIELD = ".utf8) + kept + Array(";\n".utf8) + script
    }
}
