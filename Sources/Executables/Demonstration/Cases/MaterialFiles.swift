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
    /// What stands for the sound of a body camera.
    let recording: Attachment
    /// What stands for a report that was signed and sealed, and for what an adjustment of the catalog rests on.
    let report: [Attachment]
    let evidence: [Attachment]
    /// What bears out that an agency corrected itself.
    let selfCorrection: [Attachment]

    /// Makes and stores them.
    init(
        of materials: Set<String>,
        in blobs: BlobStore,
        created: Instant,
        randomness: any Randomness
    ) async throws {
        let renderer = DocumentRenderer()
        var attachments: [String: Attachment] = [:]
        for material in materials.sorted() + MaterialFiles.papers {
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
        report = [attachments[MaterialFiles.reportName]].compactMap(\.self)
        evidence = [attachments[MaterialFiles.evidenceName]].compactMap(\.self)
        selfCorrection = [attachments[MaterialFiles.selfCorrectionName]].compactMap(\.self)
        recording = try await blobs.keep(
            MaterialFiles.tone(),
            name: "现场录音（演示）.wav",
            mediaType: "audio/wav",
            randomness: randomness
        )
    }

    private static let scanName = "纸质决定书扫描件"
    private static let reportName = "申请报告"
    private static let evidenceName = "调整依据文件"
    private static let selfCorrectionName = "自查自纠报告"
    private static let papers = [scanName, reportName, evidenceName, selfCorrectionName]

    /// Two seconds of a quiet tone: 8,000 samples a second of 8 bits, in one channel.
    private static func tone() -> [UInt8] {
        let samples = (0..<16_000).map { UInt8(($0 / 10).isMultiple(of: 2) ? 132 : 124) }
        func number(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 255) } }
        let format = number(16, 4) + number(1, 2) + number(1, 2) + number(8_000, 4) + number(8_000, 4)
        return Array("RIFF".utf8) + number(36 + samples.count, 4) + Array("WAVEfmt ".utf8) + format + number(1, 2)
            + number(8, 2) + Array("data".utf8) + number(samples.count, 4) + samples
    }

    /// Returns what an applicant hands in for `materials`.
    func submitted(for materials: [String]) -> [SubmittedMaterial] {
        materials.map { SubmittedMaterial(material: $0, attachments: attachments[$0].map { [$0] } ?? []) }
    }
}
