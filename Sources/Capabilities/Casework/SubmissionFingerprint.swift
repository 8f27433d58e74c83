import BlobStore
import CanonicalJSON
import Cryptography

/// What two submissions under one key must share: everything but the random names and keys of stored files.
enum SubmissionFingerprint {
    private struct Content: Encodable {
        let context: [String]
        let answers: [FormAnswer]
        let files: [[String]]
    }

    static func of(_ submission: Submission, _ context: [String]) throws -> Digest {
        let files = submission.materials.map { material in
            [material.material] + (material.isOnPaper == true ? ["paper"] : [])
                + material.attachments.map { "\($0.name)\u{1F}\($0.size)" }
        }
        let content = Content(context: context, answers: submission.answers, files: files)
        return SHA256Hash.of(try CanonicalEncoder().encode(content))
    }
}
