import BlobStore
import Casework
import Cryptography
import Documents
import Kernel

/// The files applicants hand in: one small document a material, shared by all cases.
struct MaterialFiles: Sendable {
    private let attachments: [String: Attachment]
    /// What stands for the paper decision of an older case.
    let scan: Attachment?

    /// Makes and stores them.
    init(
        of materials: Set<String>,
        in blobs: BlobStore,
        created: Instant,
        randomness: any Randomness
    ) async throws {
        let renderer = DocumentRenderer()
        var attachments: [String: Attachment] = [:]
        for material in materials.sorted() + [MaterialFiles.scanName] {
            let bytes = try await renderer.render(
                DocumentContent(
                    metadataTitle: "演示材料",
                    created: created,
                    blocks: [
                        .title(material),
                        .paragraph("本文件为演示系统自动生成的样张，内容虚构，不具有任何法律效力。"),
                    ]
                )
            )
            let key = SecretKey(randomness: randomness)
            let blob = try await blobs.write(bytes, key: key, randomness: randomness)
            attachments[material] = Attachment(
                blob,
                key: key,
                name: "\(material)（演示）.pdf",
                mediaType: "application/pdf"
            )
        }
        self.attachments = attachments
        scan = attachments[MaterialFiles.scanName]
    }

    private static let scanName = "纸质决定书扫描件"

    /// Returns what an applicant hands in for `materials`.
    func submitted(for materials: [String]) -> [SubmittedMaterial] {
        materials.map { SubmittedMaterial(material: $0, attachments: attachments[$0].map { [$0] } ?? []) }
    }
}
