import BlobStore
import Casework
import Cryptography
import HTML
import Kernel
import WebServer

/// The answer to a notice that is being written: kept like the draft of an application until it is sent.
struct SupplementDraft: Sendable {
    let notice: CorrectionNotice
    private(set) var draft: SubmissionDraft
    private let before: Submission

    /// Finds what was saved for the open notice of the case, or begins.
    static func open(_ notice: CorrectionNotice, of followed: FollowedCase, in parts: HallParts) async throws -> Self {
        let name = "supplement \(followed.summary.id.text) \(notice.number)"
        let id = KeyedHash.of(Array(name.utf8), key: parts.queryKey).hex
        let saved = try await parts.drafts.draft(id)
        return SupplementDraft(
            notice: notice,
            draft: saved ?? SubmissionDraft(id: id, item: followed.opening.item.code),
            before: followed.state.submission ?? Submission(answers: [], materials: [])
        )
    }

    /// Takes in what was typed and ticked.
    mutating func fill(_ form: FormValues) {
        for place in notice.points.indices {
            draft.answers["tick.\(place)"] = form["answered-\(place)"] == "yes" ? "yes" : nil
            if let answer = form["answer-\(place)"] { draft.answers["text.\(place)"] = String(answer.prefix(4_000)) }
        }
    }

    mutating func add(_ files: [Attachment], at place: Int) { draft.files["point.\(place)", default: []] += files }

    func files(at place: Int) -> [Attachment] { draft.files["point.\(place)"] ?? [] }

    var points: [SupplementPage.Point] {
        notice.points.enumerated().map { place, point in
            SupplementPage.Point(
                place: place,
                material: point.material,
                kind: point.kind.chinese,
                explanation: point.explanation,
                files: files(at: place).map(\.name),
                answer: answer(at: place),
                isTicked: draft.answers["tick.\(place)"] == "yes",
                needsFile: point.kind == .missing
            )
        }
    }

    /// What still stands in the way of sending it.
    var errors: [FieldError] {
        notice.points.enumerated().flatMap { place, point in
            var errors: [FieldError] = []
            if answer(at: place)?.trimmedEnds.isEmpty == true {
                errors.append(FieldError(field: "answer-\(place)", message: "“\(point.material)”应填写，实为空。"))
            }
            if point.kind == .missing, before.answer(asked: point) == nil, files(at: place).isEmpty {
                errors.append(FieldError(field: "files-\(place)", message: "“\(point.material)”应上传文件，实际没有。"))
            }
            if draft.answers["tick.\(place)"] != "yes" {
                errors.append(FieldError(field: "answered-\(place)", message: "请勾选“\(point.material)”已按要求补正。"))
            }
            return errors
        }
    }

    /// The materials that are ticked off.
    var answered: [String] {
        notice.points.enumerated().filter { draft.answers["tick.\($0.offset)"] == "yes" }.map(\.element.material)
    }

    /// The whole submission with the corrections in it.
    var submission: Submission {
        before.corrected(
            after: notice,
            by: notice.points.indices.map { place in
                CorrectionAnswer(text: answer(at: place)?.trimmedEnds, files: files(at: place))
            }
        )
    }

    private func answer(at place: Int) -> String? {
        before.answer(asked: notice.points[place]).map { draft.answers["text.\(place)"] ?? $0.value }
    }
}
