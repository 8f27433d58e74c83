import Documents
import Processes

extension CaseDocumentFacts {
    /// How the party may contest the act; a penalty on the spot is reconsidered before it can be sued over.
    ///
    /// - Source: Administrative Reconsideration Law (行政复议法) art. 20, 23(1), 24; Administrative Litigation Law
    ///   (行政诉讼法) art. 45, 46.
    func remedies(against act: String) -> [DocumentBlock] {
        [.heading("权利救济"), .paragraph(matter.category == .penaltySimple ? reconsiderationFirst(act) : either(act))]
    }

    private func either(_ act: String) -> String {
        """
        如不服本\(act)，可以自收到之日起六十日内，依据\(LegalSource("行政复议法§20").official)向\(government)申请行政复议；也可以自收到之日起\
        六个月内，依据\(LegalSource("行政诉讼法§46").official)直接向有管辖权的人民法院提起行政诉讼。
        """
    }

    private func reconsiderationFirst(_ act: String) -> String {
        """
        如不服本\(act)，依据\(LegalSource("行政复议法§20").official)、\(LegalSource("行政复议法§23(一)").official)，应当自收到之日起六十日\
        内先向\(government)申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内，依据\
        \(LegalSource("行政诉讼法§45").official)向有管辖权的人民法院提起行政诉讼。
        """
    }
}
