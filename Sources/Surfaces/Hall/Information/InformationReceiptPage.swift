import Casework
import EventLog
import HTML
import Kernel
import Participation

/// The receipt of a request: number, query code, a code to scan, and by when there is a reply.
///
/// - Source: 政府信息公开条例 art. 31(三) (a request over the net is received when both sides confirm it).
struct InformationReceiptPage: Component {
    let site: HallSite
    let request: FollowedInformation

    var body: any HTML {
        HallFrame("申请已收到", of: site, part: .letters, crumbs: [Crumb("申请已收到")]) {
            ReceiptPanel(
                "申请已收到",
                codes: [("申请编号", request.number), ("查询码", request.way.codeText)],
                facts: [
                    Definition("受理机关", request.opening.agencyName.value),
                    Definition("收到日期", request.opening.filedOn.chinese),
                    Definition("需要补正的，最迟告知日", request.opening.correctionBy.chinese),
                    Definition("最迟答复日", request.state.due?.chinese),
                ],
                scanned: site.publicAddress.map { $0 + request.address },
                purpose: "扫码查看这件申请"
            )
            ButtonRow { LinkButton("查看这件申请", to: request.address) }
        }
    }
}
