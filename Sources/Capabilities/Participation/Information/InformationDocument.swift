package import Documents
import EventLog
import Kernel

/// The reply letter (政府信息公开申请答复书), set from the log's facts whenever it is asked for.
///
/// - Source: 政府信息公开条例 art. 36–40; Administrative Reconsideration Law (行政复议法) art. 20, 23(1)(四);
///   Administrative Litigation Law (行政诉讼法) art. 45, 46.
extension InformationRequest {
    /// Returns `nil` until there is a reply, and once its words are erased.
    package func replyDocument(isDemonstration: Bool) -> DocumentContent? {
        guard let opening, let reply, let content = opening.content.value, let text = reply.text.value else {
            return nil
        }
        let agency = opening.agencyName.value
        let seal = Seal(agency: agency, mark: isDemonstration ? "演示用章" : "")
        let demonstration: [DocumentBlock] =
            isDemonstration ? [.paragraph("（演示文书：人员、事实均为虚构，不具有法律效力。）")] : []
        return DocumentContent(
            metadataTitle: "政府信息公开申请答复书",
            created: Instant(reply.on),
            blocks: [
                .letterhead(Letterhead(form: .letter, name: agency, number: reply.documentNumber)),
                .title("政府信息公开申请答复书"),
            ] + demonstration + [
                .addressee("\(content.name)："),
                .paragraph("本机关于\(opening.filedOn.chinese)收到您（你单位）的政府信息公开申请（编号\(opening.number)）。\(history)"),
                .heading("申请内容"), .paragraph(content.description),
                .heading("答复：\(reply.kind.value.chinese)"), .paragraph(text),
                .heading("依据"), .paragraph(basis(reply)),
                .heading("救济途径"), .paragraph(reply.kind.value.remedy),
                .signature(SignatureBlock(agency: agency, day: reply.on, seal: seal)),
            ]
        )
    }

    private var history: String {
        let correction = corrected.map { "\($0.on.chinese)收到补正。" } ?? ""
        return correction + (clock?.extended == nil ? "" : "答复期限经批准延长，并已告知。")
    }

    private func basis(_ reply: InformationReplied) -> String {
        guard let ground = reply.ground.value else { return "\(reply.kind.value.article)。" }
        return "\(reply.kind.value.article)；\(ground.article)（\(ground.chinese)）。"
    }
}

extension InformationReplyKind {
    /// What the applicant can do about the reply, as the letter and the page say it.
    package var remedy: String {
        withholds
            ? """
            对本答复不服的，应当自收到本答复之日起六十日内，先向有权的行政复议机关申请行政复议；对行政复议决定不服的，可以自收到\
            行政复议决定书之日起十五日内向人民法院提起行政诉讼。
            """
            : """
            对本答复不服的，可以自收到本答复之日起六十日内向有权的行政复议机关申请行政复议，或者自收到本答复之日起六个月内向人民法院\
            提起行政诉讼。
            """
    }
}
