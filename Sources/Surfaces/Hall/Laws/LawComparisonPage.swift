import HTML
import Law

/// Two versions of a statute beside each other, article by article; what did not change is only counted.
struct LawComparisonPage: Component {
    let site: HallSite
    let title: String
    let address: String
    /// 2004年7月1日施行 → 2019年4月23日施行.
    let span: String
    /// 修改 3 条、新增 1 条.
    let summary: String
    let changes: [Change]

    struct Change: Hashable, Sendable {
        let kind: String
        let tone: Tone
        let older: String?
        let newer: String?
        let pieces: [TextDifference.Piece]
    }

    var body: any HTML {
        HallFrame(
            "\(title)：版本比较",
            of: site,
            part: .laws,
            crumbs: [Crumb("法律文件库", to: HallPath.laws), Crumb(title, to: address), Crumb("版本比较")]
        ) {
            h1 { "\(title)：版本比较" }
            p(.cssClass("hint")) { span }
            p { summary }
            p(.cssClass("hint")) { "加删除线的是旧文，加下划线的是新文；条序调整指文字未变而条号改变。" }
            for change in changes {
                Panel(heading(of: change)) {
                    p(.cssClass("badges")) { Badge(change.kind, tone: change.tone) }
                    p {
                        for piece in change.pieces {
                            switch piece {
                            case .kept(let text): text
                            case .removed(let text): del { text }
                            case .added(let text): ins { text }
                            }
                        }
                    }
                }
            }
        }
    }

    private func heading(of change: Change) -> String {
        guard let older = change.older else { return change.newer ?? "" }
        guard let newer = change.newer, newer != older else { return older }
        return "\(older) → \(newer)"
    }
}
