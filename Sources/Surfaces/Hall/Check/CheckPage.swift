import Decisions
import HTML
import Kernel

/// What the record says of a paper document; nothing about the party is in it.
struct CheckPage: Component {
    let site: HallSite
    let document: CheckedDocument
    /// Whether documents bear electronic signatures here.
    let isSigned: Bool

    var body: any HTML {
        HallFrame("文书核验", of: site, part: .none, crumbs: [Crumb("文书核验")]) {
            h1 { "文书核验" }
            standing
            AlertBox("这份文书由本系统签发，记录如下。请与您手中的文书逐项核对。", tone: document.standing?.isInEffect == false ? .neutral : .good)
            Panel("文书记录") {
                DefinitionList([
                    Definition("文书名称", document.name), Definition("文号", document.number),
                    Definition("签发机关", document.agency), Definition("事项", document.item),
                    Definition("签发日期", document.issuedOn.chinese),
                    Definition("文件校验值", document.digest),
                ])
            }
            p(.cssClass("hint")) { "校验值为“盐:SHA-256”，按盐与文件内容依次计算；与电子文书一致即未被改动。" }
            if isSigned {
                p(.cssClass("hint")) {
                    "送达当事人的电子文书带有签发机关的电子签名，可以用 PDF 阅读软件核验；先把"
                    a(.href(HallPath.checkAuthority)) { "根证书" }
                    "设为可信。"
                }
            }
        }
    }

    /// What became of the decision since, where it does not hold any more.
    @HTMLBuilder private var standing: any HTML {
        switch document.standing {
        case nil: NoHTML()
        case .holds: AlertBox("截至今日，所载决定有效。", tone: .good)
        case .lostEffect(let day, let ground):
            AlertBox("所载决定已于\(day.chinese)失去效力（\(ground)）。", tone: .bad)
        case .struckOff(let day, let ground): AlertBox("所载许可已于\(day.chinese)注销（\(ground)）。", tone: .bad)
        case .superseded: AlertBox("所载许可已经延续或者变更，以新的决定和证件为准。", tone: .caution)
        case .expired(let day): AlertBox("所载许可的有效期已于\(day.chinese)届满。", tone: .bad)
        }
    }
}

extension DecisionStanding {
    fileprivate var isInEffect: Bool { self == .holds }
}
