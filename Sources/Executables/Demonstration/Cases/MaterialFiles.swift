import BlobStore
import Casework
import Cryptography
import Documents
import Kernel

/// The files applicants hand in: one small document a material, shared by all cases.
struct MaterialFiles: Sendable {
    private let attachments: [String: Attachment]

    /// Makes and stores them.
    init(
        of materials: Set<String>,
        in blobs: BlobStore,
        created: Instant,
        randomness: any Randomness
    ) async throws {
        let renderer = DocumentRenderer()
        var attachments: [String: Attachment] = [:]
        for material in materials.sorted() {
            let bytes = try await renderer.render(
                DocumentContent(
                    metadataTitle: "演示材料",
                    created: created,
                    blocks: [
                        .title(material),
                        .paragraph("本文件为演示系统自动生成的材料样张，内容虚构，不具有任何法律效力。"),
                    ]
                )
            )
            let key = SecretKey(randomness: randomness)
            let blob = try await blobs.write(bytes, key: key, randomness: randomness)
            attachments[material] = Attachment(
                blob: blob.id.text,
                key: Hexadecimal.encode(key.bytes),
                digest: "\(Hexadecimal.encode(blob.salt)):\(blob.hash.hex)",
                size: blob.size,
                name: "\(material)（演示）.pdf",
                mediaType: "application/pdf"
            )
        }
        self.attachments = attachments
    }

    /// Returns what an applicant hands in for `materials`.
    func submitted(for materials: [String]) -> [SubmittedMaterial] {
        materials.map { SubmittedMaterial(material: $0, attachments: attachments[$0].map { [$0] } ?? []) }
    }
}
