import Cryptography
package import HTML

/// A file that every visitor may have.
package struct StaticAsset: Sendable {
    package let name: String
    package let type: String
    package let bytes: [UInt8]

    package init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
    }
}

/// Static files under addresses that change with their content, so that browsers may keep them for ever.
package struct AssetShelf: Sendable {
    /// What stands for each of its files in the log.
    static let route = "asset"

    private let addresses: [String: String]
    private let files: [String: KeptPage]

    package init(_ assets: [StaticAsset]) {
        var addresses: [String: String] = [:]
        var files: [String: KeptPage] = [:]
        for asset in assets {
            let parts = asset.name.split(separator: ".", maxSplits: 1).map(String.init)
            let ending = parts.count > 1 ? ".\(parts[1])" : ""
            let address = "/assets/\(parts[0]).\(SHA256Hash.of(asset.bytes).hex.prefix(16))\(ending)"
            addresses[asset.name] = address
            files[address] = KeptPage(
                headers: [.init("Content-Type", asset.type)],
                bytes: asset.bytes,
                route: AssetShelf.route
            )
        }
        self.addresses = addresses
        self.files = files
    }

    /// The files of the design system.
    package static let design = AssetShelf(
        DesignAsset.allCases.map { StaticAsset(name: $0.rawValue, type: $0.mediaType, bytes: $0.bytes) }
    )

    /// Returns where a file is; nil if there is none of that name.
    package func address(of name: String) -> String? { addresses[name] }

    /// The addresses the page shell needs.
    package var pageAssets: PageAssets {
        PageAssets(
            stylesheet: addresses[DesignAsset.stylesheet.rawValue] ?? "",
            liveScript: addresses[DesignAsset.liveScript.rawValue] ?? "",
            suggestScript: addresses[DesignAsset.suggestScript.rawValue],
            uploadScript: addresses[DesignAsset.uploadScript.rawValue],
            draftScript: addresses[DesignAsset.draftScript.rawValue],
            fieldScripts: [.fieldStore, .fieldSend, .fieldSign, .fieldCase, .fieldPage].compactMap {
                (asset: DesignAsset) in
                addresses[asset.rawValue]
            },
            icon: addresses[DesignAsset.icon.rawValue]
        )
    }

    func file(at path: String) -> KeptPage? { files[path] }

    func answer(to path: String) -> WebAnswer? {
        guard let file = file(at: path) else { return nil }
        var answer = WebAnswer(file)
        answer.caching = .immutable
        return answer
    }
}
